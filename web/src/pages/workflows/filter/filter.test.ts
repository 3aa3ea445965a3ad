// The filter language: what the builder makes, what a text means, and where a mistake is.
import { describe, expect, test } from "vitest";
import { rowsOf, textOfRows, type FilterRow } from "./filter-rows.ts";
import { SYSTEM_FIELDS, type FilterField } from "./filter-syntax.ts";
import { instantOf } from "./instant.ts";
import { parseFilter } from "./parse-filter.ts";

const FIELDS: readonly FilterField[] = [
  ...SYSTEM_FIELDS,
  { name: "CustomerId", type: "Keyword" },
  { name: "Amount", type: "Double" },
  { name: "Paid", type: "Bool" },
  { name: "Note", type: "Text" },
  { name: "odd name", type: "Keyword" },
];

function errorOf(text: string): { at: string; message: string } | undefined {
  const parsed = parseFilter(text, FIELDS);
  if (!("error" in parsed)) return undefined;
  const { from, to, message } = parsed.error;
  return { at: text.slice(from, to), message };
}

const ROWS: readonly FilterRow[] = [
  { field: "ExecutionStatus", operator: "IN", values: ["Running", "Failed"] },
  { field: "CustomerId", operator: "=", values: [`o'Neil "x" \\ y`] },
  { field: "Amount", operator: "BETWEEN", values: ["1", "2.5"] },
  { field: "Paid", operator: "=", values: ["true"] },
  { field: "odd name", operator: "IS NOT NULL", values: [] },
  { field: "WorkflowId", operator: "NOT STARTS_WITH", values: ["order-"] },
  { field: "StartTime", operator: ">", values: ["2026-11-28T08:00:00Z"] },
];

test("what the builder writes, it reads again", () => {
  const text = textOfRows(ROWS, FIELDS);
  expect(text).toBe(
    'ExecutionStatus IN ("Running", "Failed") AND CustomerId = "o\'Neil \\"x\\" \\\\ y" AND Amount BETWEEN 1 AND 2.5' +
      ' AND Paid = true AND `odd name` IS NOT NULL AND WorkflowId NOT STARTS_WITH "order-"' +
      ' AND StartTime > "2026-11-28T08:00:00Z"',
  );
  const parsed = parseFilter(text, FIELDS);
  expect("node" in parsed && rowsOf(parsed.node)).toEqual(ROWS);
});

test("an empty text is every workflow, and what has an OR stays text", () => {
  const empty = parseFilter("  ", FIELDS);
  expect("node" in empty && rowsOf(empty.node)).toEqual([]);
  const either = parseFilter("Paid = true or (Paid = false and NOT Amount < 3)", FIELDS);
  expect("node" in either && rowsOf(either.node)).toBeUndefined();
  expect(either).toMatchObject({
    node: { kind: "or", parts: [{ kind: "comparison" }, { kind: "and", parts: [{}, { kind: "not" }] }] },
  });
});

test("AND binds closer than OR, and words may be written small", () => {
  expect(parseFilter("Paid = true and Amount > 1 or Note = 'x'", FIELDS)).toMatchObject({
    node: { kind: "or", parts: [{ kind: "and" }, { kind: "comparison", field: "Note" }] },
  });
});

describe("a mistake is told at its place", () => {
  test.each([
    ['WorkflowTyp = "x"', "WorkflowTyp", "There is no field"],
    ['workflowtype = "x"', "workflowtype", "did you mean WorkflowType?"],
    ['ExecutionStatus = "Runing"', '"Runing"', "has no value"],
    ["CustomerId = x", "x", "in quotes"],
    ["CustomerId = 5", "5", "is a text"],
    ['Amount = "5"', '"5"', "is a number"],
    ["HistoryLength > 1.5", "1.5", "whole number"],
    ['Paid = "true"', '"true"', "true or false"],
    ['StartTime > "yesterday"', '"yesterday"', "is a time"],
    ['ExecutionDuration > "long"', '"long"', "is a duration"],
    ["Paid > true", ">", "has no order"],
    ['Amount STARTS_WITH "1"', "STARTS_WITH", "for fields of type Keyword"],
    ['CustomerId LIKE "x"', "LIKE", "is no operator"],
    ["Amount BETWEEN 1 2", "2", "needs AND"],
    ["CustomerId IN 'a'", "'a'", "parentheses"],
    ["CustomerId = 'a", "'a", "not closed"],
    ["(Paid = true", "(", "not closed"],
    ["Paid = true)", ")", "never opened"],
    ["Paid = true Amount = 1", "Amount", "AND or OR is missing"],
    ["Paid = true AND", "", "missing at the end"],
    ["Paid", "", "operator is missing"],
    ["Paid = ", "", "value for Paid is missing"],
    ["Paid IS true", "true", "NULL"],
    ["Paid = true ORDER BY StartTime", "ORDER", "cannot be part"],
    ["Paid = true # x", "#", "no meaning"],
    ["= 5", "=", "field’s name"],
  ])("%s", (text, at, message) => {
    const error = errorOf(text);
    expect(error?.at).toBe(at);
    expect(error?.message).toContain(message);
  });

  test("also in a text that nests without end", () => {
    expect(errorOf("(".repeat(5_000))?.message).toContain("inside of one another");
  });
});

test("a time may be typed as how long ago it is", () => {
  const now = Date.parse("2026-11-28T12:00:00Z");
  expect(["3h", "last 30 min", "2 days ago", "2026-11-28"].map((text) => instantOf(text, now))).toEqual([
    "2026-11-28T09:00:00Z",
    "2026-11-28T11:30:00Z",
    "2026-11-26T12:00:00Z",
    "2026-11-28",
  ]);
});
