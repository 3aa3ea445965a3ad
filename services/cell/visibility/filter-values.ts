// Gives a filter's literal the type of its field, as the text to compare with. It never converts between kinds:
// a number for a Keyword is refused, as Temporal refuses it.
import { statusOfName, statusOfNumber } from "./execution-status.ts";
import { nanosOfDuration } from "./execution-duration.ts";
import type { Field } from "./fields.ts";
import type { Literal } from "./filter-syntax.ts";
import { INVALID_EXPRESSION, queryError } from "./query-error.ts";
import { canonicalDatetime, storableText } from "./search-attribute-values.ts";

/** The value in the text form of its SQL type. Errors: INVALID_ARGUMENT when it is not of the field's type. */
export function typedValue(field: Field, literal: Literal): string {
  if (field.kind === "column" && field.column.literal === "status") return statusValue(literal);
  if (field.kind === "column" && field.column.literal === "duration") return durationValue(literal);
  switch (field.type) {
    case "Int":
    case "Double":
      if (literal.kind === "integer" || literal.kind === "double") return String(literal.value);
      break;
    case "Bool":
      if (literal.kind === "boolean") return String(literal.value);
      break;
    case "Keyword":
    case "KeywordList":
      if (literal.kind === "string") return storableText(literal.value);
      break;
    case "Text":
      if (literal.kind === "string") return textValue(field, literal.value);
      break;
    case "Datetime":
      if (literal.kind === "string") return datetimeValue(literal.value);
      if (literal.kind === "integer") return datetimeOfNanos(literal.value);
      break;
  }
  throw queryError(
    INVALID_EXPRESSION,
    `invalid value type for search attribute ${field.name} of type ${field.type}: ${shown(literal)} (type: ${goType(literal)})`,
  );
}

function statusValue(literal: Literal): string {
  if (literal.kind === "string") return String(statusOfName(literal.value));
  if (literal.kind === "integer") return String(statusOfNumber(literal.value));
  throw unexpectedType(literal, "ExecutionStatus");
}

function durationValue(literal: Literal): string {
  if (literal.kind === "integer") return String(literal.value);
  if (literal.kind !== "string") throw unexpectedType(literal, "ExecutionDuration");
  const nanos = nanosOfDuration(literal.value);
  if (nanos !== undefined) return String(nanos);
  throw queryError(
    INVALID_EXPRESSION,
    `invalid duration value for search attribute ExecutionDuration: ${literal.value}`,
  );
}

function textValue(field: Field, value: string): string {
  if (value.trim() !== "") return storableText(value);
  throw queryError(
    INVALID_EXPRESSION,
    `no tokens found filtering on Text type search attribute ${field.name}`,
  );
}

function datetimeValue(value: string): string {
  const datetime = canonicalDatetime(value);
  if (datetime === undefined) throw queryError(INVALID_EXPRESSION, `unable to parse datetime '${value}'`);
  return datetime;
}

function datetimeOfNanos(nanos: bigint): string {
  const ms = nanos >= 0n ? nanos / 1_000_000n : (nanos - 999_999n) / 1_000_000n;
  const fraction = String(nanos - ms * 1_000_000n).padStart(6, "0");
  return `${new Date(Number(ms)).toISOString().slice(0, -1)}${fraction}Z`;
}

function unexpectedType(literal: Literal, name: string): Error {
  return queryError(
    INVALID_EXPRESSION,
    `unexpected value type ${goType(literal)} for search attribute ${name}`,
  );
}

/** Type names as Temporal's messages give them. */
function goType(literal: Literal): string {
  const names = { string: "string", integer: "int64", double: "float64", boolean: "bool" } as const;
  return names[literal.kind];
}

function shown(literal: Literal): string {
  return literal.kind === "string" ? JSON.stringify(literal.value) : String(literal.value);
}
