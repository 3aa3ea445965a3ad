// Reads from the cell's database. Whatever fails because the database is away, overloaded or full is UNAVAILABLE: callers
// try again, and nothing of it is a bug of ours.
import type pg from "pg";
import { CloudError } from "#shared/errors";
import { inTransaction, type Queryable, type SeverablePool } from "#shared/postgres";
import { sqlStateOf } from "./database-error.ts";

const RETRY_AFTER_MS = 1_000;

export class Reader implements Queryable {
  readonly #pool: SeverablePool;

  constructor(pool: SeverablePool) {
    this.#pool = pool;
  }

  /** Nothing comes through its connections any more: reads that wait fail, later ones take new connections. */
  sever(): void {
    this.#pool.sever();
  }

  /** Errors: UNAVAILABLE. */
  async query<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    statement: string | pg.QueryConfig,
    values: readonly unknown[] = [],
  ): Promise<pg.QueryResult<Row>> {
    try {
      if (typeof statement !== "string") return await this.#pool.query<Row>(statement);
      // The driver does not change the values, although its type says that it may.
      return await this.#pool.query<Row>(statement, values as unknown[]);
    } catch (error) {
      throw readFailure(error);
    }
  }

  /** Several reads that see the same moment. Errors: UNAVAILABLE. */
  async snapshot<Result>(read: (queryable: Queryable) => Promise<Result>): Promise<Result> {
    try {
      return await inTransaction(this.#pool, async (client) => {
        await client.query("set transaction isolation level repeatable read, read only");
        return read(client);
      });
    } catch (error) {
      throw readFailure(error);
    }
  }
}

/** Classes of SQLSTATE: connection, read-only server, rolled back, no resources, stopped by an operator, system error. */
const AWAY = /^(08|25006|40|53|57|58)/;

/** An error without SQLSTATE is the driver's: no connection, or no answer in time. */
function readFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof CloudError || error instanceof TypeError) return error;
  const state = sqlStateOf(error);
  if (state !== undefined && !AWAY.test(state)) return error;
  return new CloudError("UNAVAILABLE", "The cell cannot read its database now. Try again.", {
    cause: error,
    retryAfterMs: RETRY_AFTER_MS,
  });
}
