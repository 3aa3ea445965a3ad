// What a filter means: the SQL that comes out, the types that go in, and that values never become SQL.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CloudError } from "#shared/errors";
import { compileFilter } from "./compile-filter.ts";
import { parseFilter } from "./parse-filter.ts";
import { WORKFLOWS } from "./schema.ts";
import type { AttributeType } from "./search-attributes.ts";

const NAMESPACE = "00000000-0000-4000-8000-000000000001";
const definitions = new Map<string, AttributeType>([
  ["Customer", "Keyword"],
  ["Tags", "KeywordList"],
  ["Notes", "Text"],
  ["Amount", "Int"],
  ["Ratio", "Double"],
  ["Paid", "Bool"],
  ["Due", "Datetime"],
]);

function compile(query: string): { where: string; values: unknown[] } {
  const { where, parameters } = compileFilter(parseFilter(query), {
    namespaceId: NAMESPACE,
    schema: WORKFLOWS,
    definitions,
  });
  return { where, values: parameters.values };
}

describe("a compiled filter", () => {
  it("T6: names the namespace first, whatever the filter says", () => {
    const { where, values } = compile("WorkflowId = 'a' or RunId is null");
    expect(where).toMatch(/^namespace_id = \$1::uuid and \(.*\) and \(search_attributes is null or not/s);
    expect(values[0]).toBe(NAMESPACE);
  });

  it("leaves the division to a filter that names it", () => {
    expect(compile("TemporalNamespaceDivision is not null").where).not.toContain(
      "search_attributes is null or",
    );
  });

  it("finds an open execution by the order of the list", () => {
    expect(compile("ExecutionStatus = 'Running'").where).toContain("close_time = 'infinity'");
    expect(compile("ExecutionStatus in ('Failed', 3)").where).toContain("close_time < 'infinity'");
    expect(compile("ExecutionStatus != 'Running'").where).toContain(
      "not ((status) = $2::smallint and close_time",
    );
  });

  it("uses containment for equality, and the key itself under a NOT", () => {
    expect(compile("Customer = 'a'").values).toContain('{"Customer":"a"}');
    expect(compile("Tags = 'a'").values).toContain('{"Tags":["a"]}');
    expect(compile("not Customer = 'a'").where).toContain("search_attributes ->> $2::text");
    expect(compile("Customer != 'a'").where).toContain("search_attributes ->> $2::text");
  });

  it.each([
    ["Amount = 5", '{"Amount":5}'],
    ["Paid = true", '{"Paid":true}'],
    ["Due = '2024-01-01T02:00:00+02:00'", '{"Due":"2024-01-01T00:00:00.000000000Z"}'],
    ["StartTime > 1500000000000000000", "2017-07-14T02:40:00.000000000Z"],
    ["ExecutionDuration > '1h30m'", "5400000000000"],
    ["ExecutionDuration > '2d'", "172800000000000"],
    ["ExecutionDuration > '00:01:30'", "90000000000"],
    ["ExecutionStatus > 'WORKFLOW_EXECUTION_STATUS_TIMED_OUT'", "7"],
  ])("gives the value of %s its type", (query, value) => {
    expect(compile(query).values).toContain(value);
  });

  it.each([
    ["Customer = 5", "invalid value type for search attribute Customer of type Keyword: 5 (type: int64)"],
    ["Amount = 'x'", 'invalid value type for search attribute Amount of type Int: "x" (type: string)'],
    ["Paid = 'true'", "of type Bool"],
    ["Due = 'yesterday'", "unable to parse datetime 'yesterday'"],
    ["Due = 1.5", "of type Datetime: 1.5 (type: float64)"],
    ["Notes = ' '", "no tokens found filtering on Text type search attribute Notes"],
    ["Notes > 'a'", "operator '>' not supported for Text type search attribute 'Notes'"],
    [
      "Tags STARTS_WITH 'a'",
      "operator 'STARTS_WITH' not supported for KeywordList type search attribute 'Tags'",
    ],
    ["Amount STARTS_WITH 'a'", "operator 'STARTS_WITH' not supported for Int type search attribute 'Amount'"],
    ["Paid between true and false", "cannot do range condition on search attribute 'Paid' of type Bool"],
    ["Unknown = 1", "invalid search attribute: Unknown"],
    ["ExecutionStatus = 'Sleeping'", "invalid ExecutionStatus value 'Sleeping'"],
    ["ExecutionStatus = 99", "invalid ExecutionStatus value 99"],
    ["ExecutionDuration = 'long'", "invalid duration value"],
    ["a = 1 order by b", "invalid search attribute: a"],
    ["order by StartTime", "operation is not supported: 'ORDER BY' clause"],
    ["group by WorkflowType", "'GROUP BY' clause is not supported for search attribute WorkflowType"],
    ["group by ExecutionStatus, RunId", "'GROUP BY' clause supports only a single field"],
  ])("refuses %s", (query, message) => {
    expect(() => compile(query)).toThrow(message);
    expect(() => compile(query)).toThrow(CloudError);
  });

  it("never puts a value into its SQL", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const quoted = text.replaceAll("\\", "\\\\").replaceAll("'", "''");
        const plain = compile("WorkflowId = 'x' and Customer = 'x' and Notes = 'x y'").where;
        expect(compile(`WorkflowId = '${quoted}' and Customer = '${quoted}' and Notes = 'x y'`).where).toBe(
          plain,
        );
      }),
    );
  });

  it("answers any text with a filter or INVALID_ARGUMENT", () => {
    const word = fc.constantFrom(
      ..."WorkflowId Customer Tags = != ( ) and or not in between is null 'a' 5 true , starts_with Amount -".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word).map((words) => words.join(" ")),
          fc.string(),
        ),
        (query) => {
          try {
            compile(query);
          } catch (error) {
            expect(error).toBeInstanceOf(CloudError);
            expect((error as CloudError).code).toBe("INVALID_ARGUMENT");
          }
        },
      ),
    );
  });
});
