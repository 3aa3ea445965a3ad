// Scalars of proto3 JSON to the values protobufjs encodes, with every range checked.
import Long from "long";
import { JsonNumber, type JsonValue } from "./json-text.ts";
import { refuse } from "./refuse.ts";

type Reader = (value: JsonValue, path: string) => unknown;

const INT32 = { min: -2147483648, max: 2147483647 };
const UINT32 = { min: 0, max: 4294967295 };
const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };
const UINT64 = { min: 0n, max: 2n ** 64n - 1n };
const FLOAT_MAX = 3.4028234663852886e38;
const INTEGER_DIGITS_MAX = 40;

const READERS: Readonly<Record<string, Reader>> = {
  bool: readBool,
  string: readString,
  bytes: readBytes,
  double: (value, path) => readDouble(value, path),
  float: readFloat,
  int32: (value, path) => readSmall(value, path, INT32),
  sint32: (value, path) => readSmall(value, path, INT32),
  sfixed32: (value, path) => readSmall(value, path, INT32),
  uint32: (value, path) => readSmall(value, path, UINT32),
  fixed32: (value, path) => readSmall(value, path, UINT32),
  int64: (value, path) => readLarge(value, path, INT64),
  sint64: (value, path) => readLarge(value, path, INT64),
  sfixed64: (value, path) => readLarge(value, path, INT64),
  uint64: (value, path) => readLarge(value, path, UINT64),
  fixed64: (value, path) => readLarge(value, path, UINT64),
};

export function scalarFromJson(scalar: string, value: JsonValue, path: string): unknown {
  const reader = READERS[scalar];
  if (reader === undefined) throw new Error(`no JSON form of ${scalar}`);
  return reader(value, path);
}

function readBool(value: JsonValue, path: string): boolean {
  return typeof value === "boolean" ? value : refuse(path, "must be true or false");
}

function readString(value: JsonValue, path: string): string {
  return typeof value === "string" ? value : refuse(path, "must be a string");
}

/** Standard or URL-safe alphabet, with or without padding, as proto3 JSON allows. */
function readBytes(value: JsonValue, path: string): Uint8Array {
  const rule = "must be bytes as a base64 string";
  if (typeof value !== "string") return refuse(path, rule);
  const standard = value
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .replace(/={1,2}$/, "");
  if (!/^[A-Za-z0-9+/]*$/.test(standard) || standard.length % 4 === 1) return refuse(path, rule);
  if (value.endsWith("=") && value.length % 4 !== 0) return refuse(path, rule);
  return Buffer.from(standard, "base64");
}

export function readDouble(value: JsonValue, path: string): number {
  if (value === "NaN") return Number.NaN;
  if (value === "Infinity") return Number.POSITIVE_INFINITY;
  if (value === "-Infinity") return Number.NEGATIVE_INFINITY;
  const number = Number(numberText(value) ?? refuse(path, "must be a number"));
  return Number.isFinite(number) ? number : refuse(path, "is outside the range of a double");
}

function readFloat(value: JsonValue, path: string): number {
  const number = readDouble(value, path);
  if (Number.isFinite(number) && Math.abs(number) > FLOAT_MAX)
    return refuse(path, "is outside the range of a float");
  return number;
}

function readSmall(value: JsonValue, path: string, range: { min: number; max: number }): number {
  const rule = `must be an integer between ${range.min} and ${range.max}`;
  const integer = integerOf(value) ?? refuse(path, rule);
  if (integer < BigInt(range.min) || integer > BigInt(range.max)) return refuse(path, rule);
  return Number(integer);
}

function readLarge(value: JsonValue, path: string, range: { min: bigint; max: bigint }): Long {
  const rule = `must be an integer between ${range.min} and ${range.max}, best written as a string`;
  const integer = integerOf(value) ?? refuse(path, rule);
  if (integer < range.min || integer > range.max) return refuse(path, rule);
  return Long.fromString(integer.toString(), range.min === 0n);
}

/** The text of a JSON number, or of a number written as a string (proto3 JSON accepts both). */
function numberText(value: JsonValue): string | undefined {
  if (value instanceof JsonNumber) return value.text;
  if (typeof value !== "string") return undefined;
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value) ? value : undefined;
}

/** Exact integer value: 1, 1.0 and 1e2 are integers, 1.5 is not. Exponents are bounded, so nothing explodes. */
function integerOf(value: JsonValue): bigint | undefined {
  const text = numberText(value);
  if (text === undefined || text.length > INTEGER_DIGITS_MAX) return undefined;
  if (/^-?\d+$/.test(text)) return BigInt(text);
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign = "", whole = "0", fraction = "", exponentText = "0"] = parts;
  const exponent = Number(exponentText);
  if (Math.abs(exponent) > INTEGER_DIGITS_MAX) return undefined;
  const digits = whole + fraction;
  const shift = exponent - fraction.length;
  if (shift >= 0) return BigInt(`${sign}${digits}${"0".repeat(shift)}`);
  const kept = digits.slice(0, Math.max(0, digits.length + shift));
  const dropped = digits.slice(kept.length);
  return /^0*$/.test(dropped) ? BigInt(`${sign}${kept === "" ? "0" : kept}`) : undefined;
}
