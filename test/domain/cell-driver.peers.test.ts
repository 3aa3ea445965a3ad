// The cell driver contract on Temporal's own server.
import { afterAll, beforeAll, describe } from "vitest";
import { createCells, type Cells } from "#domain/cells";
import { startTemporalServer } from "../contracts/temporal-server.ts";
import { cellDriverContract } from "./cell-driver-suite.ts";

describe("a Temporal cluster as a cell", () => {
  let server: Awaited<ReturnType<typeof startTemporalServer>> | undefined;
  let cells: Cells;
  beforeAll(async () => {
    server = await startTemporalServer();
    cells = createCells({ token: undefined });
  });
  afterAll(async () => {
    cells.close();
    await server?.stop();
  });
  cellDriverContract(() => cells.open({ driver: "temporal", address: server?.address ?? "" }), {
    isGenerational: false,
  });
});
