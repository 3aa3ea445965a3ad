// The one connection that writes: it holds the writer's lock for as long as it lives (C3).
import pg from "pg";
import { delay } from "#shared/clock";
import { beginEpoch, tryWriterLock, waitForWriterLock, type WriterStart } from "../store/epoch-store.ts";
import { PreparedNames } from "../store/pipeline.ts";

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const RECONNECT_DELAY_MS = 200;
/** How often a lost connection is tried again before the process gives up and lets its supervisor start a new one. */
const RECONNECTS_MAX = 300;

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
    await waitForWriterLock(client);
  }
  return begin(client, lost);
}

/** After a loss: connects again, unless another process took over meanwhile (undefined). */
export async function resumeWriting(connect: ConnectWriter, epoch: number): Promise<Writer | undefined> {
  for (let attempt = 1; attempt <= RECONNECTS_MAX; attempt += 1) {
    try {
      const { client, lost } = await connect();
      if (await tryWriterLock(client)) {
        const writer = await begin(client, lost);
        if (writer.start.epoch === epoch + 1) return writer;
        await client.end();
        return undefined;
      }
      // The server may not have noticed yet that our old connection is gone: its lock is freed when it does.
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
