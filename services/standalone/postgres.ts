// Starts and stops the embedded PostgreSQL: durable settings, loopback only, scram passwords. Data stays in one folder.
import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { delay } from "#shared/clock";
import { findPostgresBinaries, placeDatabaseDirectory, type PostgresBinaries } from "./postgres-binaries.ts";

const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 10_000;
const POLL_MS = 25;

/** fsync, synchronous_commit and full_page_writes keep their default, on: an acknowledged write is on disk. */
const SETTINGS = `listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
shared_buffers = 128MB
max_wal_size = 1GB
password_encryption = 'scram-sha-256'
log_min_messages = warning
`;

export interface Postgres {
  /** Connection URL of a database as the superuser. */
  url(database: string): string;
  /** Resolves when the server is gone, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  directory: string;
  port: number;
  password: string;
}

/** Initialises the folder on first use, starts the server and answers when it accepts connections. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const binaries = findPostgresBinaries();
  const directory = placeDatabaseDirectory(options.directory, binaries.user);
  if (!existsSync(join(directory, "PG_VERSION"))) await initialise(binaries, directory, options.password);
  await stopLeftover(directory);
  const guard = startGuard(binaries, directory, options.port);
  const url = (database: string): string => postgresUrl(options, database);
  await untilReady(url("postgres"), guard);
  return { url, ended: endOf(guard), stop: () => stopGuard(guard) };
}

/** The URL of a database of the server on this machine, as the superuser. */
export function postgresUrl(server: { port: number; password: string }, database: string): string {
  return `postgres://postgres:${encodeURIComponent(server.password)}@127.0.0.1:${server.port}/${database}`;
}

/** Creates the database when it does not exist yet. */
export async function ensureDatabase(postgres: Pick<Postgres, "url">, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url("postgres") });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

async function initialise(binaries: PostgresBinaries, directory: string, password: string): Promise<void> {
  const secretDirectory = mkdtempSync(join(tmpdir(), "cellplane-"));
  const passwordFile = join(secretDirectory, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (binaries.user !== undefined) {
    chmodSync(secretDirectory, 0o711);
    chownSync(passwordFile, binaries.user.uid, binaries.user.gid);
  }
  try {
    const args = ["-D", directory, "-U", "postgres", "-A", "scram-sha-256", "--no-locale", "-E", "UTF8"];
    await run(binaries, join(binaries.directory, "bin", "initdb"), [...args, `--pwfile=${passwordFile}`]);
  } finally {
    rmSync(secretDirectory, { recursive: true, force: true });
  }
  writeFileSync(join(directory, "postgresql.conf"), SETTINGS, { flag: "a" });
}

function run(binaries: PostgresBinaries, command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...binaries.user,
      env: environment(binaries),
      cwd: "/",
      stdio: "pipe",
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`initdb failed with ${String(code)}: ${output.slice(-2000)}`));
    });
  });
}

/** Another process keeps PostgreSQL: it stops the server when our end of its stdin closes, however we end. */
function startGuard(binaries: PostgresBinaries, directory: string, port: number): ChildProcess {
  const script = fileURLToPath(import.meta.url).replace(/postgres\.(ts|js)$/, "postgres-guard.mjs");
  const plan = {
    command: join(binaries.directory, "bin", "postgres"),
    args: ["-D", directory, "-p", String(port)],
    user: binaries.user,
    env: environment(binaries),
    logFile: join(directory, "..", "postgres.log"),
  };
  // In a group of its own: a terminal's Ctrl-C is for us, who stop PostgreSQL last.
  return spawn(process.execPath, [script, JSON.stringify(plan)], {
    stdio: ["pipe", "ignore", "inherit"],
    detached: true,
  });
}

function environment(binaries: PostgresBinaries): NodeJS.ProcessEnv {
  return { PATH: "/usr/bin:/bin", LD_LIBRARY_PATH: join(binaries.directory, "lib"), LC_ALL: "C", TZ: "UTC" };
}

async function untilReady(url: string, guard: ChildProcess): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    if (guard.exitCode !== null) throw new Error("PostgreSQL ended while starting; see postgres.log");
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await delay(POLL_MS);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function postmasterPid(directory: string): number | undefined {
  const file = join(directory, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A server that a killed supervisor left behind on the same folder is stopped before a new one starts. */
async function stopLeftover(directory: string): Promise<void> {
  const pid = postmasterPid(directory);
  if (pid === undefined || !isAlive(pid) || !isPostgres(pid)) return;
  process.kill(pid, "SIGINT");
  const deadline = performance.now() + STOP_TIMEOUT_MS;
  while (isAlive(pid) && performance.now() < deadline) await delay(POLL_MS);
}

/** After a restart of the machine the id may be another's; where /proc does not tell, it is believed. */
function isPostgres(pid: number): boolean {
  const name = `/proc/${pid}/comm`;
  return !existsSync(name) || readFileSync(name, "utf8").trim() === "postgres";
}

async function stopGuard(guard: ChildProcess): Promise<void> {
  const ended = endOf(guard);
  guard.stdin?.end();
  const timer = setTimeout(() => guard.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

function endOf(guard: ChildProcess): Promise<void> {
  if (guard.exitCode !== null || guard.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => guard.once("exit", () => resolve()));
}
