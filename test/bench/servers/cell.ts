// Our cell as production runs it: the built process with its defaults, on a PostgreSQL of its own.
import { freePort } from "#harness/ports";
import { startProcess, type TestProcess } from "#harness/process";
import { startDatabase, type BenchDatabase } from "./database.ts";
import type { ServerUnderLoad } from "./server.ts";

const NAMESPACE = "default";

export interface CellUnderLoad extends ServerUnderLoad {
  readonly database: BenchDatabase;
  readonly databaseUrl: string;
  readonly process: TestProcess;
  /** Kills the process and starts it anew on the same database; answers when it says that it is ready. */
  restart(): Promise<CellUnderLoad>;
}

/** `environment` overrides the cell's settings. */
export async function startCell(
  options: { environment?: Record<string, string>; database?: BenchDatabase } = {},
): Promise<CellUnderLoad> {
  const database = options.database ?? (await startDatabase());
  const databaseUrl = await database.database("cell");
  const environment = options.environment ?? {};
  const address = `127.0.0.1:${await freePort()}`;
  const process = await startProcess("cell", {
    CELLPLANE_DATABASE_URL: databaseUrl,
    CELLPLANE_LISTEN_ADDRESS: address,
    CELLPLANE_NAMESPACES: NAMESPACE,
    CELLPLANE_LOG_LEVEL: "warn",
    ...environment,
  });
  return {
    name: "cellplane",
    address,
    namespace: NAMESPACE,
    watched: { server: process.pid, database: database.pid },
    database,
    databaseUrl,
    process,
    stop: async () => {
      await process.stop();
      await database.stop();
    },
    restart: async () => {
      await process.kill();
      return startCell({ environment, database });
    },
  };
}
