// The table of namespace specs: each broken rule gives INVALID_ARGUMENT naming its field, and good ones read back whole.
import { describe, expect, it } from "vitest";
import { temporal } from "#contracts";
import { makeAuthority } from "../certificates/make-authority.ts";
import { parseName, parseSpec, type PublicSpec } from "./parse-spec.ts";
import { warningsOf, withWarnings } from "./get-warnings.ts";
import { mergeSearchAttributes } from "./search-attributes.ts";
import { changeTags } from "./tags.ts";

const NOW = Date.UTC(2026, 0, 1);
const { SearchAttributeType } = temporal.api.cloud.namespace.v1.NamespaceSpec;
const good: PublicSpec = { regions: ["aws-us-east-1"], apiKeyAuth: { enabled: true } };
const KEYWORD = SearchAttributeType.SEARCH_ATTRIBUTE_TYPE_KEYWORD;

function filters(...texts: string[]): PublicSpec {
  return { ...good, mtlsAuth: { certificateFilters: texts.map((commonName) => ({ commonName })) } };
}

const manyKeywords = Object.fromEntries(Array.from({ length: 41 }, (_, i) => [`K${i}`, KEYWORD]));

const refusals: [title: string, spec: PublicSpec, message: RegExp][] = [
  ["no way to connect", { regions: ["a"] }, /mtls_auth, api_key_auth or both/],
  ["91 days of retention", { ...good, retentionDays: 91 }, /between 1 and 90/],
  ["a negative retention", { ...good, retentionDays: -1 }, /between 1 and 90/],
  ["three regions", { ...good, regions: ["a", "b", "c"] }, /at most 2 regions/],
  ["a region twice", { ...good, regions: ["a", "a"] }, /same region twice/],
  ["regions unlike replicas", { ...good, replicas: [{ region: "b" }] }, /different regions/],
  ["a connectivity rule twice", { ...good, connectivityRuleIds: ["x", "x"] }, /same rule twice/],
  ["seven connectivity rules", { ...good, connectivityRuleIds: [..."abcdefg"] }, /at most 6 rules/],
  [
    "one unit of capacity",
    { ...good, capacitySpec: { provisioned: { value: 1 } } },
    /one of 2, 3, 4, 6, 8, 10, 12/,
  ],
  ["half a unit of capacity", { ...good, capacitySpec: { provisioned: { value: 2.5 } } }, /one of 2, 3, 4/],
  ["endless capacity", { ...good, capacitySpec: { provisioned: { value: Infinity } } }, /one of 2, 3, 4/],
  [
    "mTLS without an authority",
    { regions: ["a"], mtlsAuth: { enabled: true } },
    /is required when mtls_auth/,
  ],
  ["26 filters", filters(...Array.from({ length: 26 }, (_, i) => `cn${i}`)), /26 filters; at most 25/],
  ["an empty filter", filters(""), /filter 1 restricts nothing/],
  ["a lone star", filters("ok", "*"), /filter 2 is a lone \*/],
  ["two stars", filters("*a*"), /one \*, at its beginning or at its end/],
  ["a star inside", filters("a*b"), /one \*, at its beginning or at its end/],
  ["a NUL in a filter", filters("a\u0000b"), /control character/],
  [
    "an http codec server",
    { ...good, codecServer: { endpoint: "http://codec.example" } },
    /must be an https URL/,
  ],
  ["a codec server that is no URL", { ...good, codecServer: { endpoint: "codec" } }, /must be an https URL/],
  ["a reserved attribute", { ...good, searchAttributes: { WorkflowId: KEYWORD } }, /system attribute/],
  ["a malformed attribute", { ...good, searchAttributes: { "a;b": KEYWORD } }, /1 to 64 letters/],
  ["an attribute without type", { ...good, searchAttributes: { A: 0 } }, /has no type/],
  ["an unknown type by name", { ...good, customSearchAttributes: { A: "Blob" } }, /unknown type/],
  ["41 keywords", { ...good, searchAttributes: manyKeywords }, /41 of type Keyword; at most 40/],
];

