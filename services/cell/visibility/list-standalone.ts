// Lists and counts the standalone executions of one kind and namespace that match a filter.
import type { temporal } from "#contracts";
import type { Queryable } from "#shared/postgres";
import { attributesOf, readPage, type ListedRow, type PageRequest } from "./read-page.ts";

export interface ListedStandalone {
  id: string;
  runId: string;
  status: number;
  startedMs: number;
  executionMs: number;
  /** Undefined while open. */
  closedMs: number | undefined;
  transitionCount: number;
  sizeBytes: number;
  keywords: readonly [string, string, string];
  searchAttributes: Record<string, temporal.api.common.v1.IPayload>;
}

interface Row extends ListedRow {
  id: string;
  status: number;
  execution_micros: string;
  state_transition_count: string;
  state_size_bytes: string;
  keyword_1: string;
  keyword_2: string;
  keyword_3: string;
}

const COLUMNS = `id, status, (extract(epoch from execution_time) * 1000000)::bigint as execution_micros,
  state_transition_count, state_size_bytes, keyword_1, keyword_2, keyword_3`;

/** Errors: INVALID_ARGUMENT for a filter or a token that cannot be understood. */
export async function listStandalone(
  queryable: Queryable,
  request: PageRequest,
): Promise<{ executions: ListedStandalone[]; nextPageToken: Uint8Array }> {
  const { rows, nextPageToken } = await readPage<Row>(queryable, request, COLUMNS);
  const executions = rows.map((row) => ({
    id: row.id,
    runId: row.run_id,
    status: row.status,
    startedMs: Number(row.start_micros) / 1000,
    executionMs: Number(row.execution_micros) / 1000,
    closedMs: row.close_micros === null ? undefined : Number(row.close_micros) / 1000,
    transitionCount: Number(row.state_transition_count),
    sizeBytes: Number(row.state_size_bytes),
    keywords: [row.keyword_1, row.keyword_2, row.keyword_3] as const,
    searchAttributes: attributesOf(row, request.definitions),
  }));
  return { executions, nextPageToken };
}
