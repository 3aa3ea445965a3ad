// What is done to a PostgreSQL that serves a cell: connections ended, a backend killed.
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
