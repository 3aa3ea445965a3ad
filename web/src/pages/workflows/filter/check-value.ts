// Whether a value fits its field's type, in the words of a person who made a mistake.
import { STATUS_NAMES, type FieldType, type Literal } from "./filter-syntax.ts";

const DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h|d))+$|^\d{1,3}:\d\d:\d\d$/;

/** What is wrong; undefined when nothing is. */
export function checkValue(name: string, type: FieldType, literal: Literal): string | undefined {
  switch (type) {
    case "Int":
    case "Double":
      if (literal.kind !== "number") return `${name} is a number, without quotes`;
      return type === "Int" && !/^[+-]?\d+$/.test(literal.text) ? `${name} is a whole number` : undefined;
    case "Bool":
      return literal.kind === "boolean" ? undefined : `${name} is true or false, without quotes`;
    case "Datetime":
      return checkDatetime(name, literal);
    case "Duration":
      if (literal.kind === "number") return undefined;
      return literal.kind === "string" && DURATION.test(literal.text)
        ? undefined
        : `${name} is a duration such as "1h30m" or "250ms"`;
    case "Status":
      if (literal.kind !== "string") return `${name} is in quotes: "Running"`;
      return STATUS_NAMES.some((status) => status.toLowerCase() === literal.text.toLowerCase())
        ? undefined
        : `${name} has no value "${literal.text}". It has ${STATUS_NAMES.join(", ")}`;
    default:
      return literal.kind === "string" ? undefined : `${name} is a text, in quotes`;
  }
}

function checkDatetime(name: string, literal: Literal): string | undefined {
  const isTime =
    literal.kind === "string" &&
    /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/.test(literal.text) &&
    !Number.isNaN(Date.parse(literal.text));
  const isNanos = literal.kind === "number" && /^\d+$/.test(literal.text);
  return isTime || isNanos ? undefined : `${name} is a time such as "2026-11-28T08:00:00Z"`;
}
