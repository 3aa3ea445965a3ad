// Applies prisma/migrations-shaped folders (NAME/migration.sql) in order, once each, under an advisory lock,
// keeping Prisma's own ledger `_prisma_migrations`, so that `prisma migrate deploy` agrees elsewhere. A file after.sql
// beside the folders runs at the end of every round: it brings about what must hold for all tables.
import { createHash, randomUUID } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { inTransaction, type Pool } from "./postgres.ts";

const LOCK_KEY = 727_465_001;

const AFTER_FILE = "after.sql";

const LEDGER = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/** Applies what is missing; throws when an applied migration's text has changed. Returns the applied names. */
export async function applyMigrations(pool: Pool, directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return inTransaction(pool, async (client) => {
    await client.query("select pg_advisory_xact_lock($1)", [LOCK_KEY]);
    await client.query(LEDGER);
    const done = await client.query<{ migration_name: string; checksum: string }>(
      "select migration_name, checksum from _prisma_migrations where rolled_back_at is null",
    );
    const checksums = new Map(done.rows.map((row) => [row.migration_name, row.checksum]));
    const applied: string[] = [];
    for (const name of names) {
      const sql = await readFile(join(directory, name, "migration.sql"), "utf8");
      const checksum = createHash("sha256").update(sql).digest("hex");
      const known = checksums.get(name);
      if (known !== undefined && known !== checksum)
        throw new Error(`migration ${name} was changed after it ran`);
      if (known !== undefined) continue;
      await client.query(sql);
      await client.query(
        `insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
         values ($1, $2, now(), $3, 1)`,
        [randomUUID(), checksum, name],
      );
      applied.push(name);
    }
    if (entries.some((entry) => entry.name === AFTER_FILE)) {
      await client.query(await readFile(join(directory, AFTER_FILE), "utf8"));
    }
    return applied;
  });
}
