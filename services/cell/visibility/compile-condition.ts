// Turns one condition on a field into SQL with parameters. `isNegated` says that a NOT stands around it: then a
// missing value must give null, not false, so that NOT leaves it out, as it does in Temporal's SQL visibility.
import { isOpenStatus } from "./execution-status.ts";
import { isStatus, isUuidColumn, type Field } from "./fields.ts";
import type { ComparisonOperator, Condition } from "./filter-syntax.ts";
import { typedValue } from "./filter-values.ts";
import { INVALID_EXPRESSION, NOT_SUPPORTED, queryError } from "./query-error.ts";
import { storableJson } from "./search-attribute-values.ts";
import type { SqlParameters } from "./sql-parameters.ts";

export type FieldCondition = Exclude<Condition, { kind: "and" | "or" | "not" }>;

/** More values than this in one IN are compared one by one, not looked up in the index. */
const INDEXED_VALUES_MAX = 20;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type AttributeField = Extract<Field, { kind: "attribute" }>;

interface Target {
  readonly field: Field;
  readonly parameters: SqlParameters;
  readonly isNegated: boolean;
}

export function compileCondition(condition: FieldCondition, target: Target): string {
  switch (condition.kind) {
    case "null":
      return `${nullableSql(target)} is ${condition.negated ? "not null" : "null"}`;
    case "between":
      return compileBetween(condition, target);
    case "in":
      return compileIn(condition, target);
    case "comparison":
      return compileComparison(condition, target);
  }
}

function compileComparison(
  condition: Extract<FieldCondition, { kind: "comparison" }>,
  target: Target,
): string {
  const { field } = target;
  const { operator } = condition;
  assertSupported(field, operator);
  const value = typedValue(field, condition.value);
  if (operator === "=") return equalsAny(target, [value]);
  if (operator === "!=") return `not (${equalsAny({ ...target, isNegated: true }, [value])})`;
  if (operator === "STARTS_WITH" || operator === "NOT STARTS_WITH") {
    if (isStatus(field)) {
      throw queryError(
        INVALID_EXPRESSION,
        `right-hand side of "${operator.toLowerCase()}" operator must be a literal string`,
      );
    }
    const sql = `${textSql(target)} ^@ ${target.parameters.add(value, "text")}`;
    return operator === "STARTS_WITH" ? sql : `not (${sql})`;
  }
  const [left, type] = comparable(target);
  return `${left} ${operator} ${target.parameters.add(value, type)}`;
}

function compileBetween(condition: Extract<FieldCondition, { kind: "between" }>, target: Target): string {
  const { field, parameters } = target;
  if (!["Datetime", "Double", "Int", "Keyword"].includes(field.type)) {
    throw queryError(
      INVALID_EXPRESSION,
      `cannot do range condition on search attribute '${field.name}' of type ${field.type}`,
    );
  }
  const [left, type] = comparable(target);
  const from = parameters.add(typedValue(field, condition.from), type);
  const to = parameters.add(typedValue(field, condition.to), type);
  return `${left} ${condition.negated ? "not between" : "between"} ${from} and ${to}`;
}

function compileIn(condition: Extract<FieldCondition, { kind: "in" }>, target: Target): string {
  assertSupported(target.field, condition.negated ? "NOT IN" : "IN");
  const values = condition.values.map((literal) => typedValue(target.field, literal));
  if (!condition.negated) return equalsAny(target, values);
  return `not (${equalsAny({ ...target, isNegated: true }, values)})`;
}

/** Equality with one of the values, by an index where there is one. */
function equalsAny(target: Target, values: readonly string[]): string {
  const { field, parameters } = target;
  if (field.type === "Text") return containsWords(target, values[0] ?? "");
  if (field.kind === "attribute") {
    if (field.type === "KeywordList" || (!target.isNegated && values.length <= INDEXED_VALUES_MAX)) {
      return values.map((value) => containsJson(target, field, value)).join(" or ");
    }
  }
  if (isUuidColumn(field) && values.every((value) => UUID.test(value))) {
    return `${columnSql(field)} = any(${parameters.add(values, "uuid[]")})`;
  }
  const [left, type] = comparable(target);
  const [value] = values;
  const isOne = values.length === 1 && value !== undefined;
  const right = isOne ? parameters.add(value, type) : `any(${parameters.add(values, `${type}[]`)})`;
  return `${left} = ${right}${impliedByStatus(field, values)}`;
}

