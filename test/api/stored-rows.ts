// A fingerprint of everything that the control plane has stored, table by table: equal before and after a call, the call
// has changed nothing.
import type { Database } from "#domain/database";

/** The trail of what was refused, and of who tried: they are there to change. */
const TRAILS = ["audit_records", "audit_heads", "failed_attempts", "sign_in_attempts", "_prisma_migrations"];

export class StoredRows {
  readonly #database: Database;
  #sql = "";

  constructor(database: Database) {
    this.#database = database;
  }

  /** MD5 of all rows by the names of their tables. */
  async fingerprint(): Promise<Record<string, string>> {
    this.#sql ||= await this.#statement();
    const rows = await this.#database.query.$queryRawUnsafe<{ table: string; rows: string }[]>(this.#sql);
    return Object.fromEntries(rows.map(({ table, rows: hash }) => [table, hash]));
  }

  async #statement(): Promise<string> {
    const tables = await this.#database.query.$queryRaw<{ name: string }[]>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
    return tables
      .filter(({ name }) => !TRAILS.includes(name))
      .map(
        ({ name }) =>
          `select '${name}' as table, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as rows from "${name}" t`,
      )
      .join(" union all ");
  }
}
