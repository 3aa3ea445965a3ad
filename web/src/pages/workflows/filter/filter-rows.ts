// The builder's rows and the filter's text, each made from the other. A text that is more than a list of conditions that
// must all hold (an OR, a NOT around several) has no rows: it stays text.
import type { ComparisonOperator, FieldType, FilterField, FilterNode, Literal } from "./filter-syntax.ts";

export type RowOperator = ComparisonOperator | "IN" | "NOT IN" | "BETWEEN" | "IS NULL" | "IS NOT NULL";

/** `values` are as a person types them: without quotes. */
export interface FilterRow {
  field: string;
  operator: RowOperator;
  values: string[];
}

/** Undefined when the builder cannot show it. */
export function rowsOf(node: FilterNode | undefined): FilterRow[] | undefined {
  if (node === undefined) return [];
  const parts = node.kind === "and" ? node.parts : [node];
  const rows = parts.map(rowOf);
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

function rowOf(node: FilterNode): FilterRow | undefined {
  switch (node.kind) {
    case "comparison":
      return { field: node.field, operator: node.operator, values: [plain(node.value)] };
    case "in":
      return {
        field: node.field,
        operator: node.isNegated ? "NOT IN" : "IN",
        values: node.values.map(plain),
      };
    case "null":
      return { field: node.field, operator: node.isNegated ? "IS NOT NULL" : "IS NULL", values: [] };
    case "between":
      if (node.isNegated) return undefined;
      return { field: node.field, operator: "BETWEEN", values: [plain(node.lower), plain(node.upper)] };
    default:
      return undefined;
  }
}

function plain(literal: Literal): string {
  return literal.kind === "boolean" ? String(literal.isTrue) : literal.text;
}

export function textOfRows(rows: readonly FilterRow[], fields: readonly FilterField[]): string {
  return rows.map((row) => textOfRow(row, typeOf(row.field, fields))).join(" AND ");
}

function textOfRow({ field, operator, values }: FilterRow, type: FieldType): string {
  const name = quotedName(field);
  const [first = "", second = ""] = values.map((value) => quotedValue(value, type));
  switch (operator) {
    case "IS NULL":
    case "IS NOT NULL":
      return `${name} ${operator}`;
    case "IN":
    case "NOT IN":
      return `${name} ${operator} (${values.map((value) => quotedValue(value, type)).join(", ")})`;
    case "BETWEEN":
      return `${name} BETWEEN ${first} AND ${second}`;
    default:
      return `${name} ${operator} ${first}`;
  }
}

export function typeOf(field: string, fields: readonly FilterField[]): FieldType {
  return fields.find(({ name }) => name === field)?.type ?? "Keyword";
}

export function quotedName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
}

export function quotedValue(value: string, type: FieldType): string {
  if (type === "Int" || type === "Double") return value.trim() === "" ? "0" : value.trim();
  if (type === "Bool") return value.trim().toLowerCase() === "true" ? "true" : "false";
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** What can be asked of a field of a type; the first is the usual one. */
export function operatorsOf(type: FieldType): readonly RowOperator[] {
  switch (type) {
    case "Status":
      return ["=", "!=", "IN", "NOT IN"];
    case "Keyword":
      return ["=", "!=", "STARTS_WITH", "NOT STARTS_WITH", "IN", "NOT IN", "IS NULL", "IS NOT NULL"];
    case "Text":
      return ["=", "!=", "IS NULL", "IS NOT NULL"];
    case "Bool":
      return ["=", "!=", "IS NULL", "IS NOT NULL"];
    case "KeywordList":
      return ["=", "!=", "IN", "NOT IN", "IS NULL", "IS NOT NULL"];
    default:
      return [">=", "<=", ">", "<", "=", "!=", "BETWEEN", "IS NULL", "IS NOT NULL"];
  }
}
