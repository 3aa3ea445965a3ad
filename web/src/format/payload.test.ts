// What payloads look like as text, the hostile ones above all.
import { describe, expect, test } from "vitest";
import {
  base64Of,
  isPayload,
  jsonPayload,
  needsCodec,
  payloadLine,
  prettyJson,
  readPayload,
  visibleText,
} from "./payload.ts";

function payload(encoding: string, data: string, metadata: Record<string, string> = {}) {
  const more = Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, base64Of(value)]));
  return { metadata: { encoding: base64Of(encoding), ...more }, data };
}

test("JSON is indented, and its numbers and escapes stay as they were written", () => {
  const text = '{"id":12345678901234567890,"a":[1.50,{}],"s":"x\\u0041 ,:{}[]\\"","e":[]}';
  expect(prettyJson(text)).toBe(
    '{\n  "id": 12345678901234567890,\n  "a": [\n    1.50,\n    {}\n  ],\n  "s": "x\\u0041 ,:{}[]\\"",\n  "e": []\n}',
  );
  expect(readPayload(jsonPayload('"Grüße"'))).toEqual({
    kind: "json",
    text: '"Grüße"',
    messageType: undefined,
  });
});

test("the type of a protobuf message as JSON is told, and bytes are a size and hexadecimal", () => {
  expect(readPayload(payload("json/protobuf", base64Of("{}"), { messageType: "shop.Order" }))).toEqual({
    kind: "json",
    text: "{}",
    messageType: "shop.Order",
  });
  expect(readPayload(payload("binary/plain", base64Of("AB\u0000")))).toEqual({
    kind: "bytes",
    bytes: 3,
    hex: "41 42 00",
    messageType: undefined,
  });
  expect(readPayload(payload("binary/null", ""))).toEqual({ kind: "nothing" });
});

test("what only the user's codec can read says so", () => {
  const secret = payload("binary/encrypted", base64Of("x".repeat(300)));
  expect(needsCodec(secret)).toBe(true);
  const read = readPayload(secret);
  expect(read).toMatchObject({ kind: "encoded", encoding: "binary/encrypted", bytes: 300 });
  expect(read.kind === "encoded" && read.hex.endsWith("\n…")).toBe(true);
  expect(payloadLine(secret)).toBe("binary/encrypted, 300 bytes");
});

describe("a hostile payload", () => {
  test("that turns text around or hides it is written out", () => {
    expect(visibleText("invoice\u202efdp.exe\u200b\u0000\u2028")).toBe(
      "invoice\\u202efdp.exe\\u200b\\u0000\\u2028",
    );
    expect(payloadLine(jsonPayload('"a\u202eb"'))).toBe('"a\\u202eb"');
  });

  test("of markup stays the text that it is", () => {
    const text = '"<img src=x onerror=alert(1)>"';
    expect(payloadLine(jsonPayload(text))).toBe(text);
  });

  test("that lies about its encoding is shown as bytes or as its text", () => {
    expect(readPayload({ metadata: { encoding: base64Of("json/plain") }, data: "//8=" })).toMatchObject({
      kind: "bytes",
      hex: "ff ff",
    });
    expect(readPayload(jsonPayload("{not json"))).toMatchObject({ kind: "json", text: "{not json" });
    expect(readPayload({ metadata: { encoding: "*" }, data: "*" })).toMatchObject({
      kind: "encoded",
      bytes: 0,
    });
  });

  test("of a hundred thousand brackets costs no more than its lines", () => {
    const text = "[".repeat(100_000) + "]".repeat(100_000);
    const read = readPayload(jsonPayload(text));
    expect(read.kind === "json" && read.text.length).toBeLessThan(20_000_000);
  });

  test("whose keys are those of objects harms nothing", () => {
    expect(prettyJson('{"__proto__":{"isAdmin":true}}')).toContain('"__proto__"');
    expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
    expect([null, {}, { metadata: null }, "x", { data: "" }].some(isPayload)).toBe(false);
  });
});
