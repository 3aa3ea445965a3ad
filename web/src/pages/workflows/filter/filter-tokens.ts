// Splits a list filter into tokens, each with its place. It knows no grammar.
import type { FilterError, Place } from "./filter-syntax.ts";

export interface Token extends Place {
  kind: "word" | "quoted-name" | "string" | "number" | "symbol" | "end";
  /** Names and strings without their quotes. */
  text: string;
}

const PATTERNS = [
  ["word", /[A-Za-z_@][A-Za-z0-9_.$@]*/y],
  ["number", /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ["symbol", /<=|>=|!=|<>|&&|\|\||[=<>(),!]/y],
] as const;
const SPACE = /\s*/y;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** Ends at the first character that begins nothing. */
export function tokensOf(source: string): { tokens: Token[]; error: FilterError | undefined } {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    at += SPACE.exec(source)?.[0].length ?? 0;
    if (at >= source.length) break;
    const token = tokenAt(source, at);
    if ("message" in token) return { tokens: [...tokens, end(source)], error: token };
    tokens.push(token);
    at = token.to;
  }
  return { tokens: [...tokens, end(source)], error: undefined };
}

function end({ length }: string): Token {
  return { kind: "end", text: "", from: length, to: length };
}

function tokenAt(source: string, from: number): Token | FilterError {
  const first = source.charAt(from);
  if (first === "'" || first === '"' || first === "`") return quoted(source, from, first);
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = from;
    const text = pattern.exec(source)?.[0];
    if (text !== undefined) return { kind, text, from, to: from + text.length };
  }
  return { from, to: from + 1, message: `“${first}” has no meaning here` };
}

/** A doubled quote stands for itself; in strings a backslash escapes what follows. */
function quoted(source: string, from: number, quote: string): Token | FilterError {
  let text = "";
  for (let at = from + 1; at < source.length; at += 1) {
    const character = source.charAt(at);
    const next = source.charAt(at + 1);
    if (character === quote && next === quote) {
      text += quote;
      at += 1;
    } else if (character === quote) {
      return { kind: quote === "`" ? "quoted-name" : "string", text, from, to: at + 1 };
    } else if (character === "\\" && quote !== "`" && next !== "") {
      text += ESCAPES[next] ?? next;
      at += 1;
    } else text += character;
  }
  return { from, to: source.length, message: `The quote ${quote} is not closed` };
}
