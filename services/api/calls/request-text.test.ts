// Texts that cannot be stored are refused wherever they are in a request.
import { expect, test } from "vitest";
import { checkRequestText } from "./request-text.ts";

test.each<[string, object, string]>([
  ["a field", { namespace: "a\0b" }, "namespace"],
  ["a field of a message", { spec: { name: "\0" } }, "spec.name"],
  ["a list", { spec: { regions: ["aws-us-east-1", "\0"] } }, "spec.regions"],
  ["a map's key", { spec: { searchAttributes: { "a\0": 1 } } }, "spec.searchAttributes"],
])("U+0000 in %s is refused by the field's name", (_, request, field) => {
  expect(() => checkRequestText(request)).toThrow(`${field}: must not contain the character U+0000.`);
});

test("bytes, numbers, nothing and any other text pass", () => {
  const request = { a: Buffer.from([0]), b: 0, c: null, d: undefined, e: "\u0001é😀", f: [{ g: "" }] };
  expect(() => checkRequestText(request)).not.toThrow();
});

test("a message as deep as its sender likes is read to its end", () => {
  let request: object = { text: "\0" };
  for (let depth = 0; depth < 100_000; depth += 1) request = { inner: request };
  expect(() => checkRequestText(request)).toThrow("U+0000");
});
