// Search attribute values between payloads (as SDKs send and read them) and JSON (as they are stored and compared).
// Integers pass as text, so 64 bits stay exact; a Datetime is stored as a UTC text of fixed width, so texts sort as times.
import { Buffer } from "node:buffer";
import { codecOf, type temporal } from "#contracts";
import { isAttributeType, type AttributeType } from "./search-attributes.ts";

type Payload = temporal.api.common.v1.IPayload;

const payloadCodec = codecOf<Payload>("temporal.api.common.v1.Payload");
const JSON_ENCODING = Buffer.from("json/plain");
const NULL_ENCODING = "binary/null";
const INTEGER = /^-?(0|[1-9]\d*)$/;
const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})$/;
const MINUTE_MS = 60_000;

/** As `jsonOfAttributes`, of encoded payloads. */
export function searchAttributesJson(encoded: Readonly<Record<string, Uint8Array>>): string | undefined {
  const attributes = Object.entries(encoded).map(
    ([name, bytes]) => [name, payloadCodec.decode(bytes)] as const,
  );
  return jsonOfAttributes(Object.fromEntries(attributes));
}

/** The JSON object to store, or undefined when nothing is set. Values that cannot be read are left out. */
export function jsonOfAttributes(attributes: Readonly<Record<string, Payload>>): string | undefined {
  const members: string[] = [];
  for (const [name, payload] of Object.entries(attributes)) {
    const type = payloadType(payload) ?? guessedType(payload);
    const json = type === undefined ? undefined : storedJson(payload, type);
    if (typeof json === "string") members.push(`${storableJson(name)}:${json}`);
  }
  return members.length === 0 ? undefined : `{${members.join(",")}}`;
}

/** The value as stored JSON; null when it unsets the attribute; undefined when it is not of the type. */
export function storedJson(payload: Payload, type: AttributeType): string | null | undefined {
  const value = jsonOf(payload);
  if (value === undefined) return undefined;
  if (value.parsed === null) return null;
  const single = singleValue(value, type);
  if (single === null) return null;
  if (single === undefined) return undefined;
  return convert[type](single.parsed, single.text);
}

/** The payload of a stored value, given its JSON text. */
export function payloadOfJson(json: string, type: AttributeType): Payload {
  const data = type === "Datetime" ? JSON.stringify(trimmedDatetime(json)) : compactJson(json, type);
  return {
    metadata: { encoding: JSON_ENCODING, type: Buffer.from(type) },
    data: Buffer.from(data),
  };
}

/** The type that a payload's metadata names. */
export function payloadType(payload: Payload): AttributeType | undefined {
  const name = text(payload.metadata?.["type"]);
  return isAttributeType(name) ? name : undefined;
}

/** UTC with nine digits of fraction; undefined when `text` is not RFC 3339. */
export function canonicalDatetime(value: string): string | undefined {
  const match = RFC3339.exec(value);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction = "", zone = "Z"] = match;
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(local)) return undefined;
  const utc = new Date(local - zoneOffsetMinutes(zone) * MINUTE_MS);
  if (utc.getUTCFullYear() < 0 || utc.getUTCFullYear() > 9999) return undefined;
  return `${utc.toISOString().slice(0, 19)}.${fraction.padEnd(9, "0")}Z`;
}

const convert: Record<AttributeType, (value: unknown, source: string) => string | undefined> = {
  Keyword: stringJson,
  Text: stringJson,
  Bool: (value) => (typeof value === "boolean" ? String(value) : undefined),
  Double: (value) => (typeof value === "number" && Number.isFinite(value) ? String(value) : undefined),
  Int: (value, source) => (typeof value === "number" && isInt64(source) ? source : undefined),
  Datetime: (value) => {
    const datetime = typeof value === "string" ? canonicalDatetime(value) : undefined;
    return datetime === undefined ? undefined : JSON.stringify(datetime);
  },
  KeywordList: (value) => {
    const list = typeof value === "string" ? [value] : value;
    if (!Array.isArray(list) || !list.every((item) => typeof item === "string")) return undefined;
    return storableJson(list);
  },
};

function stringJson(value: unknown): string | undefined {
  return typeof value === "string" ? storableJson(value) : undefined;
}

/** PostgreSQL refuses U+0000 and lone surrogates in jsonb: both become U+FFFD, in values and in what they are compared with. */
export function storableJson(value: string | readonly string[]): string {
  return JSON.stringify(typeof value === "string" ? storableText(value) : value.map(storableText));
}

export function storableText(value: string): string {
  return Buffer.from(value, "utf8").toString("utf8").replaceAll("\0", "\ufffd");
}

/** SDKs may wrap one value in a list: one element counts as itself, none unsets, more are not allowed. */
function singleValue(
  value: { parsed: unknown; text: string },
  type: AttributeType,
): { parsed: unknown; text: string } | null | undefined {
  if (!Array.isArray(value.parsed)) return value;
  if (value.parsed.length === 0) return null;
  if (type === "KeywordList") return value;
  if (value.parsed.length > 1) return undefined;
  // The element's own text is what stands between the brackets.
  return { parsed: value.parsed[0] as unknown, text: value.text.slice(1, -1).trim() };
}

function jsonOf(payload: Payload): { parsed: unknown; text: string } | undefined {
  if (text(payload.metadata?.["encoding"]) === NULL_ENCODING) return { parsed: null, text: "null" };
  const source = text(payload.data).trim();
  try {
    return { parsed: JSON.parse(source) as unknown, text: source };
  } catch {
    // Not JSON: the caller answers that the value is not of the type.
    return undefined;
  }
}

/** Payloads that were stored before their attribute was validated carry no type. */
function guessedType(payload: Payload): AttributeType | undefined {
  const parsed = jsonOf(payload)?.parsed;
  if (Array.isArray(parsed)) return "KeywordList";
  if (typeof parsed === "boolean") return "Bool";
  if (typeof parsed === "number") return "Double";
  return typeof parsed === "string" ? "Keyword" : undefined;
}

function isInt64(source: string): boolean {
  if (!INTEGER.test(source)) return false;
  const value = BigInt(source);
  return value >= INT64_MIN && value <= INT64_MAX;
}

function zoneOffsetMinutes(zone: string): number {
  if (zone.toUpperCase() === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith("-") ? -minutes : minutes;
}

function trimmedDatetime(json: string): string {
  const stored = JSON.parse(json) as unknown;
  return String(stored).replace(/\.?0*Z$/, (end) => (end.startsWith(".") ? "Z" : end.replace(/0*Z$/, "Z")));
}

/** jsonb prints lists with spaces; SDKs compare bytes in their caches, so lists go out as they came in. */
function compactJson(json: string, type: AttributeType): string {
  return type === "KeywordList" ? JSON.stringify(JSON.parse(json)) : json;
}

/** A payload without data has an empty list there, which is no buffer. */
function text(bytes: Uint8Array | null | undefined): string {
  return bytes == null || bytes.length === 0
    ? ""
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}
