// Opens the usage database: its schema, its migrations, its pool. All tables of usage are in the schema named here.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Pool } from "#shared/postgres";
import { createPoolInSchema, migrateSchema } from "#shared/postgres-schema";

export const USAGE_SCHEMA = "usage";
const CONNECTIONS_MAX = 6;
const STATEMENT_TIMEOUT_MS = 30_000;

const MIGRATIONS = join(fileURLToPath(new URL(".", import.meta.url)), "migrations");

/** Applies what is missing and answers with a pool. Every process that reads usage may call it, in any order. */
export async function openUsageDatabase(databaseUrl: string): Promise<Pool> {
  await migrateSchema(databaseUrl, USAGE_SCHEMA, MIGRATIONS);
  return createPoolInSchema(databaseUrl, USAGE_SCHEMA, {
    connectionsMax: CONNECTIONS_MAX,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    applicationName: "cellplane-usage",
  });
}
