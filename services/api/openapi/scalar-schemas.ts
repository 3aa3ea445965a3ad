// JSON Schemas of protobuf scalars. Answers hold the one canonical form; requests may hold every form that proto3 JSON
// lets a sender choose, with the ranges that are checked on the way in.
export type Schema = Readonly<Record<string, unknown>>;

/** "answer" is what we write, "request" is what we read. */
export type SchemaForm = "answer" | "request";

const INT32 = { minimum: -2147483648, maximum: 2147483647 };
const UINT32 = { minimum: 0, maximum: 4294967295 };
/** What a JSON number holds exactly; larger ones are written as strings. */
const INT64 = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
const UINT64 = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER };

const ANSWERED: Readonly<Record<string, Schema>> = {
  string: { type: "string" },
  bool: { type: "boolean" },
  bytes: { type: "string", format: "byte" },
  double: { type: "number", format: "double" },
  float: { type: "number", format: "float" },
  int32: { type: "integer", format: "int32" },
  sint32: { type: "integer", format: "int32" },
  sfixed32: { type: "integer", format: "int32" },
  uint32: { type: "integer", format: "int64", minimum: 0 },
  fixed32: { type: "integer", format: "int64", minimum: 0 },
  int64: { type: "string", format: "int64" },
  sint64: { type: "string", format: "int64" },
  sfixed64: { type: "string", format: "int64" },
  uint64: { type: "string", format: "uint64" },
  fixed64: { type: "string", format: "uint64" },
};

/** Digits of which every number is inside the range of 32 and of 64 bits. */
const SHORT_DIGITS = "(0|[1-9][0-9]{0,8})";
const LONG_DIGITS = "(0|[1-9][0-9]{0,17})";

const integer = (range: Schema, pattern: string): Schema => ({
  anyOf: [
    { type: "integer", ...range },
    { type: "string", pattern: `^${pattern}$` },
  ],
});
const SIGNED_32 = integer({ format: "int32", ...INT32 }, `-?${SHORT_DIGITS}`);
const UNSIGNED_32 = integer({ format: "int64", ...UINT32 }, SHORT_DIGITS);
const SIGNED_64 = integer({ format: "int64", ...INT64 }, `-?${LONG_DIGITS}`);
const UNSIGNED_64 = integer({ format: "int64", ...UINT64 }, LONG_DIGITS);
const real = (format: string): Schema => ({
  anyOf: [
    { type: "number", format },
    { type: "string", pattern: `^(NaN|-?Infinity|-?${LONG_DIGITS}(\\.[0-9]{1,9})?)$` },
  ],
});

const ACCEPTED: Readonly<Record<string, Schema>> = {
  // PostgreSQL cannot store U+0000, so it is refused everywhere.
  string: { type: "string", pattern: "^[^\\u0000]*$" },
  bool: { type: "boolean" },
  bytes: {
    type: "string",
    format: "byte",
    pattern: "^([A-Za-z0-9+/_-]{4})*([A-Za-z0-9+/_-]{2}(==)?|[A-Za-z0-9+/_-]{3}=?)?$",
  },
  double: real("double"),
  float: real("float"),
  int32: SIGNED_32,
  sint32: SIGNED_32,
  sfixed32: SIGNED_32,
  uint32: UNSIGNED_32,
  fixed32: UNSIGNED_32,
  int64: SIGNED_64,
  sint64: SIGNED_64,
  sfixed64: SIGNED_64,
  uint64: UNSIGNED_64,
  fixed64: UNSIGNED_64,
};

/** The schema of a scalar; a query parameter is text whatever its type, so it has the answer's simple form. */
export function scalarSchema(scalar: string, form: SchemaForm): Schema {
  return (form === "request" ? ACCEPTED : ANSWERED)[scalar] ?? {};
}
