// A strict JSON reader for hostile input: no duplicate keys, no `__proto__`, bounded depth, and numbers kept as text
// so that 64-bit integers lose nothing. Never builds objects with a prototype.
import { CloudError } from "#shared/errors";

/** A number as it was written; `Number(text)` when a double is enough. */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type JsonValue = null | boolean | string | JsonNumber | JsonValue[] | Map<string, JsonValue>;

/** As protobuf's own recursion limit. */
export const JSON_DEPTH_MAX = 100;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
// Characters that end a run inside a string: the quote, the escape and what JSON forbids unescaped.
const STRING_RUN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** Parses one JSON document. Errors: INVALID_ARGUMENT with the position and the rule. */
export function parseJsonText(text: string): JsonValue {
  const reader: Reader = { text, at: 0 };
  skipSpace(reader);
  const value = readValue(reader, 0);
  skipSpace(reader);
  if (reader.at < text.length) fail(reader, "nothing may follow the value");
  return value;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readValue(reader: Reader, depth: number): JsonValue {
  if (depth > JSON_DEPTH_MAX) fail(reader, `nesting deeper than ${JSON_DEPTH_MAX}`);
  switch (reader.text.charAt(reader.at)) {
    case "{":
      return readObject(reader, depth);
    case "[":
      return readArray(reader, depth);
    case '"':
      return readString(reader);
    case "t":
      return readWord(reader, "true", true);
    case "f":
      return readWord(reader, "false", false);
    case "n":
      return readWord(reader, "null", null);
    default:
      return readNumber(reader);
  }
}

function readObject(reader: Reader, depth: number): Map<string, JsonValue> {
  const object = new Map<string, JsonValue>();
  reader.at += 1;
  skipSpace(reader);
  if (takes(reader, "}")) return object;
  for (;;) {
    if (reader.text.charAt(reader.at) !== '"') fail(reader, "expected a key in double quotes");
    const keyAt = reader.at;
    const key = readString(reader);
    if (key === "__proto__") fail({ ...reader, at: keyAt }, `key "__proto__" is not allowed`);
    if (object.has(key)) fail({ ...reader, at: keyAt }, `duplicate key ${JSON.stringify(shorten(key))}`);
    skipSpace(reader);
    if (!takes(reader, ":")) fail(reader, 'expected ":" after a key');
    skipSpace(reader);
    object.set(key, readValue(reader, depth + 1));
    skipSpace(reader);
    if (takes(reader, "}")) return object;
    if (!takes(reader, ",")) fail(reader, 'expected "," or "}"');
    skipSpace(reader);
  }
}

function readArray(reader: Reader, depth: number): JsonValue[] {
  const array: JsonValue[] = [];
  reader.at += 1;
  skipSpace(reader);
  if (takes(reader, "]")) return array;
  for (;;) {
    array.push(readValue(reader, depth + 1));
    skipSpace(reader);
    if (takes(reader, "]")) return array;
    if (!takes(reader, ",")) fail(reader, 'expected "," or "]"');
    skipSpace(reader);
  }
}

function readString(reader: Reader): string {
  reader.at += 1;
  let value = "";
  for (;;) {
    STRING_RUN.lastIndex = reader.at;
    const run = STRING_RUN.exec(reader.text)?.[0] ?? "";
    value += run;
    reader.at += run.length;
    const next = reader.text.charAt(reader.at);
    if (next === '"') {
      reader.at += 1;
      if (/\p{Surrogate}/u.test(value)) fail(reader, "string with an unpaired surrogate");
      return value;
    }
    if (next === "") fail(reader, "unfinished string");
    if (next !== "\\") fail(reader, "control character in a string");
    value += readEscape(reader);
  }
}

function readEscape(reader: Reader): string {
  const letter = reader.text.charAt(reader.at + 1);
  if (letter === "u") {
    const digits = reader.text.slice(reader.at + 2, reader.at + 6);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) fail(reader, "bad \\u escape");
    reader.at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
  const character = ESCAPES[letter];
  if (character === undefined) fail(reader, "bad escape");
  reader.at += 2;
  return character;
}

function readWord<Value extends JsonValue>(reader: Reader, word: string, value: Value): Value {
  if (!reader.text.startsWith(word, reader.at)) fail(reader, "unexpected word");
  reader.at += word.length;
  return value;
}

function readNumber(reader: Reader): JsonNumber {
  NUMBER.lastIndex = reader.at;
  const text = NUMBER.exec(reader.text)?.[0];
  if (text === undefined)
    fail(reader, reader.at >= reader.text.length ? "unexpected end" : "unexpected character");
  reader.at += text.length;
  return new JsonNumber(text);
}

function skipSpace(reader: Reader): void {
  SPACE.lastIndex = reader.at;
  reader.at += SPACE.exec(reader.text)?.[0].length ?? 0;
}

function takes(reader: Reader, character: string): boolean {
  if (reader.text.charAt(reader.at) !== character) return false;
  reader.at += 1;
  return true;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

function fail(reader: Reader, rule: string): never {
  throw new CloudError("INVALID_ARGUMENT", `malformed JSON at character ${reader.at}: ${rule}`);
}
