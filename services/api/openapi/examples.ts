// Examples of messages in their JSON form: one value for each field that a caller would set, made from the descriptors,
// so that every operation has one and none can name a field that is not there. Deterministic.
import protobuf from "protobufjs";
import { fieldNamesOf } from "#contracts";
import { BILLING_MESSAGES, BILLING_VALUES } from "./billing-examples.ts";
import { EXAMPLE_MESSAGES, EXAMPLE_VALUES } from "./example-values.ts";

const DEPTH_MAX = 6;

const VALUES = { ...EXAMPLE_VALUES, ...BILLING_VALUES };
const MESSAGES = { ...EXAMPLE_MESSAGES, ...BILLING_MESSAGES };

const WELL_KNOWN: Readonly<Record<string, unknown>> = {
  Timestamp: "2026-01-31T12:00:00Z",
  Duration: "3600s",
  FieldMask: "spec",
};
/** Their JSON says what it is, so that an example would only mislead. */
const UNSHOWN = new Set(["Any", "Struct", "Value", "ListValue"]);

const SCALARS: Readonly<Record<string, unknown>> = {
  string: "example",
  bool: true,
  bytes: "ZXhhbXBsZQ==",
  double: 1,
  float: 1,
  int64: "1",
  sint64: "1",
  sfixed64: "1",
  uint64: "1",
  fixed64: "1",
};

/** `omitted` are fields, in the spelling of .proto files, that the path holds. */
export function exampleOfMessage(type: protobuf.Type, omitted: readonly string[] = [], depth = 0): unknown {
  const whole = MESSAGES[type.fullName.slice(1)];
  if (whole !== undefined) return whole;
  if (type.fullName.startsWith(".google.protobuf.")) return wellKnown(type);
  const example: Record<string, unknown> = {};
  const chosen = new Set<protobuf.OneOf>();
  const { byName, ordered } = fieldNamesOf(type);
  const left = new Set(omitted.map((name) => byName.get(name)));
  for (const { jsonName, field } of ordered) {
    if (left.has(field) || isUnshown(field, depth) || (field.partOf !== null && chosen.has(field.partOf)))
      continue;
    if (field.partOf !== null) chosen.add(field.partOf);
    const inner = omitted
      .filter((path) => byName.get(path.split(".")[0] ?? "") === field)
      .map((path) => path.slice(path.indexOf(".") + 1));
    example[jsonName] = valueOf(field, `${type.name}.${jsonName}`, { depth, inner });
  }
  return example;
}

/** Of a parameter. */
export function exampleOfField(field: protobuf.FieldBase): unknown {
  return valueOf(field, "", { depth: 0, inner: [] });
}

function isUnshown(field: protobuf.FieldBase, depth: number): boolean {
  field.resolve();
  if (field.options?.["deprecated"] === true || field.name.endsWith("Deprecated")) return true;
  return (
    field.resolvedType instanceof protobuf.Type &&
    (depth >= DEPTH_MAX || UNSHOWN.has(field.resolvedType.name))
  );
}

function valueOf(
  field: protobuf.FieldBase,
  name: string,
  at: { depth: number; inner: readonly string[] },
): unknown {
  const { byName } = fieldNamesOf(field.parent as protobuf.Type);
  const jsonName = [...byName].findLast(([, each]) => each === field)?.[0] ?? field.name;
  const known = VALUES[name] ?? VALUES[`${parentOf(field)}.${jsonName}`] ?? VALUES[jsonName];
  if (field instanceof protobuf.MapField) return mapOf(field, jsonName, at);
  if (known !== undefined && fits(field, known)) return known;
  const one = singleOf(field, at);
  return field.repeated ? [one] : one;
}

function parentOf({ parent }: protobuf.FieldBase): string {
  return parent?.name ?? "";
}

function fits(field: protobuf.FieldBase, value: unknown): boolean {
  if (field.resolvedType !== null) return false;
  if (field.repeated !== Array.isArray(value)) return false;
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  if (field.type === "string" || field.type === "bytes") return typeof first === "string";
  return typeof first === (field.type === "bool" ? "boolean" : "number");
}

function mapOf(
  field: protobuf.MapField,
  jsonName: string,
  at: { depth: number; inner: readonly string[] },
): unknown {
  const KEYS: Readonly<Record<string, string>> = {
    namespaceAccesses: "orders.a1b2c3",
    projectAccesses: "a1b2c3-default",
    searchAttributes: "OrderId",
    tags: "team",
    tagsToUpsert: "team",
  };
  const value = field.type === "string" ? "orders" : singleOf(field, at);
  return { [KEYS[jsonName] ?? "key"]: value };
}

function singleOf(
  field: protobuf.FieldBase,
  { depth, inner }: { depth: number; inner: readonly string[] },
): unknown {
  const { resolvedType } = field;
  if (resolvedType instanceof protobuf.Type) return exampleOfMessage(resolvedType, inner, depth + 1);
  // The first value of an enum says that nothing was chosen.
  if (resolvedType instanceof protobuf.Enum)
    return Object.keys(resolvedType.values)[1] ?? Object.keys(resolvedType.values)[0];
  return SCALARS[field.type] ?? 1;
}

function wellKnown(type: protobuf.Type): unknown {
  const wrapped = type.fieldsById[1];
  if (type.name.endsWith("Value") && wrapped !== undefined) return SCALARS[wrapped.type] ?? 1;
  return WELL_KNOWN[type.name] ?? {};
}
