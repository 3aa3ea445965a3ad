// Gives a library its own PostgreSQL schema in a shared database: its tables, and its own migration ledger, live there.
import { applyMigrations } from "./migrations.ts";
import { createPool, type Pool, type PoolOptions } from "./postgres.ts";

const MIGRATION_POOL: PoolOptions = {
  connectionsMax: 1,
  statementTimeoutMs: 60_000,
  applicationName: "cellplane-migrations",
};

/** The same database, with `schema` first in the search path of every connection. */
export function urlInSchema(databaseUrl: string, schema: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set("options", `-c search_path=${schema}`);
  return url.toString();
}

export function createPoolInSchema(databaseUrl: string, schema: string, options: PoolOptions): Pool {
  return createPool(urlInSchema(databaseUrl, schema), options);
}

/** Creates the schema when missing and applies the migrations of `directory` in it. Repeating it changes nothing. */
export async function migrateSchema(
  databaseUrl: string,
  schema: string,
  directory: string,
): Promise<string[]> {
  const pool = createPoolInSchema(databaseUrl, schema, MIGRATION_POOL);
  try {
    await pool.query(`create schema if not exists "${schema}"`).catch((error: unknown) => {
      // Two processes may create it at the same moment; the one that lost finds it there.
      if ((error as { code?: string }).code !== "23505") throw error;
    });
    return await applyMigrations(pool, directory);
  } finally {
    await pool.end();
  }
}
