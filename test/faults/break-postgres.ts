// What is done to a PostgreSQL that serves a cell: connections ended, a backend or the whole killed.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { eventually } from "#harness/eventually";

const END_CONNECTIONS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name like 'cellplane-cell%'`;
const WRITER = `select pid from pg_stat_activity
  where datname = current_database() and application_name = 'cellplane-cell-writer'`;

/** Of the cell, as an administrator does. */
export function endConnections(databaseUrl: string): Promise<void> {
  return withClient(databaseUrl, (client) => client.query(END_CONNECTIONS).then(() => undefined));
}

/** Process id of the backend that the cell writes through; undefined while there is none. */
export function writersBackend(databaseUrl: string): Promise<number | undefined> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>(WRITER);
    return rows[0]?.pid;
  });
}

/** PostgreSQL takes the death of one backend for damage to shared memory: it ends all and recovers from its log. */
export async function killBackend(databaseUrl: string): Promise<void> {
  const pid = await writersBackend(databaseUrl);
  if (pid === undefined) return;
  process.kill(pid, "SIGKILL");
  await eventually(() => withClient(databaseUrl, () => Promise.resolve(true)), {
    what: "PostgreSQL is back",
  });
}

export async function withClient<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** kill -9 of the postmaster of a data folder and of all its backends; resolves when they are gone. */
export async function killPostmaster(directory: string): Promise<void> {
  const pid = Number(readFileSync(join(directory, "postmaster.pid"), "utf8").split("\n")[0]);
  const children = childrenOf(pid);
  for (const one of [pid, ...children]) kill(one);
  const isGone = (): boolean => [pid, ...children].every((one) => !existsSync(`/proc/${String(one)}`));
  await eventually(isGone, { what: "PostgreSQL is gone" });
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

function childrenOf(pid: number): number[] {
  const file = `/proc/${String(pid)}/task/${String(pid)}/children`;
  return readFileSync(file, "utf8").trim().split(" ").filter(Boolean).map(Number);
}

const FULL = `create function disk_is_full() returns trigger language plpgsql as $$
  begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
  create trigger disk_is_full before insert on history for each statement execute function disk_is_full()`;

/** From now on the cell's flushes end as on a full disk: PostgreSQL says so, and rolls back. */
export function fillDisk(databaseUrl: string): Promise<void> {
  return withClient(databaseUrl, (client) => client.query(FULL).then(() => undefined));
}

export function freeDisk(databaseUrl: string): Promise<void> {
  return withClient(databaseUrl, (client) =>
    client.query("drop trigger disk_is_full on history; drop function disk_is_full()").then(() => undefined),
  );
}
