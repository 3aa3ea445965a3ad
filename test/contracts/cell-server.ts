// Our own cell as a server under test, started as production starts it, with a database of its own.
import { randomUUID } from "node:crypto";
import { freePort } from "#harness/ports";
import { createTestDatabase } from "#harness/postgres";
import { startProcess } from "#harness/process";
import type { ContractServer } from "../compatibility/typescript/fixture.ts";
import { DRAINAGE } from "./temporal-server.ts";

const NAMESPACE = "contract";

export interface CellServerOptions {
  /** Whether every call needs the internal token, as behind a gateway. */
  readonly asksForToken?: boolean;
}

export async function startCellServer(options: CellServerOptions = {}): Promise<ContractServer> {
  const database = await createTestDatabase("contract_cell");
  const address = `127.0.0.1:${await freePort()}`;
  const token = options.asksForToken === true ? randomUUID() : undefined;
  const cell = await startProcess("cell", {
    CELLPLANE_CELL_ID: "contract",
    CELLPLANE_DATABASE_URL: database.url,
    CELLPLANE_LISTEN_ADDRESS: address,
    CELLPLANE_NAMESPACES: NAMESPACE,
    CELLPLANE_CALLBACK_ADDRESSES: "http://127.0.0.1:*",
    CELLPLANE_CALLBACK_URL: "http://callbacks.test/namespaces/{namespace}/nexus/callback",
    CELLPLANE_DRAINAGE_GRACE_MS: String(DRAINAGE.graceMs),
    CELLPLANE_DRAINAGE_REFRESH_MS: String(DRAINAGE.refreshMs),
    ...(token === undefined ? {} : { CELLPLANE_INTERNAL_TOKEN: token }),
  }).catch(async (error: unknown) => {
    await database.drop();
    throw error;
  });
  return {
    address,
    httpAddress: address,
    namespace: NAMESPACE,
    metadata: token === undefined ? {} : { authorization: `Bearer ${token}` },
    stop: async () => {
      await cell.stop();
      await database.drop();
    },
  };
}
