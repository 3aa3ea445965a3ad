// The one connection that writes: it holds the writer's lock for as long as it lives (C3).
import type { Socket } from "node:net";
import pg from "pg";
import { delay } from "#shared/clock";
import {
  beginEpoch,
  continueEpoch,
  endBackend,
  endSilentWriter,
  readWriterId,
  tryWriterLock,
  type WriterStart,
} from "../store/epoch-store.ts";
import { PreparedNames } from "../store/pipeline.ts";

const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 15_000;
/** A lock that somebody else holds (maintenance by hand) fails a flush before callers stop waiting. */
const LOCK_TIMEOUT_MS = 5_000;
/** A process that stops moving in the middle of a change of the epoch must not keep others from theirs. */
const IDLE_TRANSACTION_TIMEOUT_MS = 5_000;
/** Longer than the server allows a statement. */
const ANSWER_TIMEOUT_MS = 20_000;
const RECONNECT_DELAY_MS = 200;
const STANDBY_DELAY_MS = 300;
/** A writer says something every half second (writer-lease.ts); silent for so long, it loses the lock to a standby. */
const LEASE_MS = 5_000;
/** So often another connection may hold the lock: then it is another process, and its supervisor starts a new one. */
const REFUSALS_MAX = 300;

export interface WriterConnection {
  client: pg.Client;
  /** Aborts when the connection is gone. */
  lost: AbortSignal;
  /** Gives it up without a word to the server: what waits for an answer fails at once. */
  abandon: () => void;
}

/** A new connection each time; simulations give their own. */
export type ConnectWriter = () => Promise<WriterConnection>;

export interface Writer extends WriterConnection {
  /** Names the process among all that write; it stays the same over all its connections. */
  id: string;
  prepared: PreparedNames;
  start: WriterStart;
}

/** Connects and waits, as a hot standby, until no other process is the writer. `id` is new for every process. */
export async function becomeWriter(
  connect: ConnectWriter,
  id: string,
  onStandby: () => void = () => undefined,
): Promise<Writer> {
  const connection = await connect();
  const { client } = connection;
  if (!(await tryWriterLock(client))) {
    onStandby();
    // Asked again and again: a question that waits at the server could not be told from one that got lost.
    do {
      await delay(STANDBY_DELAY_MS);
      await endSilentWriter(client, LEASE_MS);
    } while (!(await tryWriterLock(client)));
  }
  await prepareSession(client);
  const start = await beginEpoch(client, id);
  if (start === undefined) throw new Error("cell_epoch has no row");
  return writerOf(connection, id, start);
}

/**
 * After a loss: connects again, for as long as it takes; undefined when another process took over meanwhile. The server
 * may not know yet that the old connection is gone: it is told, and frees the lock.
 */
export async function resumeWriting(connect: ConnectWriter, before: Writer): Promise<Writer | undefined> {
  for (let refused = 0; refused < REFUSALS_MAX;) {
    try {
      const outcome = await takeUp(await connect(), before);
      if (outcome === "superseded") return undefined;
      if (outcome !== "locked") return outcome;
      refused += 1;
    } catch {
      // The database is down: the next attempt tells.
    }
    await delay(RECONNECT_DELAY_MS);
  }
  return undefined;
}

async function takeUp(
  connection: WriterConnection,
  before: Writer,
): Promise<Writer | "superseded" | "locked"> {
  const { client } = connection;
  let writer: Writer | undefined;
  try {
    await endBackend(client, before.client);
    if ((await readWriterId(client)) !== before.id) return "superseded";
    if (!(await tryWriterLock(client))) return "locked";
    await prepareSession(client);
    const start = await continueEpoch(client, before.id);
    if (start === undefined) return "superseded";
    writer = await writerOf(connection, before.id, start);
    return writer;
  } finally {
    // Left open, it could keep the lock from the next attempt.
    if (writer === undefined) await client.end().catch(() => undefined);
  }
}

export async function connectWriter(databaseUrl: string): Promise<WriterConnection> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: "cellplane-cell-writer",
    keepAlive: true,
    // Without an answer for so long, the connection counts as lost: the network may swallow what is sent.
    query_timeout: ANSWER_TIMEOUT_MS,
  });
  const abort = new AbortController();
  client.on("error", () => abort.abort());
  client.on("end", () => abort.abort());
  await client.connect();
  return { client, lost: abort.signal, abandon: () => streamOf(client).destroy() };
}

/** The driver has no word for a connection that is not worth a goodbye; its types do not show the socket. */
function streamOf(client: pg.Client): Socket {
  return (client as pg.Client & { connection: { stream: Socket } }).connection.stream;
}

async function prepareSession(client: pg.Client): Promise<void> {
  await client.query(
    `set statement_timeout = ${String(STATEMENT_TIMEOUT_MS)};
     set idle_in_transaction_session_timeout = ${String(IDLE_TRANSACTION_TIMEOUT_MS)};
     set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3;
     set tcp_user_timeout = 10000`,
  );
}

async function writerOf(connection: WriterConnection, id: string, start: WriterStart): Promise<Writer> {
  // Not before: a new epoch waits for the commits of the old one.
  await connection.client.query(`set lock_timeout = ${String(LOCK_TIMEOUT_MS)}`);
  return { ...connection, id, prepared: new PreparedNames(), start };
}
