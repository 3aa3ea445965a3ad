// The filter language and PATCH of SCIM, as the RFCs have them and as Okta and Entra ID send them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "./apply-patch.ts";
import { readListQuery } from "./list-page.ts";
import { matches, pinnedText } from "./match-filter.ts";
import { parseFilter, parsePatchPath } from "./parse-filter.ts";
import type { ScimObject } from "./scim-refusal.ts";

const ADA = {
  id: "u1",
  userName: "Ada@Example.com",
  externalId: "Ext-1",
  active: true,
  name: { givenName: "Ada", familyName: "Lovelace" },
  emails: [
    { value: "ada@example.com", type: "work", primary: true },
    { value: "ada@home.example", type: "home" },
  ],
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { department: "Engines" },
};
const fits = (text: string): boolean => matches(parseFilter(text), ADA);

describe("a filter", () => {
  it.each([
    ['userName eq "ada@example.com"', true],
    ['USERNAME Eq "ADA@EXAMPLE.COM"', true],
    ['externalId eq "ext-1"', false],
    ['externalId eq "Ext-1"', true],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "ada"', true],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "engines"', true],
    ['name.familyName co "LACE"', true],
    ['emails eq "ada@home.example"', true],
    ['emails.type eq "home"', true],
    ['emails[type eq "work" and value ew "@example.com"]', true],
    ['emails[type eq "home" and value ew "@example.com"]', false],
    ["active eq true", true],
    ['active eq "False"', false],
    ["active eq False", false],
    ["title pr", false],
    ["name pr and not (title pr)", false],
    ["not (title pr) and userName pr", true],
    ['userName eq "x" or externalId eq "Ext-1" and active eq true', true],
    ['(userName eq "x" or externalId eq "Ext-1") and active eq false', false],
    ['userName ne "x"', true],
    ["title eq null", true],
    ['userName gt "a" and userName lt "b"', true],
    ['userName eq "with \\"quotes\\" and \\\\"', false],
  ])("%s is %s", (text, expected) => {
    expect(fits(text)).toBe(expected);
  });

  it.each([
    "",
    "userName",
    "userName eq",
    "userName eq ada",
    'userName is "x"',
    'userName eq "x" and',
    '(userName eq "x"',
    'userName eq "x")',
    'emails[type eq "work"',
    "not userName pr",
    'userName eq "x" userName eq "y"',
    'userName eq "x',
    "1 eq 1",
    "a.b.c eq 1",
    `userName eq "${"x".repeat(3_000)}"`,
    Array.from({ length: 100 }, () => "title pr").join(" or "),
    `${"(".repeat(50)}title pr${")".repeat(50)}`,
  ])("that is none is refused: %s", (text) => {
    expect(() => parseFilter(text)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }) as Error);
  });

  it("never fails otherwise, whatever it is made of", () => {
    const parts = fc.constantFrom(
      "(",
      ")",
      "[",
      "]",
      "eq",
      "and",
      "or",
      "not",
      "pr",
      "name",
      '"x"',
      '"',
      ".",
      "1",
      "é",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), (words) => {
        try {
          matches(parseFilter(words.join(" ")), ADA);
        } catch (error) {
          expect(error).toMatchObject({ code: "INVALID_ARGUMENT" });
        }
      }),
    );
  });

  it("pins down what an index can find, and nothing that an `or` leaves open", () => {
    expect(pinnedText(parseFilter('userName eq "a" and active eq true'), "userName")).toBe("a");
    expect(pinnedText(parseFilter('userName eq "a" or active eq true'), "userName")).toBeUndefined();
    expect(pinnedText(parseFilter('not (userName eq "a")'), "userName")).toBeUndefined();
    expect(pinnedText(parseFilter('emails.value eq "a"'), "emails")).toBeUndefined();
  });
});

