// JSON Schemas of protobuf messages in their JSON form, for the OpenAPI document: of answers as they are written, of
// requests as they are read, where null is "not set", enums may be numbers and unknown fields are refused.
import protobuf from "protobufjs";
import { fieldNamesOf } from "#contracts";
import { scalarSchema, type Schema, type SchemaForm } from "./scalar-schemas.ts";

const WELL_KNOWN: Readonly<Record<string, Schema>> = {
  Timestamp: { type: "string", format: "date-time" },
  Duration: { type: "string", pattern: "^-?\\d{1,9}(\\.\\d{1,9})?s$", examples: ["3600s"] },
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

const REFERENCE = "#/components/schemas/";

/** Collects the schemas that are referred to while the document is built. */
export class MessageSchemas {
  readonly #schemas = new Map<string, Schema>();
  readonly #form: SchemaForm;
  readonly #answers: MessageSchemas | undefined;

  /** Those of requests are given those of answers: a message in both is called "<name>.Input" in requests. */
  constructor(form: SchemaForm, answers?: MessageSchemas) {
    this.#form = form;
    this.#answers = answers;
  }

  /** A schema or a reference to one; the message's own schema and all it needs are collected. */
  reference(type: protobuf.Type): Schema {
    const own = WELL_KNOWN[type.name];
    if (type.fullName.startsWith(".google.protobuf.")) {
      if (own !== undefined) return own;
      const wrapped = type.fieldsById[1];
      if (type.name.endsWith("Value") && wrapped !== undefined) return this.#single(wrapped);
    }
    const name = this.#nameOf(type);
    if (!this.#schemas.has(name)) {
      // Set first, because messages may contain themselves.
      this.#schemas.set(name, {});
      this.#schemas.set(name, this.#describe(type, new Set()));
    }
    return { $ref: REFERENCE + name };
  }

  /** The body of a request whose fields at `paths` (proto spelling, dotted) are in the URL's path instead. */
  body(type: protobuf.Type, paths: readonly string[]): Schema {
    const own = new Set(paths.filter((path) => !path.includes(".")));
    const inner = new Map(
      paths.filter((path) => path.includes(".")).map((path) => path.split(".", 2) as [string, string]),
    );
    const name = this.#nameOf(type);
    const described = this.#describe(type, own);
    const properties = { ...(described["properties"] as Record<string, Schema> | undefined) };
    for (const [head, tail] of inner) {
      const { jsonName = head } =
        fieldNamesOf(type).ordered.find((each) => each.field === fieldOf(type, head)) ?? {};
      properties[jsonName] = { allOf: [properties[jsonName] ?? {}, { not: { required: [tail] } }] };
    }
    this.#schemas.set(name, Object.keys(properties).length === 0 ? described : { ...described, properties });
    return { $ref: REFERENCE + name };
  }

  field(field: protobuf.FieldBase): Schema {
    return annotate(field, this.#shape(field));
  }

  has(name: string): boolean {
    return this.#schemas.has(name);
  }

  /** All collected schemas, by name. */
  all(): Record<string, Schema> {
    return Object.fromEntries([...this.#schemas].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  #nameOf(type: protobuf.Type): string {
    const name = type.fullName.slice(1);
    return this.#answers?.has(name) === true ? `${name}.Input` : name;
  }

  #describe(type: protobuf.Type, omitted: ReadonlySet<string>): Schema {
    const fields = fieldNamesOf(type).ordered.filter(
      ({ field }) => ![...omitted].some((name) => fieldOf(type, name) === field),
    );
    const isRequest = this.#form === "request";
    const properties = Object.fromEntries(
      fields.map(({ jsonName, field }) => [
        jsonName,
        isRequest ? nullable(this.field(field)) : this.field(field),
      ]),
    );
    const choices = isRequest ? exclusions(type) : [];
    return {
      type: "object",
      ...(type.comment === null || type.comment === undefined ? {} : { description: type.comment }),
      ...(fields.length === 0 ? {} : { properties }),
      ...(isRequest ? { additionalProperties: false } : {}),
      ...(choices.length === 0 ? {} : { allOf: choices }),
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
    return scalarSchema(field.type, this.#form);
  }

  #enumeration(type: protobuf.Enum): Schema {
    const name = type.fullName.slice(1);
    this.#schemas.set(name, { type: "string", enum: Object.keys(type.values) });
    const reference = { $ref: REFERENCE + name };
    if (this.#form === "answer") return reference;
    return { anyOf: [reference, { type: "integer", minimum: -2147483648, maximum: 2147483647 }] };
  }
}

function fieldOf(type: protobuf.Type, name: string): protobuf.FieldBase | undefined {
  return fieldNamesOf(type).byName.get(name);
}

function nullable(schema: Schema): Schema {
  const { description, deprecated, ...shape } = schema;
  const choices = Array.isArray(shape["anyOf"]) ? (shape["anyOf"] as Schema[]) : [shape];
  return {
    anyOf: [...choices, { type: "null" }],
    ...(description === undefined ? {} : { description }),
    ...(deprecated === undefined ? {} : { deprecated }),
  };
}

/** Of the members of a oneof, at most one may be set; null does not set. */
function exclusions(type: protobuf.Type): Schema[] {
  const isSet = { not: { type: "null" } };
  const named = fieldNamesOf(type).ordered.filter(
    ({ field }) => field.partOf !== null && field.options?.["proto3_optional"] !== true,
  );
  return named.flatMap(({ jsonName: one, field }, index) =>
    named
      .slice(index + 1)
      .filter((each) => each.field.partOf === field.partOf)
      .map(({ jsonName: other }) => ({
        not: { required: [one, other], properties: { [one]: isSet, [other]: isSet } },
      })),
  );
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
