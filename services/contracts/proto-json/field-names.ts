// Names of a message's fields in JSON: lowerCamelCase (written and read) and the .proto spelling (read only).
import type protobuf from "protobufjs";

export interface FieldNames {
  /** By JSON name and by .proto name. */
  readonly byName: ReadonlyMap<string, protobuf.FieldBase>;
  /** Every field with its JSON name, in order of field number. */
  readonly ordered: readonly { readonly jsonName: string; readonly field: protobuf.FieldBase }[];
}

const cache = new WeakMap<protobuf.Type, FieldNames>();

export function fieldNamesOf(type: protobuf.Type): FieldNames {
  let names = cache.get(type);
  if (names === undefined) {
    names = makeNames(type);
    cache.set(type, names);
  }
  return names;
}

function makeNames(type: protobuf.Type): FieldNames {
  const byName = new Map<string, protobuf.FieldBase>();
  const ordered = [...type.fieldsArray]
    .sort((one, other) => one.id - other.id)
    .map((field) => {
      field.resolve();
      const protoName = protoNameOf(field);
      const jsonName = protoName.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
      byName.set(protoName, field);
      byName.set(field.name, field);
      byName.set(jsonName, field);
      return { jsonName, field };
    });
  return { byName, ordered };
}

/** The name in the .proto file; descriptors omit it when it equals the camelCase name. */
export function protoNameOf(field: protobuf.FieldBase): string {
  // protobufjs 8 keeps the original spelling here but its typings do not say so.
  const { protoName } = field as protobuf.FieldBase & { protoName?: string };
  return protoName ?? field.name;
}

/** Whether an unset field differs from one that holds its default: messages, oneof members and `optional`. */
export function hasPresence(field: protobuf.FieldBase): boolean {
  return (
    field.partOf !== null ||
    field.options?.["proto3_optional"] === true ||
    (field.resolvedType !== null && "fields" in field.resolvedType)
  );
}