describe("a PATCH", () => {
  const patched = (...Operations: object[]): ScimObject => applyPatch(ADA, { Operations });

  it.each<[string, object, object]>([
    ["Okta's deactivation", { op: "replace", value: { active: false } }, { active: false }],
    ["Entra ID's deactivation", { op: "Replace", path: "active", value: "False" }, { active: "False" }],
    [
      "keys with dots",
      { op: "Add", value: { "name.givenName": "Augusta" } },
      { name: { givenName: "Augusta", familyName: "Lovelace" } },
    ],
    [
      "a sub-attribute",
      { op: "replace", path: "name.familyName", value: "King" },
      { name: { givenName: "Ada", familyName: "King" } },
    ],
    [
      "an object, which is merged",
      { op: "replace", path: "name", value: { familyName: "King" } },
      { name: { givenName: "Ada", familyName: "King" } },
    ],
    [
      "an extension's attribute",
      {
        op: "add",
        path: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
        value: "Looms",
      },
      { "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { department: "Looms" } },
    ],
    ["a new attribute", { op: "add", path: "title", value: "Countess" }, { title: "Countess" }],
  ])("takes %s", (_, operation, expected) => {
    expect(patched(operation)).toMatchObject(expected);
  });

  it("changes the element that a filter finds, and makes one where Entra ID expects it", () => {
    const changed = patched({
      op: "replace",
      path: 'emails[type eq "work"].value',
      value: "new@example.com",
    });
    expect(changed["emails"]).toEqual([
      { value: "ada@home.example", type: "home" },
      { value: "new@example.com", type: "work", primary: true },
    ]);
    const made = patched({ op: "Add", path: 'phoneNumbers[type eq "mobile"].value', value: "+1" });
    expect(made["phoneNumbers"]).toEqual([{ type: "mobile", value: "+1" }]);
  });

  const TEAM = { members: [{ value: "u1" }, { value: "u2" }, { value: "u3" }] };
  it.each<[string, object, string[]]>([
    ["Okta's removal", { op: "remove", path: 'members[value eq "u2"]' }, ["u1", "u3"]],
    [
      "Entra ID's removal",
      { op: "Remove", path: "members", value: [{ value: "u1" }, { value: "u3" }] },
      ["u2"],
    ],
    ["the removal of all", { op: "remove", path: "members" }, []],
    [
      "an addition, once",
      { op: "Add", path: "members", value: [{ value: "u3" }, { value: "u4" }] },
      ["u1", "u2", "u3", "u4"],
    ],
    ["a replacement", { op: "replace", path: "members", value: [{ value: "u9" }] }, ["u9"]],
    [
      "a replacement without a path",
      { op: "replace", value: { id: "g", members: [{ value: "u9" }] } },
      ["u9"],
    ],
  ])("of members takes %s", (_, operation, expected) => {
    const { members = [] } = applyPatch(TEAM, { Operations: [operation] }) as {
      members?: { value: string }[];
    };
    expect(members.map(({ value }) => value)).toEqual(expected);
    expect(TEAM.members).toHaveLength(3);
  });

  it.each<[string, object, string]>([
    ["no operations", {}, "invalidSyntax"],
    ["an empty list", { Operations: [] }, "invalidSyntax"],
    ["an unknown op", { Operations: [{ op: "move", path: "a" }] }, "invalidSyntax"],
    ["a removal of nothing", { Operations: [{ op: "remove" }] }, "noTarget"],
    ["a value that is no object", { Operations: [{ op: "add", value: 1 }] }, "invalidValue"],
    ["a path that is none", { Operations: [{ op: "add", path: "a b", value: 1 }] }, "invalidPath"],
    ["a path of a number", { Operations: [{ op: "add", path: 7, value: 1 }] }, "invalidPath"],
    ["a path into nowhere", { Operations: [{ op: "add", path: "../../account", value: 1 }] }, "invalidPath"],
    ["a prototype", { Operations: [{ op: "add", path: "__proto__.admin", value: 1 }] }, "invalidPath"],
    [
      "a filter without equality",
      { Operations: [{ op: "add", path: 'x[value co "a"]', value: 1 }] },
      "noTarget",
    ],
    [
      "too many operations",
      { Operations: Array.from({ length: 300 }, () => ({ op: "remove", path: "a" })) },
      "tooMany",
    ],
  ])("is refused with %s", (_, body, scimType) => {
    expect(() => applyPatch(ADA, body as ScimObject)).toThrow(expect.objectContaining({ scimType }) as Error);
  });

  it("leaves out names that are no attributes, and what every object inherits", () => {
    const value = JSON.parse('{"__proto__":{"admin":true},"urn:example:custom:a":1}') as object;
    const result = applyPatch(ADA, { Operations: [{ op: "add", value }] });
    expect(result).toEqual(ADA);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it("has paths as the RFC writes them", () => {
    expect(parsePatchPath("members")).toEqual({ attribute: "members" });
    expect(parsePatchPath('emails[type eq "work"].value')).toMatchObject({
      attribute: "emails",
      sub: "value",
    });
    expect(() => parsePatchPath('emails[type eq "work"]value')).toThrow();
    expect(() => parsePatchPath("emails]")).toThrow();
  });
});

describe("a page", () => {
  it("begins at 1 and has a limit", () => {
    expect(readListQuery({})).toMatchObject({ startIndex: 1, count: 100 });
    expect(readListQuery({ startIndex: "0", count: "-3" })).toMatchObject({ startIndex: 1, count: 0 });
    expect(readListQuery({ startIndex: "5", count: "9999" })).toMatchObject({ startIndex: 5, count: 200 });
    expect(() => readListQuery({ count: "many" })).toThrow();
  });

  it("has the attributes that are asked for", () => {
    expect(readListQuery({ attributes: "username,name.givenName" }).project(ADA)).toEqual({
      ...{ id: ADA.id, userName: ADA.userName, name: ADA.name },
    });
    const without = readListQuery({ excludedAttributes: "emails,id" }).project(ADA);
    expect(without).not.toHaveProperty("emails");
    expect(without).toHaveProperty("id");
  });
});
