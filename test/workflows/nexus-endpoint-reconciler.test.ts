// The reconciler of Nexus endpoints: what a cell lost, never knew or kept too long is mended, and what an operation works
// on is left alone (P4).
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CellNexusEndpoint } from "#domain/cells";
import { randomIds } from "#shared/ids";
import { createLogger } from "#shared/log";
import { reconcileNexusEndpoints } from "../../services/workflows/reconcilers/cell-nexus-endpoints.ts";
import { startEmbeddedCells, type EmbeddedCells } from "./embedded-cells.ts";
import { lawOf, prepare, type Case } from "./laws.ts";
import { createWorld, type World } from "./world.ts";

let cells: EmbeddedCells;
let world: World;
const told = new Map<string, string>();

beforeAll(async () => {
  cells = await startEmbeddedCells();
  world = await createWorld(cells);
  await world.startWorker();
});
afterAll(async () => {
  await world.stop();
  await cells.stop();
});

const reconcile = (): Promise<void> => {
  const log = createLogger({ process: "test", level: "silent" });
  const signal = new AbortController().signal;
  return reconcileNexusEndpoints({ database: world.database, cells: world.cells, log }, told, signal);
};
const inCell = async ({ accountId }: Case): Promise<CellNexusEndpoint[]> => {
  const all = await world.cells.open(world.tenant).listNexusEndpoints();
  return all.filter(({ scope }) => scope === accountId);
};

it("gives back to a cell what it lost, and takes away what is in no record", async () => {
  const example = await prepare(world, lawOf("deleteNexusEndpoint"));
  const before = await inCell(example);
  expect(before).toMatchObject([{ endpointId: example.endpointId, name: "payments-before" }]);
  const driver = world.cells.open(world.tenant);
  await driver.deleteNexusEndpoint(example.endpointId);
  const stray = { ...before[0], endpointId: randomIds.uuid(), name: "stray" } as CellNexusEndpoint;
  await driver.applyNexusEndpoint(stray, []);

  await reconcile();

  expect(await inCell(example)).toEqual(before);
});

it("changes back what somebody changed in a cell", async () => {
  const example = await prepare(world, lawOf("deleteNexusEndpoint"));
  const before = await inCell(example);
  const open = { ...before[0], callers: ["somebody.else"] } as CellNexusEndpoint;
  await world.cells.open(world.tenant).applyNexusEndpoint(open, []);
  expect(await inCell(example)).not.toEqual(before);

  await reconcile();

  expect(await inCell(example)).toEqual(before);
});

it("leaves an endpoint alone that an operation works on", async () => {
  const example = await prepare(world, lawOf("deleteNexusEndpoint"));
  await world.database.query.nexusEndpoint.update({
    where: { id: example.endpointId },
    data: { state: "DELETING", asyncOperationId: "operation" },
  });
  await world.cells.open(world.tenant).deleteNexusEndpoint(example.endpointId);

  await reconcile();

  expect(await inCell(example)).toEqual([]);
});
