// The laws of workflows on embedded cells: the default installation.
import { afterAll, beforeAll, describe } from "vitest";
import { startEmbeddedCells, type EmbeddedCells } from "./embedded-cells.ts";
import { killedWorkerLaw } from "./kill-suite.ts";
import { workflowLaws } from "./laws-suite.ts";
import { createWorld, type World } from "./world.ts";

describe("on embedded cells", () => {
  let cells: EmbeddedCells;
  let world: World;
  beforeAll(async () => {
    cells = await startEmbeddedCells();
    world = await createWorld(cells);
    await world.startWorker();
  });
  afterAll(async () => {
    await world.stop();
    await cells.stop();
  });
  workflowLaws(() => world, "embedded");
});

describe("on embedded cells, with workers that die", () => {
  let cells: EmbeddedCells;
  let world: World;
  beforeAll(async () => {
    cells = await startEmbeddedCells();
    world = await createWorld(cells);
  });
  afterAll(async () => {
    await world.stop();
    await cells.stop();
  });
  killedWorkerLaw(() => world);
});
