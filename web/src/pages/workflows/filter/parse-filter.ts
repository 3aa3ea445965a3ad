// Reads a list filter as the server would: OR binds weakest, then AND, then NOT. Names and values are checked against
// the namespace's fields, so that a mistake is shown at its place before anything is sent.
import { checkValue } from "./check-value.ts";
import type {
  ComparisonOperator,
  FieldType,
  FilterError,
  FilterField,
  FilterNode,
  Literal,
} from "./filter-syntax.ts";
import { tokensOf, type Token } from "./filter-tokens.ts";

export type ParsedFilter = { node: FilterNode | undefined } | { error: FilterError };

const COMPARISONS: Readonly<Record<string, ComparisonOperator>> = {
  "=": "=",
  "!=": "!=",
  "<>": "!=",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};
const CLAUSES = new Set(["GROUP", "ORDER", "LIMIT"]);
const DEPTH_MAX = 64;

export function parseFilter(source: string, fields: readonly FilterField[]): ParsedFilter {
  const { tokens, error } = tokensOf(source);
  if (error !== undefined) return { error };
  try {
    return { node: new Parser(tokens, fields).filter() };
  } catch (problem) {
    if (problem instanceof Misfit) return { error: problem.place };
    throw problem;
  }
}

class Misfit extends Error {
  constructor(readonly place: FilterError) {
    super(place.message);
  }
}

