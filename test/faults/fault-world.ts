// What the suites of faults stand in: a database of their own, a way to it that can be broken, and a cell under load.
// What a test started is ended after it.
import { afterEach } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { TcpProxy } from "#harness/tcp-proxy";
import { FaultRun } from "./fault-run.ts";

const SEED_MAX = 2 ** 31;

export interface FaultWorld {
  /** A cell on a new database; the seed is printed. */
  start(): Promise<{ run: FaultRun; url: string }>;
  /** The same, with a proxy between the two; the checker reads past it. */
  startBehindProxy(seed?: number): Promise<{ run: FaultRun; url: string; proxy: TcpProxy }>;
}

export function faultWorld(databaseName: string): FaultWorld {
  let database: TestDatabase | undefined;
  let proxy: TcpProxy | undefined;
  let run: FaultRun | undefined;

  afterEach(async () => {
    await run?.stop();
    run = undefined;
    await proxy?.stop();
    proxy = undefined;
    await database?.drop();
    database = undefined;
  });

  async function startRun(seed: number, urls: { databaseUrl: string; worldUrl?: string }): Promise<FaultRun> {
    console.log(`seed ${String(seed)}`);
    return (run = await FaultRun.start({ ...urls, seed }));
  }

  return {
    start: async () => {
      database = await createTestDatabase(databaseName);
      const { url } = database;
      return { run: await startRun(newSeed(), { databaseUrl: url }), url };
    },
    startBehindProxy: async (seed = newSeed()) => {
      database = await createTestDatabase(databaseName);
      const { url } = database;
      const through = new URL(url);
      proxy = await TcpProxy.start({ host: through.hostname, port: Number(through.port) });
      through.port = String(proxy.port);
      const urls = { databaseUrl: through.toString(), worldUrl: url };
      return { run: await startRun(seed, urls), url, proxy };
    },
  };
}

/** New in every run, and printed. */
export function newSeed(): number {
  return Date.now() % SEED_MAX;
}