describe("a namespace spec", () => {
  it.each(refusals)("with %s is refused by name", async (_title, spec, message) => {
    await expect(parseSpec(spec, NOW)).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      publicMessage: expect.stringMatching(message) as string,
    });
  });

  it("with nothing but a region and a key keeps 30 days", async () => {
    const parsed = await parseSpec(good, NOW);
    expect(parsed).toMatchObject({
      retentionDays: 30,
      apiKeyEnabled: true,
      codecServer: null,
      capacity: null,
    });
  });

  it("may have both ways to connect, and names its region by replicas alone", async () => {
    const { certificatePem } = await makeAuthority("acct1", NOW);
    const acceptedClientCa = Buffer.from(certificatePem);
    const parsed = await parseSpec(
      {
        replicas: [{ region: "a" }],
        apiKeyAuth: { enabled: true },
        mtlsAuth: { enabled: true, acceptedClientCa, certificateFilters: [{ commonName: "worker*" }] },
      },
      NOW,
    );
    expect(parsed.regions).toEqual(["a"]);
    expect(parsed.mtls.acceptedClientCa).toBe(certificatePem);
  });

  it("of an old client turns mTLS on by its authority in base64", async () => {
    const { certificatePem } = await makeAuthority("acct1", NOW);
    const acceptedClientCaDeprecated = Buffer.from(certificatePem).toString("base64");
    const parsed = await parseSpec({ regions: ["a"], mtlsAuth: { acceptedClientCaDeprecated } }, NOW);
    expect(parsed.mtls).toMatchObject({ enabled: true, acceptedClientCa: certificatePem });
  });

  it("with an expired authority is accepted, and its warnings name it", async () => {
    const { certificatePem, expiresAt } = await makeAuthority("acct1", NOW);
    const spec = { ...good, mtlsAuth: { enabled: true, acceptedClientCa: Buffer.from(certificatePem) } };
    const configuration = await parseSpec(spec, NOW);
    expect(warningsOf(configuration, expiresAt - 1)).toEqual([]);
    expect(warningsOf(configuration, expiresAt)).toMatchObject([
      {
        field: "spec.mtlsAuth.acceptedClientCa",
        message: expect.stringMatching(
          /expired at .* connections with certificates of it are refused/,
        ) as string,
      },
    ]);
    expect(withWarnings(configuration, expiresAt)).toHaveProperty("warnings");
  });
});

describe("a namespace name", () => {
  it.each(["ab", "orders", "a-1", "a".repeat(39)])("may be %s", (name) => {
    expect(parseName({ name })).toBe(name);
  });
  it.each(["", "a", "1a", "Orders", "a-", "a_b", "a.b", "a".repeat(40), "ä1"])("may not be %j", (name) => {
    expect(() => parseName({ name })).toThrow(/2 to 39 lower-case letters/);
  });
});

describe("search attributes of an update", () => {
  it("only grow", () => {
    const merged = mergeSearchAttributes({ A: "Keyword" }, { A: "Keyword", B: "Int" }, {});
    expect(merged).toEqual({ A: "Keyword", B: "Int" });
    expect(() => mergeSearchAttributes({ A: "Keyword" }, {}, {})).toThrow(/"A" is missing/);
    expect(() => mergeSearchAttributes({ A: "Keyword" }, { A: "Int" }, {})).toThrow(/cannot become a Int/);
  });
  it("do not bring back a name that was just renamed away", () => {
    const merged = mergeSearchAttributes({ B: "Keyword" }, { A: "Keyword", B: "Keyword" }, { A: "B" });
    expect(merged).toEqual({ B: "Keyword" });
  });
});

describe("tags", () => {
  it("are added, changed and removed", () => {
    expect(changeTags({ a: "1", b: "2" }, { upsert: { b: "3", c: "4" }, remove: ["a"] })).toEqual({
      b: "3",
      c: "4",
    });
  });
  it("are at most ten, of plain characters", () => {
    const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`k${i}`, "v"]));
    expect(() => changeTags({}, { upsert: eleven, remove: [] })).toThrow(/at most 10/);
    expect(() => changeTags({}, { upsert: { "a b": "v" }, remove: [] })).toThrow(/the key "a b"/);
    expect(() => changeTags({}, { upsert: { a: "v".repeat(64) }, remove: [] })).toThrow(
      /the value of "a" must be 1 to 63/,
    );
    expect(() => changeTags({}, { upsert: { Team: "v" }, remove: [] })).toThrow(
      /the key "Team" must be 1 to 63/,
    );
    expect(() => changeTags({}, { upsert: { a: "" }, remove: [] })).toThrow(/the value of "a"/);
  });
});
