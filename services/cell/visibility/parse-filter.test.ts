// The grammar of list filters: what parses, how it binds, and what is refused.
import { describe, expect, it } from "vitest";
import type { Condition } from "./filter-syntax.ts";
import { parseFilter } from "./parse-filter.ts";

function shape(condition: Condition | undefined): string {
  switch (condition?.kind) {
    case undefined:
      return "";
    case "and":
    case "or":
      return `(${condition.conditions.map(shape).join(` ${condition.kind} `)})`;
    case "not":
      return `not ${shape(condition.condition)}`;
    case "comparison":
      return `${condition.field} ${condition.operator} ${condition.value.value}`;
    case "in":
      return `${condition.field}${condition.negated ? " not" : ""} in ${condition.values.map((v) => v.value).join()}`;
    case "between":
      return `${condition.field}${condition.negated ? " not" : ""} between ${condition.from.value} ${condition.to.value}`;
    case "null":
      return `${condition.field} is${condition.negated ? " not" : ""} null`;
  }
}

describe("a list filter", () => {
  it.each([
    ["", ""],
    ["  ", ""],
    ["WorkflowId = 'a'", "WorkflowId = a"],
    ['WorkflowId="a"', "WorkflowId = a"],
    ["`my-field` = 1", "my-field = 1"],
    ["a=1 or b=2 and not c=3", "(a = 1 or (b = 2 and not c = 3))"],
    ["(a=1 OR b=2) AND c=3", "((a = 1 or b = 2) and c = 3)"],
    ["a != 'it''s'", "a != it's"],
    ["a <> 'x\\'y'", "a != x'y"],
    ["a in ('x', 'y') and b not in (1,2)", "(a in x,y and b not in 1,2)"],
    ["a between 1 and 2 and b not between 3 and 4", "(a between 1 2 and b not between 3 4)"],
    ["a starts_with 'x' or a not starts_with 'y'", "(a STARTS_WITH x or a NOT STARTS_WITH y)"],
    ["a is null and b is not null", "(a is null and b is not null)"],
    ["a = true && b >= -1.5e3", "(a = true and b >= -1500)"],
    ["a = 9223372036854775807", "a = 9223372036854775807"],
  ])("reads %s", (source, expected) => {
    expect(shape(parseFilter(source).condition)).toBe(expected);
  });

  it("has clauses after the condition or alone", () => {
    expect(parseFilter("group by ExecutionStatus").groupBy).toEqual(["ExecutionStatus"]);
    expect(parseFilter("a = 1 ORDER BY StartTime DESC, RunId").orderBy).toEqual(["StartTime", "RunId"]);
  });

  it.each([
    ["a =", "malformed SQL query: syntax error"],
    ["a = 'x", "malformed SQL query: syntax error"],
    ["(a = 1", "malformed SQL query: syntax error"],
    ["a = 1 b = 2", "malformed SQL query: syntax error"],
    ["a = 1; drop table visibility", "malformed SQL query: syntax error"],
    ["a in ()", "malformed SQL query: syntax error"],
    ["a = null", "malformed SQL query: syntax error"],
    ["a", "invalid expression: incomplete expression"],
    ["a = b", "did you forget to quote"],
    ["f(a) = 1", "operation is not supported: function expression"],
    ["a like 'x'", "operation is not supported: operator 'LIKE'"],
    ["a = 1 limit 5", "operation is not supported: 'LIMIT' clause"],
    ["1 = a", "invalid expression: must be a column name"],
    ["a is true", "'IS' operator can only be used as"],
    [`${"(".repeat(65)}a=1${")".repeat(65)}`, "nested deeper"],
    [Array.from({ length: 257 }, () => "a=1").join(" or "), "more than 256 conditions"],
    [`a in (${Array.from({ length: 1001 }, () => "1").join()})`, "more than 1000 values"],
    [`a = '${"x".repeat(17_000)}'`, "longer than"],
  ])("refuses %.60s", (source, message) => {
    expect(() => parseFilter(source)).toThrow(message);
  });
});
