// Stripe's published OpenAPI as a judge of answers: required fields, types and enums of an object, by hand because the
// whole description is 10 MB and only a few of its words matter here.

interface Schema {
  $ref?: string;
  type?: string;
  nullable?: boolean;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: Schema | boolean;
}

export interface Spec {
  paths: Record<
    string,
    Record<string, { responses?: Record<string, { content?: Record<string, { schema?: Schema }> }> }>
  >;
  components: { schemas: Record<string, Schema> };
}

const DEPTH_MAX = 12;

/** What is wrong with an answer; empty when it is as published. */
export function wrongInAnswer(spec: Spec, call: { method: string; path: string; answer: unknown }): string[] {
  const operation = operationOf(spec, call);
  if (operation === undefined) return [`no such operation: ${call.method} ${call.path}`];
  const schema = operation.responses?.["200"]?.content?.["application/json"]?.schema;
  return schema === undefined ? [] : check(spec, schema, call.answer, "", 0);
}

function operationOf(spec: Spec, { method, path }: { method: string; path: string }) {
  const parts = path.split("/");
  const template = Object.keys(spec.paths)
    .filter((each) => {
      const wanted = each.split("/");
      return (
        wanted.length === parts.length &&
        wanted.every((part, index) => part.startsWith("{") || part === parts[index])
      );
    })
    .sort((a, b) => a.split("{").length - b.split("{").length)[0];
  return template === undefined ? undefined : spec.paths[template]?.[method.toLowerCase()];
}

function check(spec: Spec, given: Schema, value: unknown, at: string, depth: number): string[] {
  if (depth > DEPTH_MAX) return [];
  const schema = resolve(spec, given);
  if (value === null) return schema.nullable === true || given.nullable === true ? [] : [`${at} is null`];
  if (schema.anyOf !== undefined) {
    const outcomes = schema.anyOf.map((option) => check(spec, option, value, at, depth + 1));
    return outcomes.some((wrong) => wrong.length === 0)
      ? []
      : (outcomes.sort((a, b) => a.length - b.length)[0] ?? []);
  }
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${at} is ${JSON.stringify(value)}`];
  if (schema.type === "string" && typeof value !== "string") return [`${at} is no string`];
  if (schema.type === "boolean" && typeof value !== "boolean") return [`${at} is no boolean`];
  if (schema.type === "integer" && !Number.isInteger(value)) return [`${at} is no integer`];
  if (schema.type === "number" && typeof value !== "number") return [`${at} is no number`];
  if (schema.type === "array") return checkItems(spec, schema, value, at, depth);
  return schema.type === "object" ? checkObject(spec, schema, value, at, depth) : [];
}

function checkItems(spec: Spec, schema: Schema, value: unknown, at: string, depth: number): string[] {
  if (!Array.isArray(value)) return [`${at} is no array`];
  const { items } = schema;
  return items === undefined
    ? []
    : value.flatMap((item, index) => check(spec, items, item, `${at}[${index}]`, depth + 1));
}

function checkObject(spec: Spec, schema: Schema, value: unknown, at: string, depth: number): string[] {
  if (typeof value !== "object" || Array.isArray(value)) return [`${at} is no object`];
  const fields = value as Record<string, unknown>;
  const missing = (schema.required ?? []).filter((name) => !(name in fields));
  const known = Object.entries(schema.properties ?? {}).filter(([name]) => fields[name] !== undefined);
  return [
    ...missing.map((name) => `${at}.${name} is missing`),
    ...known.flatMap(([name, inner]) => check(spec, inner, fields[name], `${at}.${name}`, depth + 1)),
  ];
}

function resolve(spec: Spec, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  return spec.components.schemas[schema.$ref.replace("#/components/schemas/", "")] ?? {};
}
