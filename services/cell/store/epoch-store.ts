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

/** Who began the epoch that commits are checked against now. */
export async function readWriterId(client: Queryable): Promise<string | null | undefined> {
  const { rows } = await client.query<{ writer: string | null }>("select writer from cell_epoch");
  return rows[0]?.writer;
}

/**
 * Ends the connection that holds the writer's lock when the server has not heard of it for so long: its process is
 * stopped, or the network between is gone. Should it live on after all, its epoch is over: no commit of it is taken.
 */
export async function endSilentWriter(client: pg.Client, silentMs: number): Promise<void> {
  await client.query(
    `select pg_terminate_backend(a.pid) from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and (l.classid, l.objid, l.objsubid) = (0, $1, 1)
       and a.datname = current_database() and l.database = a.datid and a.pid <> pg_backend_pid()
       and a.state_change < clock_timestamp() - $2 * interval '1 millisecond'
       and (a.state like 'idle%' or a.wait_event_type = 'Client')`,
    [WRITER_LOCK, silentMs],
  );
}

/** What the server says of a connection. */
export interface BackendState {
  /** It has done what it got, or waits for the rest of it. */
  isWaitingForClient: boolean;
  /** Changes with everything that it gets and ends; to be compared only. */
  changedAt: string;
}

/** Undefined when the server does not know the connection any more. */
export async function readBackend(client: pg.Client, of: pg.Client): Promise<BackendState | undefined> {
  const { rows } = await client.query<{ is_waiting: boolean; changed_at: string }>(
    `select state like 'idle%' or wait_event_type is not distinct from 'Client' as is_waiting,
       state_change::text as changed_at
     from pg_stat_activity where pid = $1 and datname = current_database()
       and application_name = 'cellplane-cell-writer'`,
    [processIdOf(of)],
  );
  const [row] = rows;
  return row && { isWaitingForClient: row.is_waiting, changedAt: row.changed_at };
}

/** The driver knows the backend's process id; its types do not say so. */
function processIdOf(client: pg.Client): number {
  return (client as pg.Client & { processID?: number | null }).processID ?? 0;
}

/** Ends the writer's connection of this process that was lost, should the server still keep it. */
export async function endBackend(client: pg.Client, lost: pg.Client): Promise<void> {
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where pid = $1 and pid <> pg_backend_pid()
       and datname = current_database() and application_name = 'cellplane-cell-writer'`,
    [processIdOf(lost)],
  );
}

/** Begins a new epoch; waits for commits of the old one that are under way. Only the holder of the lock may call it. */
export function beginEpoch(client: pg.Client, writerId: string): Promise<WriterStart | undefined> {
  return changeEpoch(client, "update cell_epoch set epoch = epoch + 1, writer = $1", writerId);
}

/**
 * The same for a process that was the writer before; undefined when another process has begun an epoch since. It is
 * known by its name and not by the epoch's number, because it may have begun one and not have heard of it.
 */
export function continueEpoch(client: pg.Client, writerId: string): Promise<WriterStart | undefined> {
  return changeEpoch(client, "update cell_epoch set epoch = epoch + 1 where writer = $1", writerId);
}

async function changeEpoch(
  client: pg.Client,
  update: string,
  writerId: string,
): Promise<WriterStart | undefined> {
  await client.query("begin");
  await client.query("select pg_advisory_xact_lock($1)", [COMMIT_LOCK]);
  const { rows } = await client.query<{ epoch: string; flush_number: string; counter_revision: string }>(
    `${update} returning epoch, flush_number, counter_revision`,
    [writerId],
  );
  await client.query("commit");
  const [row] = rows;
  if (row === undefined) return undefined;
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