function fail({ from, to }: { from: number; to: number }, message: string): never {
  throw new Misfit({ from, to: Math.max(to, from + 1), message });
}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly fields: readonly FilterField[],
  ) {}

  filter(): FilterNode | undefined {
    if (this.peek().kind === "end") return undefined;
    const node = this.or();
    const rest = this.peek();
    if (rest.kind === "word" && CLAUSES.has(rest.text.toUpperCase())) {
      fail(rest, `${rest.text.toUpperCase()} cannot be part of a list's filter`);
    }
    if (rest.text === ")") fail(rest, "This parenthesis was never opened");
    if (rest.kind !== "end") fail(rest, "AND or OR is missing before this");
    return node;
  }

  private or(): FilterNode {
    const parts = [this.and()];
    while (this.takeWord("OR") || this.takeSymbol("||")) parts.push(this.and());
    return joined("or", parts);
  }

  private and(): FilterNode {
    const parts = [this.not()];
    while (this.takeWord("AND") || this.takeSymbol("&&")) parts.push(this.not());
    return joined("and", parts);
  }

  private not(): FilterNode {
    const token = this.peek();
    if (this.takeWord("NOT") || this.takeSymbol("!"))
      return { kind: "not", part: this.deeper(token, () => this.not()) };
    if (!this.takeSymbol("(")) return this.condition();
    const node = this.deeper(token, () => this.or());
    if (!this.takeSymbol(")")) fail(token, "This parenthesis is not closed");
    return node;
  }

  private deeper(place: Token, read: () => FilterNode): FilterNode {
    this.depth += 1;
    if (this.depth > DEPTH_MAX) fail(place, `More than ${DEPTH_MAX} conditions are inside of one another`);
    const node = read();
    this.depth -= 1;
    return node;
  }

  private condition(): FilterNode {
    const name = this.next();
    if (name.kind !== "word" && name.kind !== "quoted-name") {
      fail(
        name,
        name.kind === "end" ? "A condition is missing at the end" : "A condition begins with a field’s name",
      );
    }
    const field = this.fieldOf(name);
    const operator = this.next();
    const word = operator.text.toUpperCase();
    const comparison = operator.kind === "symbol" ? COMPARISONS[operator.text] : undefined;
    if (comparison !== undefined) return this.comparison(name.text, field, comparison, operator);
    if (operator.kind !== "word")
      fail(operator, `An operator is missing after ${name.text}: =, !=, IN, BETWEEN …`);
    if (word === "IS") return this.isNull(name.text);
    if (word !== "NOT") return this.wordOperator(name.text, field, { token: operator, isNegated: false });
    return this.wordOperator(name.text, field, { token: this.next(), isNegated: true });
  }

  private comparison(name: string, type: FieldType, operator: ComparisonOperator, place: Token): FilterNode {
    const isOrder = operator !== "=" && operator !== "!=";
    if (isOrder && (type === "Bool" || type === "Text" || type === "KeywordList" || type === "Status")) {
      fail(place, `${name} is of type ${type}, which has no order: use = or !=`);
    }
    return { kind: "comparison", field: name, operator, value: this.literal(name, type) };
  }

  private wordOperator(
    name: string,
    type: FieldType,
    { token, isNegated }: { token: Token; isNegated: boolean },
  ): FilterNode {
    switch (token.text.toUpperCase()) {
      case "IN":
        return { kind: "in", field: name, isNegated, values: this.list(name, type) };
      case "BETWEEN": {
        const lower = this.literal(name, type);
        if (!this.takeWord("AND")) fail(this.peek(), "BETWEEN needs AND between its two values");
        return { kind: "between", field: name, isNegated, lower, upper: this.literal(name, type) };
      }
      case "STARTS_WITH":
        if (type !== "Keyword")
          fail(token, `STARTS_WITH is for fields of type Keyword; ${name} is of type ${type}`);
        return {
          kind: "comparison",
          field: name,
          operator: isNegated ? "NOT STARTS_WITH" : "STARTS_WITH",
          value: this.literal(name, type),
        };
      default:
        return fail(
          token,
          `“${token.text}” is no operator: use =, !=, <, >, IN, BETWEEN, STARTS_WITH or IS NULL`,
        );
    }
  }

  private isNull(name: string): FilterNode {
    const isNegated = this.takeWord("NOT");
    if (!this.takeWord("NULL")) fail(this.peek(), "After IS comes NULL or NOT NULL");
    return { kind: "null", field: name, isNegated };
  }

  private list(name: string, type: FieldType): Literal[] {
    const open = this.peek();
    if (!this.takeSymbol("(")) fail(open, "IN needs its values in parentheses");
    const values = [this.literal(name, type)];
    while (this.takeSymbol(",")) values.push(this.literal(name, type));
    if (!this.takeSymbol(")")) fail(open, "This parenthesis is not closed");
    return values;
  }

  private literal(name: string, type: FieldType): Literal {
    const token = this.next();
    const literal = literalOf(token);
    if (literal === undefined) {
      const isBare = token.kind === "word" || token.kind === "quoted-name";
      fail(token, isBare ? `A value is in quotes: "${token.text}"` : `A value for ${name} is missing`);
    }
    const objection = checkValue(name, type, literal);
    if (objection !== undefined) fail(token, objection);
    return literal;
  }

  private fieldOf(token: Token): FieldType {
    const bare = token.text.replace(/^Temporal/, "");
    const field =
      this.fields.find(({ name }) => name === token.text) ??
      this.fields.find(({ name }) => name.replace(/^Temporal/, "") === bare);
    if (field !== undefined) return field.type;
    const near = this.fields.find(({ name }) => name.toLowerCase() === token.text.toLowerCase());
    return fail(
      token,
      `There is no field ${token.text}${near === undefined ? "" : `: did you mean ${near.name}?`}`,
    );
  }

  private peek(): Token {
    // The list ends with a token of its own, which is never passed.
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as Token;
  }

  private next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private takeWord(word: string): boolean {
    const { kind, text } = this.peek();
    const fits = kind === "word" && text.toUpperCase() === word;
    if (fits) this.at += 1;
    return fits;
  }

  private takeSymbol(symbol: string): boolean {
    const { kind, text } = this.peek();
    const fits = kind === "symbol" && text === symbol;
    if (fits) this.at += 1;
    return fits;
  }
}

function joined(kind: "and" | "or", parts: FilterNode[]): FilterNode {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind, parts };
}

function literalOf({ kind, text, from, to }: Token): Literal | undefined {
  if (kind === "string" || kind === "number") return { kind, text, from, to };
  const word = text.toUpperCase();
  if (kind === "word" && (word === "TRUE" || word === "FALSE"))
    return { kind: "boolean", isTrue: word === "TRUE", from, to };
  return undefined;
}
