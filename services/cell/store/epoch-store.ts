// The fence of the single writer: an advisory lock held by one connection, and an epoch that every commit checks.
import type pg from "pg";
import type { Queryable } from "#shared/postgres";
import { sqlStateOf } from "./database-error.ts";
import type { Statement } from "./statement.ts";

/** Held by the writer's connection for as long as it lives. */
const WRITER_LOCK = 7_233_001;
/** Held shared by every commit (cell_fence) and exclusively by a change of the epoch. */
const COMMIT_LOCK = 7_233_002;

export interface WriterStart {
  epoch: number;
  flushNumber: number;
  counterRevision: number;
}

/** False when another process is the writer. */
export async function tryWriterLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>("select pg_try_advisory_lock($1) as locked", [
    WRITER_LOCK,
  ]);
  return rows[0]?.locked === true;
}

/** Ends the writer's connection of this process that was lost, should the server still keep it. */
export async function endBackend(client: pg.Client, lost: pg.Client): Promise<void> {
  // The driver knows the backend's process id; its types do not say so.
  const { processID } = lost as pg.Client & { processID?: number | null };
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where pid = $1 and pid <> pg_backend_pid()
       and datname = current_database() and application_name = 'cellplane-cell-writer'`,
    [processID ?? 0],
  );
}

/** Begins a new epoch; waits for commits of the old one that are under way. Only the holder of the lock may call it. */
export async function beginEpoch(client: Queryable): Promise<WriterStart> {
  await client.query("begin");
  await client.query("select pg_advisory_xact_lock($1)", [COMMIT_LOCK]);
  const { rows } = await client.query<{ epoch: string; flush_number: string; counter_revision: string }>(
    "update cell_epoch set epoch = epoch + 1 returning epoch, flush_number, counter_revision",
  );
  await client.query("commit");
  const row = rows[0];
  if (row === undefined) throw new Error("cell_epoch has no row");
  const logged = await client.query<{ last: string | null }>(
    "select max(flush_number) as last from counter_log",
  );
  return {
    epoch: Number(row.epoch),
    flushNumber: Math.max(Number(row.flush_number), Number(logged.rows[0]?.last ?? 0)),
    counterRevision: Number(row.counter_revision),
  };
}

/** First statement of every flush. */
export function fence(epoch: number): Statement {
  return { name: "fence", text: "select cell_fence($1)", values: [epoch] };
}

/** True for the error of a commit whose epoch is over. */
export function isSuperseded(error: unknown): boolean {
  return sqlStateOf(error) === "CP001";
}

/** Remembers how far counters have been folded, in the flush that folds them. */
export function recordFold(flushNumber: number, counterRevision: number): Statement {
  return {
    name: "fold-record",
    text: "update cell_epoch set flush_number = $1, counter_revision = $2",
    values: [flushNumber, counterRevision],
  };
}
