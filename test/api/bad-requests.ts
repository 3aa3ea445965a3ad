// Requests that are wrong somewhere, made from a method's descriptor: texts of every kind where another kind belongs, enum
// values that nobody knows, numbers at the ends of their range, lists that are too long, and fields that are missing.
import fc from "fast-check";
import type protobuf from "protobufjs";
import type { Message } from "./walk-world.ts";

const DEPTH_MAX = 4;
const LIST_LENGTH_LONG = 1_200;

const PEM = (label: string, body: string): string =>
  `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
const TEXTS: readonly string[] = [
  ...[
    "",
    " ",
    "a",
    "-a",
    "a-",
    "A",
    "a b",
    "a\n",
    "a\r\nb: c",
    "ünïcödé",
    "😀",
    "\u202egnp",
    "a\0b",
    "a.b.c",
    "../..",
    "%00",
  ],
  ...[
    "__proto__",
    "constructor",
    "null",
    "'; drop table users; --",
    "${7*7}",
    "a".repeat(70),
    "a".repeat(5_000),
  ],
  ...[
    "no",
    "a@",
    "@b.example",
    "a@b@c.example",
    "ok@example.com",
    `${"a".repeat(300)}@example.com`,
    "a@b.example\nBcc: c@d.example",
  ],
  ...[
    PEM("CERTIFICATE", "AAAA"),
    PEM("CERTIFICATE REQUEST", "!!!!"),
    PEM("PRIVATE KEY", "AAAA"),
    "-----BEGIN",
  ],
  ...["10.0.0.0/33", "999.1.1.1/8", "::/129", "10.0.0.1", "0.0.0.0/0", "::ffff:0:0/96", "10.1.2.3/8"],
  ...["* * * * * * *", "61 * * * *", "@every 1ns", "@yearly"],
  ...["-1", "0", "1e9", "NaN", "1.5", "99999999999999999999", "0x10"],
  ...[
    "http://169.254.169.254/latest",
    "ftp://a.example",
    "https://",
    "https://u:p@localhost/",
    "javascript:alert(1)",
  ],
  ...[
    "arn:aws:kinesis:::",
    "arn:aws:iam::1:role/a",
    "aws-moon-1",
    "owner",
    "ROLE_OWNER",
    "Keyword",
    "cloud.namespace.delete",
  ],
];
const WHOLE: readonly number[] = [0, 1, -1, 2, 7, 90, 2_147_483_647, -2_147_483_648];
const LONG: readonly string[] = [
  "0",
  "1",
  "-1",
  "3600",
  "253402300800",
  "9223372036854775807",
  "-9223372036854775808",
];
const REAL: readonly number[] = [0, 1, -1, 0.5, 1e300, -1e300];
const WHOLE_TYPES = ["int32", "sint32", "sfixed32"];
const UNSIGNED_TYPES = ["uint32", "fixed32"];
const LONG_TYPES = ["int64", "sint64", "sfixed64", "uint64", "fixed64"];

/** A request of this type; what `known` has is named truly in half of them, so that it gets as far as being looked at. */
export function badRequest(type: protobuf.Type, known: Message): fc.Arbitrary<Message> {
  return messageOf(type, known, DEPTH_MAX);
}

function messageOf(type: protobuf.Type, known: Message, depth: number): fc.Arbitrary<Message> {
  const fields = type.fieldsArray.map((field) => [field.name, fieldOf(field, known, depth)] as const);
  return fc
    .record(Object.fromEntries(fields), { requiredKeys: [] })
    .map((message) => oneOfEach(type, message));
}

/** Of a oneof, the last of its fields stays. */
function oneOfEach(type: protobuf.Type, message: Message): Message {
  const kept = { ...message };
  for (const { fieldsArray } of type.oneofsArray) {
    const set = fieldsArray.map(({ name }) => name).filter((name) => kept[name] !== undefined);
    for (const name of set.slice(0, -1)) delete kept[name];
  }
  return kept;
}

function fieldOf(field: protobuf.Field, known: Message, depth: number): fc.Arbitrary<unknown> {
  const { resolvedType } = field.resolve();
  const isMessage = resolvedType !== null && "fieldsArray" in resolvedType;
  const isDeep = isMessage && depth <= 0;
  const one = isDeep ? fc.constant({}) : valueOf(field, known, depth);
  if (field.map) return fc.dictionary(fc.constantFrom(...TEXTS), one, { maxKeys: 3 });
  if (field.repeated) {
    const long = fc
      .constantFrom(LIST_LENGTH_LONG)
      .chain((length) => one.map((value) => Array(length).fill(value)));
    return fc.oneof(
      { weight: 6, arbitrary: fc.array(one, { maxLength: 3 }) },
      { weight: 1, arbitrary: long },
    );
  }
  const truly = known[field.name];
  return truly === undefined || isMessage ? one : fc.oneof(fc.constant(truly), one);
}

function valueOf(field: protobuf.Field, known: Message, depth: number): fc.Arbitrary<unknown> {
  const { type, resolvedType } = field;
  if (resolvedType !== null && "fieldsArray" in resolvedType)
    return messageOf(resolvedType, known, depth - 1);
  if (resolvedType !== null)
    return fc.constantFrom(...Object.values(resolvedType.values), 999, -1, 2_147_483_647);
  if (type === "string") return textOf(field.name);
  if (type === "bytes") return fc.constantFrom(...TEXTS).map((text) => Buffer.from(text));
  if (type === "bool") return fc.boolean();
  if (WHOLE_TYPES.includes(type)) return fc.constantFrom(...WHOLE);
  if (UNSIGNED_TYPES.includes(type)) return fc.constantFrom(...WHOLE.map(Math.abs));
  if (LONG_TYPES.includes(type))
    return fc.constantFrom(...LONG.filter((text) => !type.startsWith("u") || !text.startsWith("-")));
  return fc.constantFrom(...REAL);
}

function textOf(name: string): fc.Arbitrary<string> {
  // A client's own id makes a repeat of it; that is another test's matter.
  if (name === "asyncOperationId") return fc.constant("");
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...TEXTS) },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  );
}
