// Counts the executions of one namespace that match a filter, in all or by group.
import { Buffer } from "node:buffer";
import type { temporal } from "#contracts";
import type { Queryable } from "#shared/postgres";
import { compileFilter } from "./compile-filter.ts";
import { NAMESPACE_DIVISION } from "./fields.ts";
import type { Filter } from "./filter-syntax.ts";
import { LIMITS } from "./limits.ts";
import { parseFilter } from "./parse-filter.ts";
import { WORKFLOWS, type Schema } from "./schema.ts";
import type { AttributeDefinitions } from "./search-attributes.ts";

export interface CountRequest {
  readonly namespaceId: string;
  readonly definitions: AttributeDefinitions;
  readonly query: string | Filter;
  /** What is counted; workflows unless it says otherwise. */
  readonly schema?: Schema;
}

export interface ExecutionCount {
  readonly count: number;
  /** Empty without GROUP BY. */
  readonly groups: { readonly groupValues: temporal.api.common.v1.IPayload[]; readonly count: number }[];
}

/** Errors: INVALID_ARGUMENT for a filter that cannot be understood. */
export async function countExecutions(queryable: Queryable, request: CountRequest): Promise<ExecutionCount> {
  const filter = typeof request.query === "string" ? parseFilter(request.query) : request.query;
  const { schema = WORKFLOWS } = request;
  const { where, parameters, groupBy } = compileFilter(filter, { ...request, schema });
  if (groupBy === undefined) {
    const { rows } = await queryable.query<{ count: string }>(
      `select count(*) as count from ${schema.table} where ${where}`,
      parameters.values,
    );
    return { count: Number(rows[0]?.count ?? 0), groups: [] };
  }
  const group =
    groupBy.kind === "column"
      ? (groupBy.column.groupSql ?? "null")
      : `search_attributes ->> '${NAMESPACE_DIVISION}'`;
  const limit = parameters.add(LIMITS.groupsMax, "int");
  const { rows } = await queryable.query<{ value: string | null; count: string }>(
    `select ${group} as value, count(*) as count from ${schema.table} where ${where} group by 1 order by 1 limit ${limit}`,
    parameters.values,
  );
  const groups = rows.map(({ value, count }) => ({
    groupValues: [keywordPayload(value)],
    count: Number(count),
  }));
  return { count: groups.reduce((total, { count }) => total + count, 0), groups };
}

function keywordPayload(value: string | null): temporal.api.common.v1.IPayload {
  return {
    metadata: { encoding: Buffer.from("json/plain"), type: Buffer.from("Keyword") },
    data: Buffer.from(JSON.stringify(value)),
  };
}
