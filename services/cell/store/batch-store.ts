// Reads and writes batch operations. Writes are statements of a flush, so they are fenced like everything else.
import type { Queryable } from "#shared/postgres";
import type { Statement } from "./statement.ts";

export interface BatchKey {
  namespaceId: string;
  jobId: string;
}

export interface BatchProgress {
  completed: number;
  failed: number;
  /** Workflow and run ids of the executions under way. */
  page: [workflowId: string, runId: string][];
  /** How many of the page are done. */
  position: number;
  /** Undefined at the end of the list. */
  nextPageToken: Uint8Array | undefined;
}

export interface BatchRow extends BatchKey, BatchProgress {
  token: string;
  /** temporal.api.enums.v1.BatchOperationState. */
  state: number;
  request: Uint8Array;
  startedAt: number;
  closedAt: number | undefined;
  total: number;
}

interface StoredRow {
  namespace_id: string;
  job_id: string;
  token: string;
  state: number;
  request: Buffer;
  started_at: string;
  closed_at: string | null;
  total_count: string;
  completed_count: string;
  failed_count: string;
  page: string;
  position: number;
  next_page_token: Buffer | null;
}

const INSERT = `insert into batch_operations (namespace_id, job_id, token, state, request, started_at, total_count,
  completed_count, failed_count, page, position, next_page_token)
select $1::uuid, $2::text, $3::uuid, 1, $4::bytea, $5::bigint, $6::bigint, 0, 0, $7::text, 0, $8::bytea
where (select count(*) from batch_operations where namespace_id = $1::uuid and state = 1) < $9::int
on conflict (namespace_id, job_id) do nothing`;

const SAVE_PAGE = `update batch_operations set page = $3::text, position = 0, next_page_token = $4::bytea
where namespace_id = $1::uuid and job_id = $2::text and state = 1`;

const SAVE_POSITION = `update batch_operations set completed_count = $3::bigint, failed_count = $4::bigint, position = $5::int
where namespace_id = $1::uuid and job_id = $2::text and state = 1`;

const CLOSE = `update batch_operations set state = $3::smallint, closed_at = $4::bigint, page = '[]', position = 0,
  next_page_token = null
where namespace_id = $1::uuid and job_id = $2::text and state = 1`;

const DELETE_OLD = `delete from batch_operations
where (namespace_id = $1::uuid and closed_at < $2::bigint)
  or not exists (select from namespaces where namespaces.namespace_id = batch_operations.namespace_id)`;

/** Adds nothing when the job exists or `runningMax` jobs run: read the row and compare its token. */
export function insertBatch(row: BatchRow, runningMax: number): Statement {
  return {
    name: "batch-insert",
    text: INSERT,
    values: [
      ...[row.namespaceId, row.jobId, row.token, Buffer.from(row.request), row.startedAt, row.total],
      ...[JSON.stringify(row.page), bufferOf(row.nextPageToken), runningMax],
    ],
  };
}

export function saveBatchPage(key: BatchKey, { page, nextPageToken }: BatchProgress): Statement {
  const values = [key.namespaceId, key.jobId, JSON.stringify(page), bufferOf(nextPageToken)];
  return { name: "batch-page", text: SAVE_PAGE, values };
}

export function saveBatchPosition(key: BatchKey, progress: BatchProgress): Statement {
  const { completed, failed, position } = progress;
  const values = [key.namespaceId, key.jobId, completed, failed, position];
  return { name: "batch-position", text: SAVE_POSITION, values };
}

/** Repeatable: a closed job stays as it was closed first. */
export function closeBatch(key: BatchKey, state: number, now: number): Statement {
  return { name: "batch-close", text: CLOSE, values: [key.namespaceId, key.jobId, state, now] };
}

/** Closed jobs of the namespace older than its retention, and all of namespaces that are gone. */
export function deleteOldBatches(namespaceId: string, closedBefore: number): Statement {
  return { name: "batch-delete", text: DELETE_OLD, values: [namespaceId, closedBefore] };
}

function bufferOf(bytes: Uint8Array | undefined): Buffer | null {
  return bytes === undefined ? null : Buffer.from(bytes);
}

export async function readBatch(queryable: Queryable, key: BatchKey): Promise<BatchRow | undefined> {
  const { rows } = await queryable.query<StoredRow>(
    "select * from batch_operations where namespace_id = $1 and job_id = $2",
    [key.namespaceId, key.jobId],
  );
  return rows[0] === undefined ? undefined : rowOf(rows[0]);
}

export async function readRunningBatches(queryable: Queryable, rowsMax: number): Promise<BatchRow[]> {
  const { rows } = await queryable.query<StoredRow>(
    "select * from batch_operations where state = 1 order by started_at, job_id limit $1",
    [rowsMax],
  );
  return rows.map(rowOf);
}

/** Newest first; `before` is the last row of the page before. */
export async function readBatchesOfNamespace(
  queryable: Queryable,
  page: { namespaceId: string; before: { startedAt: number; jobId: string } | undefined; rowsMax: number },
): Promise<BatchRow[]> {
  const { rows } = await queryable.query<StoredRow>(
    `select * from batch_operations where namespace_id = $1 and (started_at, job_id) < ($2::bigint, $3::text)
     order by started_at desc, job_id desc limit $4`,
    [
      page.namespaceId,
      page.before?.startedAt ?? Number.MAX_SAFE_INTEGER,
      page.before?.jobId ?? "",
      page.rowsMax,
    ],
  );
  return rows.map(rowOf);
}

function rowOf(row: StoredRow): BatchRow {
  return {
    namespaceId: row.namespace_id,
    jobId: row.job_id,
    token: row.token,
    state: row.state,
    request: row.request,
    startedAt: Number(row.started_at),
    closedAt: row.closed_at === null ? undefined : Number(row.closed_at),
    total: Number(row.total_count),
    completed: Number(row.completed_count),
    failed: Number(row.failed_count),
    // Written by saveBatchPage and insertBatch only.
    page: JSON.parse(row.page) as BatchProgress["page"],
    position: row.position,
    nextPageToken: row.next_page_token ?? undefined,
  };
}
