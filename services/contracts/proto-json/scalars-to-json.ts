// Scalars of a message to their proto3 JSON form.
import Long from "long";

const FLOAT_DIGITS_MAX = 9;

export function scalarToJson(scalar: string, value: unknown): string | number | boolean {
  if (scalar === "bytes") return Buffer.from(value as Uint8Array).toString("base64");
  if (scalar.endsWith("64")) return integerText(value);
  if (scalar === "double") return numberToJson(value as number);
  if (scalar === "float") return numberToJson(shortestFloat(value as number));
  return value as string | number | boolean;
}

export function isDefaultScalar(value: unknown): boolean {
  if (value instanceof Uint8Array) return value.length === 0;
  if (Long.isLong(value)) return value.isZero();
  if (typeof value === "number") return Object.is(value, 0);
  return value === "" || value === false || value === 0n;
}

function integerText(value: unknown): string {
  return typeof value === "number" ? Math.trunc(value).toString() : String(value);
}

export function numberToJson(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

/** The shortest decimal that reads back as the same 32-bit float: 0.1, not 0.10000000149011612. */
function shortestFloat(value: number): number {
  const rounded = Math.fround(value);
  for (let digits = 1; digits <= FLOAT_DIGITS_MAX && Number.isFinite(rounded); digits += 1) {
    const candidate = Number(rounded.toPrecision(digits));
    if (Math.fround(candidate) === rounded) return candidate;
  }
  return rounded;
}
