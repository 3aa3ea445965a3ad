// The contract suite on our own cell, started as production starts it, with a database of its own.
import { randomUUID } from "node:crypto";
import { freePort } from "#harness/ports";
import { createTestDatabase } from "#harness/postgres";
import { startProcess } from "#harness/process";
import type { ContractServer } from "../compatibility/typescript/fixture.ts";
import { describeContract } from "./workflow-contract.ts";

const NAMESPACE = "contract";

async function startCell(): Promise<ContractServer> {
  const database = await createTestDatabase("contract_cell");
  const address = `127.0.0.1:${await freePort()}`;
  const token = randomUUID();
  const cell = await startProcess("cell", {
    CELLPLANE_CELL_ID: "contract",
    CELLPLANE_DATABASE_URL: database.url,
    CELLPLANE_LISTEN_ADDRESS: address,
    CELLPLANE_INTERNAL_TOKEN: token,
    CELLPLANE_NAMESPACES: NAMESPACE,
  }).catch(async (error: unknown) => {
    await database.drop();
    throw error;
  });
  return {
    address,
    namespace: NAMESPACE,
    metadata: { authorization: `Bearer ${token}` },
    stop: async () => {
      await cell.stop();
      await database.drop();
    },
  };
}

describeContract("cell", startCell);
