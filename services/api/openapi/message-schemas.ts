// JSON Schemas of protobuf messages in their canonical JSON form, for the OpenAPI document.
import protobuf from "protobufjs";
import { fieldNamesOf } from "#contracts";

export type Schema = Readonly<Record<string, unknown>>;

const SCALARS: Readonly<Record<string, Schema>> = {
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

const WELL_KNOWN: Readonly<Record<string, Schema>> = {
  Timestamp: { type: "string", format: "date-time" },
  Duration: { type: "string", pattern: "^-?\\d+(\\.\\d{1,9})?s$", examples: ["3600s"] },
  FieldMask: { type: "string", description: "Field paths in camelCase, separated by commas." },
  Struct: { type: "object", additionalProperties: true },
  Value: { description: "Any JSON value." },
  ListValue: { type: "array", items: {} },
  Empty: { type: "object" },
  Any: {
    type: "object",
    properties: { "@type": { type: "string" } },
    required: ["@type"],
    additionalProperties: true,
  },
};

/** Collects the schemas that are referred to while the document is built. */
export class MessageSchemas {
  readonly #schemas = new Map<string, Schema>();

  /** A schema or a reference to one; the message's own schema and all it needs are collected. */
  reference(type: protobuf.Type): Schema {
    const own = WELL_KNOWN[type.name];
    if (type.fullName.startsWith(".google.protobuf.")) {
      if (own !== undefined) return own;
      const wrapped = type.fieldsById[1];
      if (type.name.endsWith("Value") && wrapped !== undefined) return this.#single(wrapped);
    }
    const name = type.fullName.slice(1);
    if (!this.#schemas.has(name)) {
      // Set first, because messages may contain themselves.
      this.#schemas.set(name, {});
      this.#schemas.set(name, this.#describe(type));
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  field(field: protobuf.FieldBase): Schema {
    return annotate(field, this.#shape(field));
  }

  /** All collected schemas, by name. */
  all(): Record<string, Schema> {
    return Object.fromEntries([...this.#schemas].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  #describe(type: protobuf.Type): Schema {
    const fields = fieldNamesOf(type).ordered;
    const properties = Object.fromEntries(fields.map(({ jsonName, field }) => [jsonName, this.field(field)]));
    return {
      type: "object",
      ...(type.comment === null || type.comment === undefined ? {} : { description: type.comment }),
      ...(fields.length === 0 ? {} : { properties }),
    };
  }

  #shape(field: protobuf.FieldBase): Schema {
    if (field instanceof protobuf.MapField)
      return { type: "object", additionalProperties: this.#single(field) };
    return field.repeated ? { type: "array", items: this.#single(field) } : this.#single(field);
  }

  #single(field: protobuf.FieldBase): Schema {
    field.resolve();
    const { resolvedType } = field;
    if (resolvedType instanceof protobuf.Type) return this.reference(resolvedType);
    if (resolvedType instanceof protobuf.Enum) return this.#enumeration(resolvedType);
    return SCALARS[field.type] ?? {};
  }

  #enumeration(type: protobuf.Enum): Schema {
    const name = type.fullName.slice(1);
    this.#schemas.set(name, { type: "string", enum: Object.keys(type.values) });
    return { $ref: `#/components/schemas/${name}` };
  }
}

function annotate(field: protobuf.FieldBase, schema: Schema): Schema {
  const { comment } = field;
  const isDeprecated = field.options?.["deprecated"] === true;
  return {
    ...schema,
    ...(comment === null || comment === undefined || comment === "" ? {} : { description: comment }),
    ...(isDeprecated ? { deprecated: true } : {}),
  };
}
