// Turns a filter's syntax tree into the WHERE of a statement on one namespace (T6): the namespace is the first
// parameter of whatever comes out. Executions of a namespace division are hidden unless the filter names the division.
import { compileCondition } from "./compile-condition.ts";
import { NAMESPACE_DIVISION, resolveField, type Field, type Names } from "./fields.ts";
import type { Condition, Filter } from "./filter-syntax.ts";
import { NOT_SUPPORTED, queryError } from "./query-error.ts";
import { SqlParameters } from "./sql-parameters.ts";

export interface CompiledFilter {
  readonly where: string;
  readonly parameters: SqlParameters;
  readonly groupBy: Field | undefined;
}

export interface CompileOptions extends Names {
  readonly namespaceId: string;
}

interface Compilation extends Names {
  readonly parameters: SqlParameters;
  seenDivision: boolean;
}

export function compileFilter(filter: Filter, options: CompileOptions): CompiledFilter {
  const parameters = new SqlParameters();
  const { schema, definitions } = options;
  const compilation: Compilation = { schema, definitions, parameters, seenDivision: false };
  const clauses = [`namespace_id = ${parameters.add(options.namespaceId, "uuid")}`];
  if (schema.where !== undefined) clauses.push(schema.where);
  if (filter.condition !== undefined) clauses.push(`(${compile(filter.condition, compilation, false)})`);
  const groupBy = groupField(filter.groupBy, compilation);
  for (const name of filter.orderBy) fieldOf(name, compilation);
  if (filter.orderBy.length > 0) throw queryError(NOT_SUPPORTED, "'ORDER BY' clause");
  if (schema.hidesDivisions && !compilation.seenDivision) {
    clauses.push(`(search_attributes is null or not search_attributes ? '${NAMESPACE_DIVISION}')`);
  }
  return { where: clauses.join(" and "), parameters, groupBy };
}

function compile(condition: Condition, compilation: Compilation, isNegated: boolean): string {
  switch (condition.kind) {
    case "and":
    case "or": {
      const parts = condition.conditions.map((part) => `(${compile(part, compilation, isNegated)})`);
      return parts.join(` ${condition.kind} `);
    }
    case "not":
      // Any NOT above makes a missing value matter, also an even number of them.
      return `not (${compile(condition.condition, compilation, true)})`;
    default: {
      const field = fieldOf(condition.field, compilation);
      return compileCondition(condition, { field, parameters: compilation.parameters, isNegated });
    }
  }
}

function groupField(names: readonly string[], compilation: Compilation): Field | undefined {
  const [name] = names;
  if (name === undefined) return undefined;
  if (names.length > 1) throw queryError(NOT_SUPPORTED, "'GROUP BY' clause supports only a single field");
  const field = fieldOf(name, compilation);
  const isAllowed =
    field.kind === "column" ? field.column.groupSql !== undefined : field.key === NAMESPACE_DIVISION;
  if (isAllowed) return field;
  throw queryError(NOT_SUPPORTED, `'GROUP BY' clause is not supported for search attribute ${name}`);
}

function fieldOf(name: string, compilation: Compilation): Field {
  const field = resolveField(name, compilation);
  if (field.kind === "attribute" && field.key === NAMESPACE_DIVISION) compilation.seenDivision = true;
  return field;
}
