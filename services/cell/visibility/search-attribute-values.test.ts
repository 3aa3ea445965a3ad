// Search attribute values survive the way from payload to stored JSON and back, or are refused.
import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { payloadOfJson, storedJson } from "./search-attribute-values.ts";
import type { AttributeType } from "./search-attributes.ts";
import { validateSearchAttributes } from "./validate-search-attributes.ts";

const payload = (json: string) => ({
  metadata: { encoding: Buffer.from("json/plain") },
  data: Buffer.from(json),
});

describe("a search attribute value", () => {
  it.each<[AttributeType, string, string | null | undefined]>([
    ["Keyword", '"a"', '"a"'],
    ["Keyword", '["a"]', '"a"'],
    ["Keyword", '["a","b"]', undefined],
    ["Keyword", "5", undefined],
    ["Keyword", '"\\u0000\\ud800"', '"\ufffd\ufffd"'],
    ["Keyword", "null", null],
    ["Keyword", "[]", null],
    ["KeywordList", '["a","b"]', '["a","b"]'],
    ["KeywordList", '"a"', '["a"]'],
    ["KeywordList", "[1]", undefined],
    ["Int", "9007199254740993", "9007199254740993"],
    ["Int", "[7]", "7"],
    ["Int", "1.5", undefined],
    ["Int", "9223372036854775808", undefined],
    ["Double", "1.5", "1.5"],
    ["Double", "1e999", undefined],
    ["Bool", "true", "true"],
    ["Bool", '"true"', undefined],
    ["Datetime", '"2024-02-03T04:05:06.7Z"', '"2024-02-03T04:05:06.700000000Z"'],
    ["Datetime", '"2024-02-03T04:05:06+01:30"', '"2024-02-03T02:35:06.000000000Z"'],
    ["Datetime", '"today"', undefined],
    ["Text", "nonsense", undefined],
  ])("%s %s is stored as %s", (type, json, stored) => {
    expect(storedJson(payload(json), type)).toBe(stored);
  });

  it.each<[AttributeType, string, string]>([
    ["Datetime", '"2024-02-03T04:05:06.700000000Z"', '"2024-02-03T04:05:06.7Z"'],
    ["Datetime", '"2024-02-03T04:05:00.000000000Z"', '"2024-02-03T04:05:00Z"'],
    ["KeywordList", '["a", "b"]', '["a","b"]'],
    ["Int", "9007199254740993", "9007199254740993"],
  ])("%s %s is given back as %s", (type, stored, json) => {
    const given = payloadOfJson(stored, type);
    expect(Buffer.from(given.data ?? []).toString()).toBe(json);
    expect(Buffer.from(given.metadata?.["type"] ?? []).toString()).toBe(type);
  });
});

describe("search attributes of a request", () => {
  const definitions = new Map<string, AttributeType>([["Customer", "Keyword"]]);

  it("get their types", () => {
    const fields = { Customer: payload('"a"'), BuildIds: payload('["b"]') };
    const typed = validateSearchAttributes(
      { indexedFields: fields },
      { name: "space", attributes: definitions },
    )?.indexedFields;
    expect(Buffer.from(typed?.["Customer"]?.metadata?.["type"] ?? []).toString()).toBe("Keyword");
    expect(Buffer.from(typed?.["BuildIds"]?.metadata?.["type"] ?? []).toString()).toBe("KeywordList");
  });

  it.each([
    ["WorkflowId", '"a"', "WorkflowId attribute can't be set in SearchAttributes"],
    [
      "TemporalWorkerDeployment",
      '"a"',
      "TemporalWorkerDeployment attribute can't be set in SearchAttributes",
    ],
    ["Other", '"a"', "search attribute Other"],
    ["Customer", "5", "invalid value for search attribute Customer of type Keyword: 5"],
    ["Customer", `"${"x".repeat(3000)}"`, "exceeds size limit 2048"],
  ])("are refused: %s", (name, json, message) => {
    expect(() =>
      validateSearchAttributes(
        { indexedFields: { [name]: payload(json) } },
        { name: "space", attributes: definitions },
      ),
    ).toThrow(message);
  });
});
