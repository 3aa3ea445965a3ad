// Parses a list filter: tokens to syntax tree, by recursive descent. OR binds weakest, then AND, then NOT.
// It checks form and limits only; names and types are the compiler's matter.
import { Buffer } from "node:buffer";
import type { Condition, Filter } from "./filter-syntax.ts";
import { syntaxError, tokenize } from "./filter-tokens.ts";
import { LIMITS } from "./limits.ts";
import { parseComparison } from "./parse-comparison.ts";
import { NOT_SUPPORTED, queryError } from "./query-error.ts";
import { TokenReader } from "./token-reader.ts";

/** Errors: INVALID_ARGUMENT when the text is malformed, too long or too deep. */
export function parseFilter(source: string): Filter {
  if (Buffer.byteLength(source) > LIMITS.queryBytesMax) {
    throw queryError(NOT_SUPPORTED, `query is longer than ${LIMITS.queryBytesMax} bytes`);
  }
  const reader = new TokenReader(tokenize(source));
  const startsWithClause = reader.isWord("GROUP") || reader.isWord("ORDER") || reader.isWord("LIMIT");
  const condition = reader.isEnd() || startsWithClause ? undefined : parseOr(reader);
  const groupBy = reader.takeWord("GROUP") ? parseNames(reader) : [];
  const orderBy = reader.takeWord("ORDER") ? parseNames(reader) : [];
  if (reader.isWord("LIMIT")) throw queryError(NOT_SUPPORTED, "'LIMIT' clause");
  if (!reader.isEnd()) throw syntaxError(reader.peek());
  return { condition, groupBy, orderBy };
}

function parseOr(reader: TokenReader): Condition {
  const conditions = [parseAnd(reader)];
  while (reader.takeWord("OR") || reader.takeSymbol("||")) conditions.push(parseAnd(reader));
  return joined("or", conditions);
}

function parseAnd(reader: TokenReader): Condition {
  const conditions = [parseNot(reader)];
  while (reader.takeWord("AND") || reader.takeSymbol("&&")) conditions.push(parseNot(reader));
  return joined("and", conditions);
}

function parseNot(reader: TokenReader): Condition {
  if (!reader.takeWord("NOT") && !reader.takeSymbol("!")) return parsePrimary(reader);
  reader.descend();
  const condition = parseNot(reader);
  reader.ascend();
  return { kind: "not", condition };
}

function parsePrimary(reader: TokenReader): Condition {
  if (!reader.takeSymbol("(")) return parseComparison(reader);
  reader.descend();
  const condition = parseOr(reader);
  reader.expectSymbol(")");
  reader.ascend();
  return condition;
}

function parseNames(reader: TokenReader): string[] {
  reader.expectWord("BY");
  const names: string[] = [];
  do {
    names.push(reader.takeName());
    if (!reader.takeWord("ASC")) reader.takeWord("DESC");
  } while (reader.takeSymbol(","));
  return names;
}

function joined(kind: "and" | "or", conditions: readonly Condition[]): Condition {
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? only : { kind, conditions };
}
