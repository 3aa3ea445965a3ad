// Starts one embedded PostgreSQL for the whole test run and stops it at the end.
import { mkdtempSync, rmSync } from "node:fs";
import { chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../services/standalone/postgres.ts";
import { freePort } from "./ports.ts";

export default async function setup(): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), "cellplane-test-"));
  chmodSync(directory, 0o755);
  const postgres = await startPostgres({
    directory: join(directory, "postgres"),
    port: await freePort(),
    password: "test",
  });
  process.env["TEST_POSTGRES_URL"] = postgres.url("postgres");
  return async () => {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
