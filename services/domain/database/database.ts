// The control plane's PostgreSQL through Prisma. Every mutation runs inside `transaction`; nothing here knows a noun.
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient, type Prisma } from "#prisma";
import { outliveLostConnections } from "#shared/postgres";
import { actAsAccount, queryAsAccount } from "./account-scope.ts";
import { isConflict, toDatabaseError } from "./database-error.ts";

/** What a store needs to run statements: inside `transaction`, or `database.query` for single reads. */
export type Transaction = Prisma.TransactionClient;

export interface Database {
  /** Single statements outside a transaction: for reads. */
  readonly query: Transaction;
  /**
   * Runs `work` in one transaction and rolls back on any error. A conflict with another transaction runs `work` again,
   * so `work` must touch nothing but the database.
   */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /**
   * The same database as one account sees it (T5): PostgreSQL itself hides and refuses every row of another account.
   * Its `close` does nothing: it shares the connections.
   */
  forAccount(accountId: string): Database;
  close(): Promise<void>;
}

const CONNECTIONS_MAX_DEFAULT = 10;
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 15_000;
const TRANSACTION_WAIT_MS = 5_000;
const TRANSACTION_TIMEOUT_MS = 15_000;
const TRANSACTION_ATTEMPTS_MAX = 4;

export function createDatabase(
  databaseUrl: string,
  options: { connectionsMax?: number; applicationName?: string } = {},
): Database {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: options.connectionsMax ?? CONNECTIONS_MAX_DEFAULT,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: 2 * TRANSACTION_TIMEOUT_MS,
    application_name: options.applicationName ?? "cellplane",
    keepAlive: true,
  });
  outliveLostConnections(pool);
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  const client = new PrismaClient({ adapter });
  return {
    query: queryAlone(client),
    transaction: (work) => runTransaction(client, work),
    forAccount: (accountId) => accountDatabase(client, accountId),
    close: () => client.$disconnect(),
  };
}

/** Single statements, whose errors say when the database is away; a transaction says it for all of its statements. */
function queryAlone(client: PrismaClient): Transaction {
  const told = client.$extends({
    query: {
      $allOperations: ({ args, query }): Promise<unknown> =>
        query(args).catch((error: unknown) => {
          throw toDatabaseError(error);
        }),
    },
  });
  // An extended client has the same models and raw statements; only its type is another.
  return told as unknown as Transaction;
}

function accountDatabase(client: PrismaClient, accountId: string): Database {
  return {
    query: queryAsAccount(client, accountId),
    transaction: (work) =>
      runTransaction(client, async (tx) => {
        await actAsAccount(tx, accountId);
        return work(tx);
      }),
    forAccount: (other) => accountDatabase(client, other),
    close: () => Promise.resolve(),
  };
}

async function runTransaction<Result>(
  client: PrismaClient,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await client.$transaction(work, {
        maxWait: TRANSACTION_WAIT_MS,
        timeout: TRANSACTION_TIMEOUT_MS,
      });
    } catch (error) {
      if (!isConflict(error) || attempt >= TRANSACTION_ATTEMPTS_MAX) throw toDatabaseError(error);
    }
  }
}
