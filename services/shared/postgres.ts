// PostgreSQL connections for hand-written SQL: a pool with named limits, and transactions that always end.
import type { Socket } from "node:net";
import pg from "pg";

/** What a store needs to run a statement: a pool or a client inside a transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ): Promise<pg.QueryResult<Row>>;
  /** Prepared once on each connection, under its name. */
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(statement: {
    name: string;
    text: string;
    values: unknown[];
  }): Promise<pg.QueryResult<Row>>;
}

export type Pool = pg.Pool;

export interface SeverablePool extends pg.Pool {
  /** Gives up all connections without a word to the server: what waits for an answer fails, new ones are made. */
  sever(): void;
}

export interface PoolOptions {
  connectionsMax: number;
  statementTimeoutMs: number;
  applicationName: string;
  /**
   * For a pool of named lookups: a statement is planned once on a connection and never again for its values, and
   * connections stay. Planning a lookup costs several times what running it does.
   */
  isForLookups?: boolean;
}

/**
 * A plan that is made once may be made while the tables are small, and must still be right when they are large: a lookup
 * goes by indexes and nothing else.
 */
const LOOKUP_SETTINGS = [
  "plan_cache_mode=force_generic_plan",
  "enable_seqscan=off",
  "enable_bitmapscan=off",
  "enable_hashjoin=off",
  "enable_mergejoin=off",
  "enable_material=off",
  "enable_memoize=off",
];

/** Longer than the server may take: an answer that does not come by then is lost. */
const ANSWER_ROOM_MS = 5_000;

/** A pool that fails fast: a connection within 5 s or an error, and a limit on every statement. */
export function createPool(databaseUrl: string, options: PoolOptions): SeverablePool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: options.connectionsMax,
    connectionTimeoutMillis: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    statement_timeout: options.statementTimeoutMs,
    // The network may swallow a question: then no limit at the server helps.
    query_timeout: options.statementTimeoutMs + ANSWER_ROOM_MS,
    application_name: options.applicationName,
    keepAlive: true,
    ...(options.isForLookups === true && {
      options: LOOKUP_SETTINGS.map((setting) => `-c ${setting}`).join(" "),
      idleTimeoutMillis: 0,
    }),
  });
  outliveLostConnections(pool);
  const open = new Set<pg.PoolClient>();
  pool.on("connect", (client) => open.add(client));
  pool.on("remove", (client) => open.delete(client));
  const sever = (): void => {
    // The driver has no word for this; its types do not show the socket.
    for (const client of open) (client as unknown as WithSocket).connection.stream.destroy();
  };
  return Object.assign(pool, { sever });
}

/**
 * A connection that the server closed is replaced on the next query. Without a listener of its own its end would end us:
 * whoever waits for it has one, but between two owners, and within a transaction, nobody does.
 */
export function outliveLostConnections(pool: pg.Pool): void {
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
}

interface WithSocket {
  connection: { stream: Socket };
}

/** Runs `work` in one transaction; rolls back on any error. */
export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: Queryable) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let failed: Error | undefined;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    failed = error instanceof Error ? error : new Error(String(error));
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release(failed !== undefined && isConnectionError(failed) ? failed : undefined);
  }
}

function isConnectionError(error: Error): boolean {
  const code = (error as Error & { code?: string }).code ?? "";
  return code.startsWith("08") || code.startsWith("57P") || code === "ECONNRESET" || code === "EPIPE";
}
