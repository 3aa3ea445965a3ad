// Splits a list filter into tokens. It knows no grammar: whether `and` is an operator is the parser's matter.
import { MALFORMED, queryError } from "./query-error.ts";

export interface Token {
  readonly kind: "word" | "quoted-name" | "string" | "number" | "symbol" | "end";
  /** Names and strings without their quotes; words as written. */
  readonly text: string;
  /** Where it begins, counted from 1. */
  readonly position: number;
}

const SPACE = /\s+/y;
const WORD = /[A-Za-z_@][A-Za-z0-9_.$@]*/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const SYMBOL = /<=|>=|!=|<>|&&|\|\||[=<>(),!+-]/y;

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", Z: "\x1a" };

export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < source.length) {
    offset += matchAt(SPACE, source, offset)?.length ?? 0;
    if (offset >= source.length) break;
    const [token, end] = tokenAt(source, offset);
    tokens.push(token);
    offset = end;
  }
  tokens.push({ kind: "end", text: "", position: source.length + 1 });
  return tokens;
}

export function syntaxError(token: Token): Error {
  const near = token.kind === "end" ? "" : ` near '${token.text}'`;
  return queryError(MALFORMED, `syntax error at position ${token.position}${near}`);
}

function tokenAt(source: string, offset: number): [Token, number] {
  const quote = source.charAt(offset);
  const position = offset + 1;
  if (quote === "'" || quote === '"' || quote === "`") {
    const [text, end] = quoted(source, offset, quote);
    return [{ kind: quote === "`" ? "quoted-name" : "string", text, position }, end];
  }
  for (const [kind, pattern] of [
    ["word", WORD],
    ["number", NUMBER],
    ["symbol", SYMBOL],
  ] as const) {
    const text = matchAt(pattern, source, offset);
    if (text !== undefined) return [{ kind, text, position }, offset + text.length];
  }
  throw syntaxError({ kind: "symbol", text: quote, position });
}

/** A doubled quote stands for itself, and in strings a backslash escapes what follows. */
function quoted(source: string, start: number, quote: string): [string, number] {
  let text = "";
  for (let offset = start + 1; offset < source.length; offset += 1) {
    const character = source.charAt(offset);
    if (character === quote && source.charAt(offset + 1) === quote) {
      text += quote;
      offset += 1;
    } else if (character === quote) {
      return [text, offset + 1];
    } else if (character === "\\" && quote !== "`" && offset + 1 < source.length) {
      offset += 1;
      const escaped = source.charAt(offset);
      text += ESCAPES[escaped] ?? escaped;
    } else {
      text += character;
    }
  }
  throw syntaxError({ kind: "string", text: source.slice(start + 1), position: source.length + 1 });
}

function matchAt(pattern: RegExp, source: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(source)?.[0];
}
