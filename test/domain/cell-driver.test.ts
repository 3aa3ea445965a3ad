// The cell driver contract on an embedded cell, and what an embedded cell refuses.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCells, type Cells } from "#domain/cells";
import { startEmbeddedCells, type EmbeddedCells } from "../workflows/embedded-cells.ts";
import { cellDriverContract } from "./cell-driver-suite.ts";

describe("an embedded cell", () => {
  let embedded: EmbeddedCells;
  let cells: Cells;
  beforeAll(async () => {
    embedded = await startEmbeddedCells();
    cells = createCells({ token: embedded.tenant.token });
  });
  afterAll(async () => {
    cells.close();
    await embedded.stop();
  });

  cellDriverContract(() => cells.open(embedded.tenant), { isGenerational: true });

  it("refuses a caller without the internal token", async () => {
    const strangers = createCells({ token: "another-token" });
    await expect(strangers.open(embedded.tenant).probe()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    strangers.close();
  });
});
