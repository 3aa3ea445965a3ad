// The condition on the status among the others of a filter, so that counts by status can narrow and widen it.
import { rowsOf, textOfRows } from "../filter/filter-rows.ts";
import type { FilterField } from "../filter/filter-syntax.ts";
import { parseFilter } from "../filter/parse-filter.ts";

interface StatusFilter {
  /** Of a filter that asks for exactly one status. */
  chosen: string | undefined;
  /** The filter without its condition on the status: what the counts are of. */
  others: string;
  /** The filter with another status; undefined for one that is more than a list of conditions. */
  choose: ((name: string | undefined) => string) | undefined;
}

const FIELD = "ExecutionStatus";

export function statusFilterOf(query: string, fields: readonly FilterField[]): StatusFilter {
  const parsed = parseFilter(query, fields);
  const rows = "node" in parsed ? rowsOf(parsed.node) : undefined;
  if (rows === undefined) return { chosen: undefined, others: query, choose: undefined };
  const of = rows.filter(({ field, operator }) => field === FIELD && operator === "=");
  const [first] = of;
  if (of.length > 1 || first === undefined) {
    return { chosen: undefined, others: query, choose: withStatus(rows) };
  }
  const rest = rows.filter((row) => row !== first);
  return { chosen: first.values[0], others: textOfRows(rest, fields), choose: withStatus(rest) };

  function withStatus(others: NonNullable<typeof rows>): (name: string | undefined) => string {
    return (name) =>
      textOfRows(
        name === undefined ? others : [...others, { field: FIELD, operator: "=", values: [name] }],
        fields,
      );
  }
}
