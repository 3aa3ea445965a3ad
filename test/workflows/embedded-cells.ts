// Two embedded cells for the laws of workflows, each a process on a database of its own: one runs the control plane's
// workflows, the other the tenants' namespaces.
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { freePort } from "#harness/ports";
import { startProcess, type TestProcess } from "#harness/process";
import type { CellAddress } from "./world.ts";

const INTERNAL_TOKEN = "internal-token-of-the-workflow-tests";

export interface EmbeddedCells {
  control: CellAddress;
  tenant: CellAddress;
  stop(): Promise<void>;
}

export async function startEmbeddedCells(): Promise<EmbeddedCells> {
  const started: { process: TestProcess; database: TestDatabase }[] = [];
  const start = async (cellId: string, namespaces: string): Promise<CellAddress> => {
    const database = await createTestDatabase(`cell_${cellId}`);
    const address = `127.0.0.1:${await freePort()}`;
    const process = await startProcess("cell", {
      CELLPLANE_CELL_ID: cellId,
      CELLPLANE_DATABASE_URL: database.url,
      CELLPLANE_LISTEN_ADDRESS: address,
      CELLPLANE_INTERNAL_TOKEN: INTERNAL_TOKEN,
      CELLPLANE_NAMESPACES: namespaces,
      CELLPLANE_LOG_LEVEL: "warn",
    });
    started.push({ process, database });
    return { driver: "embedded", address, token: INTERNAL_TOKEN };
  };
  const control = await start("control", "cellplane");
  const tenant = await start("cell-a", "");
  return {
    control,
    tenant,
    async stop() {
      for (const { process, database } of started) {
        await process.stop();
        await database.drop();
      }
    },
  };
}