/** Open executions are those without a close time, which the order of the list finds at once. */
function impliedByStatus(field: Field, values: readonly string[]): string {
  if (!isStatus(field)) return "";
  const open = values.filter((value) => isOpenStatus(Number(value))).length;
  if (open === values.length) return " and close_time = 'infinity'";
  return open === 0 ? " and close_time < 'infinity'" : "";
}

/** Containment in the whole object uses the GIN index; under a NOT only the key itself is compared. */
function containsJson(target: Target, attribute: AttributeField, value: string): string {
  const { parameters, isNegated } = target;
  const { type, key, formerKeys } = attribute;
  const isText = type === "Keyword" || type === "KeywordList" || type === "Datetime";
  const scalar = isText ? storableJson(value) : value;
  const json = type === "KeywordList" ? `[${scalar}]` : scalar;
  if (isNegated) return `${jsonSql(attribute, parameters, "->")} @> ${parameters.add(json, "jsonb")}`;
  const contains = (held: string): string =>
    `search_attributes @> ${parameters.add(`{${storableJson(held)}:${json}}`, "jsonb")}`;
  const formerly = formerKeys.map(
    (held) => `(${contains(held)} and not search_attributes ? ${parameters.add(key, "text")})`,
  );
  return [contains(key), ...formerly].join(" or ");
}

/** The stored value, under the key or, where there is none, under a key of before. */
function jsonSql(attribute: AttributeField, parameters: SqlParameters, operator: "->" | "->>"): string {
  const keys = [attribute.key, ...attribute.formerKeys];
  const values = keys.map((key) => `search_attributes ${operator} ${parameters.add(key, "text")}`);
  return values.length === 1 ? `(${values.join()})` : `coalesce(${values.join(", ")})`;
}

/** A Text matches when it has one of the words, whatever their case. */
function containsWords(target: Target, value: string): string {
  const words = value.split(/\s+/).filter((word) => word !== "");
  const queries = words.map((word) => `plainto_tsquery('simple', ${target.parameters.add(word, "text")})`);
  return `to_tsvector('simple', ${nullableSql(target)}) @@ (${queries.join(" || ")})`;
}

/** The field as it is compared, and the SQL type of what it is compared with. */
function comparable(target: Target): [sql: string, type: string] {
  const { field } = target;
  if (isStatus(field)) return [nullableSql(target), "smallint"];
  switch (field.type) {
    case "Int":
    case "Double":
      return [nullableSql(target), "numeric"];
    case "Bool":
      return [nullableSql(target), "jsonb"];
    case "Datetime":
      return [nullableSql(target), field.kind === "column" ? "timestamptz" : "text"];
    default:
      return [textSql(target), "text"];
  }
}

function textSql(target: Target): string {
  return isUuidColumn(target.field) ? `(${nullableSql(target)}::text collate "C")` : nullableSql(target);
}

/** Null where the execution has no such value. A value of another type than the attribute's counts as none. */
function nullableSql(target: Target): string {
  const { field, parameters } = target;
  if (field.kind === "column") return columnSql(field);
  switch (field.type) {
    case "Int":
    case "Double": {
      const value = jsonSql(field, parameters, "->");
      return `(case when jsonb_typeof(${value}) = 'number' then (${value} #>> '{}')::numeric end)`;
    }
    case "Bool":
    case "KeywordList":
      return jsonSql(field, parameters, "->");
    default:
      return `(${jsonSql(field, parameters, "->>")} collate "C")`;
  }
}

function columnSql(field: Field): string {
  return field.kind === "column" ? `(${field.column.sql})` : "null";
}

function assertSupported(field: Field, operator: ComparisonOperator | "IN" | "NOT IN"): void {
  const isEquality = operator === "=" || operator === "!=";
  const isMembership = operator === "IN" || operator === "NOT IN";
  const isPrefix = operator === "STARTS_WITH" || operator === "NOT STARTS_WITH";
  const isSupported =
    isEquality ||
    (isMembership && field.type !== "Text") ||
    (isPrefix && field.type === "Keyword") ||
    (!isMembership && !isPrefix && field.type !== "Text" && field.type !== "KeywordList");
  if (isSupported) return;
  throw queryError(
    NOT_SUPPORTED,
    `operator '${operator}' not supported for ${field.type} type search attribute '${field.name}'`,
  );
}
