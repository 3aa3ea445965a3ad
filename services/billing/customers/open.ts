// Opens the billing database: its schema, its migrations, its pool.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Pool } from "#shared/postgres";
import { createPoolInSchema, migrateSchema } from "#shared/postgres-schema";

const BILLING_SCHEMA = "billing";
const CONNECTIONS_MAX = 4;
const STATEMENT_TIMEOUT_MS = 30_000;

const MIGRATIONS = join(fileURLToPath(new URL("..", import.meta.url)), "migrations");

/** Applies what is missing and answers with a pool. Every process that needs billing may call it, in any order. */
export async function openBillingDatabase(databaseUrl: string): Promise<Pool> {
  await migrateSchema(databaseUrl, BILLING_SCHEMA, MIGRATIONS);
  return createPoolInSchema(databaseUrl, BILLING_SCHEMA, {
    connectionsMax: CONNECTIONS_MAX,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    applicationName: "cellplane-billing",
  });
}
