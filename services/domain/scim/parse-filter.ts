// Reads the filter language of RFC 7644 (section 3.4.2.2) and the paths of PATCH, which contain filters. Pure.
import { readAttributePath, type AttributePath } from "./attribute-path.ts";
import { ScimRefusal } from "./scim-refusal.ts";

export const OPERATORS = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"] as const;
export type Operator = (typeof OPERATORS)[number];
export type Literal = string | number | boolean | null;

export type Filter =
  | { kind: "and" | "or"; left: Filter; right: Filter }
  | { kind: "not"; inner: Filter }
  | { kind: "present"; path: AttributePath }
  | { kind: "compare"; path: AttributePath; operator: Operator; value: Literal }
  /** One element fits all of the inner filter: emails[type eq "work" and value co "@"]. */
  | { kind: "element"; path: AttributePath; inner: Filter };

/** members[value eq "1"].display */
export interface PatchPath extends AttributePath {
  filter?: Filter;
}

const FILTER_LENGTH_MAX = 2_000;
const TERMS_MAX = 60;
const DEPTH_MAX = 20;
const TOKEN = /\s*("(?:[^"\\]|\\.)*"|[()[\]]|[^\s()[\]"]+)/y;

interface Reader {
  tokens: string[];
  at: number;
  terms: number;
}

/** Errors: ScimRefusal invalidFilter. */
export function parseFilter(text: string): Filter {
  const reader = readTokens(text, "invalidFilter");
  const filter = readOr(reader, 0);
  if (reader.at < reader.tokens.length) throw invalid(`nothing is expected at ${reader.tokens[reader.at]}`);
  return filter;
}

/** Errors: ScimRefusal invalidPath. */
export function parsePatchPath(text: string): PatchPath {
  const reader = readTokens(text, "invalidPath");
  const path = readAttributePath(take(reader) ?? "");
  if (path === undefined) throw new ScimRefusal("invalidPath", `${text} is no path of an attribute.`);
  if (reader.tokens[reader.at] !== "[") return atEnd(reader, path, text);
  reader.at += 1;
  const filter = readOr(reader, 0);
  expect(reader, "]");
  const rest = take(reader);
  if (rest === undefined) return { ...path, filter };
  const sub = readAttributePath(rest.replace(/^\./, ""));
  const isSub = rest.startsWith(".") && sub !== undefined && sub.sub === undefined;
  if (!isSub) throw new ScimRefusal("invalidPath", `${rest} is no sub-attribute.`);
  return atEnd(reader, { attribute: path.attribute, filter, sub: sub.attribute }, text);
}

function atEnd(reader: Reader, path: PatchPath, text: string): PatchPath {
  if (reader.at === reader.tokens.length) return path;
  throw new ScimRefusal("invalidPath", `${text} goes on after its path.`);
}

function readTokens(text: string, refusal: "invalidFilter" | "invalidPath"): Reader {
  if (text.length > FILTER_LENGTH_MAX)
    throw new ScimRefusal(refusal, `At most ${FILTER_LENGTH_MAX} characters are read.`);
  const tokens: string[] = [];
  const trimmed = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const from = TOKEN.lastIndex;
    const token = TOKEN.exec(trimmed)?.[1];
    if (token === undefined) throw new ScimRefusal(refusal, `${trimmed.slice(from)} is not understood.`);
    tokens.push(token);
  }
  return { tokens, at: 0, terms: 0 };
}

function readOr(reader: Reader, depth: number): Filter {
  let left = readAnd(reader, depth);
  while (takeWord(reader, "or")) left = { kind: "or", left, right: readAnd(reader, depth) };
  return left;
}

function readAnd(reader: Reader, depth: number): Filter {
  let left = readTerm(reader, depth);
  while (takeWord(reader, "and")) left = { kind: "and", left, right: readTerm(reader, depth) };
  return left;
}

function readTerm(reader: Reader, depth: number): Filter {
  reader.terms += 1;
  if (reader.terms > TERMS_MAX || depth > DEPTH_MAX)
    throw new ScimRefusal("tooMany", `A filter has at most ${TERMS_MAX} terms, ${DEPTH_MAX} deep.`);
  if (takeWord(reader, "not")) {
    expect(reader, "(");
    return { kind: "not", inner: readGroup(reader, depth) };
  }
  if (reader.tokens[reader.at] === "(") {
    reader.at += 1;
    return readGroup(reader, depth);
  }
  const name = take(reader) ?? "";
  const path = readAttributePath(name);
  if (path === undefined) throw invalid(`${name} is no attribute`);
  if (reader.tokens[reader.at] === "[") {
    reader.at += 1;
    const inner = readOr(reader, depth + 1);
    expect(reader, "]");
    return { kind: "element", path, inner };
  }
  return readComparison(reader, path);
}

function readGroup(reader: Reader, depth: number): Filter {
  const inner = readOr(reader, depth + 1);
  expect(reader, ")");
  return inner;
}

function readComparison(reader: Reader, path: AttributePath): Filter {
  const word = (take(reader) ?? "").toLowerCase();
  if (word === "pr") return { kind: "present", path };
  const operator = OPERATORS.find((known) => known === word);
  if (operator === undefined) throw invalid(`${word} is no operator`);
  return { kind: "compare", path, operator, value: readLiteral(take(reader) ?? "") };
}

function readLiteral(text: string): Literal {
  try {
    // Words are taken without case, as Entra ID writes them.
    const value: unknown = JSON.parse(/^(true|false|null)$/i.test(text) ? text.toLowerCase() : text);
    if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value as Literal;
  } catch {
    // What is no JSON value is refused below.
  }
  throw invalid(`${text} is no value; texts stand in double quotes`);
}

function take(reader: Reader): string | undefined {
  const token = reader.tokens[reader.at];
  reader.at += 1;
  return token;
}

function takeWord(reader: Reader, word: string): boolean {
  if (reader.tokens[reader.at]?.toLowerCase() !== word) return false;
  reader.at += 1;
  return true;
}

function expect(reader: Reader, token: string): void {
  if (take(reader) !== token) throw invalid(`${token} is missing`);
}

function invalid(why: string): ScimRefusal {
  return new ScimRefusal("invalidFilter", `The filter is not understood: ${why}.`);
}
