// Certificate filters (M4) against a naive reference and the traps of names.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PkiSubject } from "#shared/pki-certificate";
import { passesFilters } from "./certificate-filter.ts";

const subject = (more: Partial<PkiSubject>): PkiSubject => ({
  commonNames: [],
  organizations: [],
  organizationalUnits: [],
  alternativeNames: [],
  ...more,
});

describe("traps", () => {
  test.each([
    [
      "a comma in a name is part of the name",
      { commonNames: ["x,OU=admin"] },
      { organizationalUnit: "admin" },
      false,
    ],
    ["a NUL hides nothing", { commonNames: ["good\0.evil"] }, { commonName: "good*" }, false],
    ["one of several units suffices", { organizationalUnits: ["a", "b"] }, { organizationalUnit: "B" }, true],
    ["a star inside is itself", { commonNames: ["a*b"] }, { commonName: "a*b" }, true],
    ["a star inside stands for nothing else", { commonNames: ["axb"] }, { commonName: "a*b" }, false],
    ["a lone star accepts nobody", { commonNames: ["a"] }, { commonName: "*" }, false],
    ["an empty filter accepts nobody", { commonNames: ["a"] }, {}, false],
    ["an absent attribute matches nothing", {}, { commonName: "a*" }, false],
  ])("%s", (_name, names, filter, expected) => {
    expect(passesFilters(subject(names), [filter])).toBe(expected);
  });

  test("no filters restrict nothing", () => {
    expect(passesFilters(subject({}), [])).toBe(true);
  });
});

test("M4: AND inside a filter, OR between filters, case ignored, as a regular expression would say", () => {
  const word = fc.constantFrom("a", "A", "ab", "AB", "b", "aB", "ba");
  const pattern = fc.oneof(
    word,
    word.map((text) => `*${text}`),
    word.map((text) => `${text}*`),
  );
  const names = fc.record({
    commonNames: fc.array(word, { maxLength: 2 }),
    organizations: fc.array(word, { maxLength: 2 }),
    organizationalUnits: fc.array(word, { maxLength: 2 }),
    alternativeNames: fc.array(word, { maxLength: 2 }),
  });
  const filter = fc.record(
    {
      commonName: pattern,
      organization: pattern,
      organizationalUnit: pattern,
      subjectAlternativeName: pattern,
    },
    { requiredKeys: [] },
  );
  const attribute = {
    commonName: "commonNames",
    organization: "organizations",
    organizationalUnit: "organizationalUnits",
    subjectAlternativeName: "alternativeNames",
  } as const;
  fc.assert(
    fc.property(names, fc.array(filter, { maxLength: 3 }), (given, filters) => {
      const expected =
        filters.length === 0 ||
        filters.some((one) => {
          const keys = (Object.keys(attribute) as (keyof typeof attribute)[]).filter(
            (key) => one[key] !== undefined,
          );
          const matches = (key: keyof typeof attribute): boolean =>
            given[attribute[key]].some((value) =>
              new RegExp(`^${(one[key] ?? "").replace("*", ".*")}$`, "i").test(value),
            );
          return keys.length > 0 && keys.every(matches);
        });
      expect(passesFilters(given, filters)).toBe(expected);
    }),
    { numRuns: 3000 },
  );
});
