// Parses one condition of a list filter: a field, an operator and its values.
import type { ComparisonOperator, Condition, Literal } from "./filter-syntax.ts";
import { syntaxError } from "./filter-tokens.ts";
import { LIMITS } from "./limits.ts";
import { INVALID_EXPRESSION, NOT_SUPPORTED, queryError } from "./query-error.ts";
import type { TokenReader } from "./token-reader.ts";

const OPERATORS: Readonly<Record<string, ComparisonOperator>> = {
  "=": "=",
  "!=": "!=",
  "<>": "!=",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};
const INTEGER = /^\d+$/;
const INT64_DIGITS_MAX = 19;

export function parseComparison(reader: TokenReader): Condition {
  reader.countCondition();
  if (["string", "number"].includes(reader.peek().kind)) {
    throw queryError(INVALID_EXPRESSION, "must be a column name but was a value");
  }
  const field = reader.takeName();
  const token = reader.next();
  const symbol = token.kind === "symbol" ? OPERATORS[token.text] : undefined;
  if (symbol !== undefined)
    return { kind: "comparison", field, operator: symbol, value: parseLiteral(reader) };
  if (token.kind === "symbol" && token.text === "(") throw queryError(NOT_SUPPORTED, "function expression");
  const word = token.kind === "word" ? token.text.toUpperCase() : "";
  if (word === "IS") return parseIs(reader, field);
  if (word === "NOT") return parseWordOperator(reader, field, true);
  if (["IN", "BETWEEN", "STARTS_WITH", "LIKE"].includes(word)) {
    return wordOperator(reader, { field, word, negated: false });
  }
  const endsCondition = token.kind === "end" || ["AND", "OR", "GROUP", "ORDER", "LIMIT"].includes(word);
  if (endsCondition || token.text === ")") throw queryError(INVALID_EXPRESSION, "incomplete expression");
  throw syntaxError(token);
}

function parseWordOperator(reader: TokenReader, field: string, negated: boolean): Condition {
  const token = reader.next();
  return wordOperator(reader, { field, word: token.text.toUpperCase(), negated }, token);
}

function wordOperator(
  reader: TokenReader,
  part: { field: string; word: string; negated: boolean },
  token = reader.peek(),
): Condition {
  const { field, negated } = part;
  switch (part.word) {
    case "IN":
      return { kind: "in", field, negated, values: parseTuple(reader) };
    case "BETWEEN": {
      const from = parseLiteral(reader);
      reader.expectWord("AND");
      return { kind: "between", field, negated, from, to: parseLiteral(reader) };
    }
    case "STARTS_WITH":
      return {
        kind: "comparison",
        field,
        operator: negated ? "NOT STARTS_WITH" : "STARTS_WITH",
        value: parseLiteral(reader),
      };
    case "LIKE":
      throw queryError(
        NOT_SUPPORTED,
        `operator '${negated ? "NOT " : ""}LIKE' not supported for search attribute '${field}'`,
      );
    default:
      throw syntaxError(token);
  }
}

function parseIs(reader: TokenReader, field: string): Condition {
  const negated = reader.takeWord("NOT");
  if (reader.takeWord("NULL")) return { kind: "null", field, negated };
  if (reader.isWord("TRUE") || reader.isWord("FALSE")) {
    throw queryError(INVALID_EXPRESSION, "'IS' operator can only be used as 'IS NULL' or 'IS NOT NULL'");
  }
  throw syntaxError(reader.peek());
}

function parseTuple(reader: TokenReader): Literal[] {
  reader.expectSymbol("(");
  const values: Literal[] = [];
  do {
    if (values.length === LIMITS.inValuesMax) {
      throw queryError(NOT_SUPPORTED, `more than ${LIMITS.inValuesMax} values in one list`);
    }
    values.push(parseLiteral(reader));
  } while (reader.takeSymbol(","));
  reader.expectSymbol(")");
  return values;
}

function parseLiteral(reader: TokenReader): Literal {
  const isNegative = reader.takeSymbol("-");
  const isSigned = isNegative || reader.takeSymbol("+");
  const token = reader.next();
  if (token.kind === "number") return numberLiteral(token.text, isNegative);
  if (isSigned) throw syntaxError(token);
  if (token.kind === "string") return { kind: "string", value: token.text };
  const word = token.text.toUpperCase();
  if (token.kind === "word" && (word === "TRUE" || word === "FALSE")) {
    return { kind: "boolean", value: word === "TRUE" };
  }
  if (token.kind === "quoted-name" || (token.kind === "word" && word !== "NULL")) {
    throw queryError(
      NOT_SUPPORTED,
      `column name on the right side of comparison expression (did you forget to quote "${token.text}"?)`,
    );
  }
  throw syntaxError(token);
}

function numberLiteral(text: string, isNegative: boolean): Literal {
  if (INTEGER.test(text) && text.length <= INT64_DIGITS_MAX) {
    const value = isNegative ? -BigInt(text) : BigInt(text);
    if (BigInt.asIntN(64, value) === value) return { kind: "integer", value };
  }
  return { kind: "double", value: isNegative ? -Number(text) : Number(text) };
}
