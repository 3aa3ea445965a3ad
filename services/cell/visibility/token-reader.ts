// A cursor over a filter's tokens that counts depth and conditions against their limits.
import { syntaxError, type Token } from "./filter-tokens.ts";
import { LIMITS } from "./limits.ts";
import { NOT_SUPPORTED, queryError } from "./query-error.ts";

const RESERVED = new Set(
  "AND OR NOT IN BETWEEN IS NULL LIKE STARTS_WITH TRUE FALSE GROUP ORDER BY LIMIT ASC DESC".split(" "),
);

export class TokenReader {
  readonly #tokens: readonly Token[];
  #index = 0;
  #depth = 0;
  #conditions = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(): Token {
    const token = this.#tokens[this.#index];
    if (token === undefined) throw new Error("read past the end token");
    return token;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== "end") this.#index += 1;
    return token;
  }

  isEnd(): boolean {
    return this.peek().kind === "end";
  }

  isWord(word: string): boolean {
    const token = this.peek();
    return token.kind === "word" && token.text.toUpperCase() === word;
  }

  takeWord(word: string): boolean {
    const isNext = this.isWord(word);
    if (isNext) this.#index += 1;
    return isNext;
  }

  expectWord(word: string): void {
    if (!this.takeWord(word)) throw syntaxError(this.peek());
  }

  takeSymbol(symbol: string): boolean {
    const token = this.peek();
    const isNext = token.kind === "symbol" && token.text === symbol;
    if (isNext) this.#index += 1;
    return isNext;
  }

  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw syntaxError(this.peek());
  }

  /** A field's name: a word that is not reserved, or anything in backquotes. */
  takeName(): string {
    const token = this.peek();
    const isName =
      token.kind === "quoted-name" || (token.kind === "word" && !RESERVED.has(token.text.toUpperCase()));
    if (!isName) throw syntaxError(token);
    this.#index += 1;
    return token.text;
  }

  descend(): void {
    this.#depth += 1;
    if (this.#depth > LIMITS.filterDepthMax) {
      throw queryError(NOT_SUPPORTED, `conditions nested deeper than ${LIMITS.filterDepthMax}`);
    }
  }

  ascend(): void {
    this.#depth -= 1;
  }

  countCondition(): void {
    this.#conditions += 1;
    if (this.#conditions > LIMITS.filterConditionsMax) {
      throw queryError(NOT_SUPPORTED, `more than ${LIMITS.filterConditionsMax} conditions`);
    }
  }
}
