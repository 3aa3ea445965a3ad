// The one connection that writes: it holds the writer's lock for as long as it lives (C3).
import pg from "pg";
import { delay } from "#shared/clock";
import { beginEpoch, endBackend, tryWriterLock, type WriterStart } from "../store/epoch-store.ts";
import { PreparedNames } from "../store/pipeline.ts";

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 15_000;
/** Longer than the server allows a statement. */
const ANSWER_TIMEOUT_MS = 20_000;
const RECONNECT_DELAY_MS = 200;
const STANDBY_DELAY_MS = 300;
/** So often another connection may hold the lock: then it is another process, and its supervisor starts a new one. */
const REFUSALS_MAX = 300;

export interface WriterConnection {
  client: pg.Client;
  /** Aborts when the connection is gone. */
  lost: AbortSignal;
}

/** A new connection each time; simulations give their own. */
export type ConnectWriter = () => Promise<WriterConnection>;

export interface Writer extends WriterConnection {
  prepared: PreparedNames;
  start: WriterStart;
}

/** Connects and waits, as a hot standby, until no other process is the writer. */
export async function becomeWriter(connect: ConnectWriter, onStandby: () => void): Promise<Writer> {
  const { client, lost } = await connect();
  if (!(await tryWriterLock(client))) {
    onStandby();
    // Asked again and again: a question that waits at the server could not be told from one that got lost.
    do await delay(STANDBY_DELAY_MS);
    while (!(await tryWriterLock(client)));
  }
  return begin(client, lost);
}

/**
 * After a loss: connects again, for as long as it takes; undefined when another process took over meanwhile. The server
 * may not know yet that the old connection is gone: it is told, and frees the lock.
 */
export async function resumeWriting(connect: ConnectWriter, before: Writer): Promise<Writer | undefined> {
  for (let refused = 0; refused < REFUSALS_MAX;) {
    try {
      const { client, lost } = await connect();
      await endBackend(client, before.client);
      if (await tryWriterLock(client)) {
        const writer = await begin(client, lost);
        if (writer.start.epoch === before.start.epoch + 1) return writer;
        await client.end();
        return undefined;
      }
      refused += 1;
      await client.end();
    } catch {
      // The database is down: the next attempt tells.
    }
    await delay(RECONNECT_DELAY_MS);
  }
  return undefined;
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
  return { client, lost: abort.signal };
}

async function begin(client: pg.Client, lost: AbortSignal): Promise<Writer> {
  await client.query(`set statement_timeout = ${String(STATEMENT_TIMEOUT_MS)}`);
  return { client, prepared: new PreparedNames(), start: await beginEpoch(client), lost };
}
