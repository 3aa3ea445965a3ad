// The syntax tree of a list filter. Names and values are as written; what they mean is decided when it is compiled.

export type ComparisonOperator = "=" | "!=" | "<" | "<=" | ">" | ">=" | "STARTS_WITH" | "NOT STARTS_WITH";

export type Literal =
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "double"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean };

export type Condition =
  | { readonly kind: "and" | "or"; readonly conditions: readonly Condition[] }
  | { readonly kind: "not"; readonly condition: Condition }
  | {
      readonly kind: "comparison";
      readonly field: string;
      readonly operator: ComparisonOperator;
      readonly value: Literal;
    }
  | {
      readonly kind: "in";
      readonly field: string;
      readonly negated: boolean;
      readonly values: readonly Literal[];
    }
  | {
      readonly kind: "between";
      readonly field: string;
      readonly negated: boolean;
      readonly from: Literal;
      readonly to: Literal;
    }
  | { readonly kind: "null"; readonly field: string; readonly negated: boolean };

export interface Filter {
  readonly condition: Condition | undefined;
  readonly groupBy: readonly string[];
  readonly orderBy: readonly string[];
}
