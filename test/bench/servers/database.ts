// A PostgreSQL of its own for each server, so that its cost can be told from the other's. Durable as in production.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#harness/ports";
import { ensureDatabase, startPostgres } from "../../../services/standalone/postgres.ts";

const PASSWORD = "bench";

export interface BenchDatabase {
  readonly host: string;
  readonly port: number;
  readonly password: string;
  /** The postmaster: its descendants are the backends. */
  readonly pid: number;
  /** The URL of a database, which is made when it is missing. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startDatabase(): Promise<BenchDatabase> {
  const directory = mkdtempSync(join(tmpdir(), "cellplane-bench-"));
  chmodSync(directory, 0o755);
  const port = await freePort();
  const postgres = await startPostgres({ directory: join(directory, "postgres"), port, password: PASSWORD });
  const [pid] = readFileSync(join(directory, "postgres", "postmaster.pid"), "utf8").split("\n");
  return {
    host: "127.0.0.1",
    port,
    password: PASSWORD,
    pid: Number(pid),
    database: async (name) => {
      await ensureDatabase(postgres, name);
      return postgres.url(name);
    },
    stop: async () => {
      await postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
