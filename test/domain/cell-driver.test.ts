// The cell driver contract on an embedded cell, and what an embedded cell refuses.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCells, type CellNexusEndpoint, type Cells } from "#domain/cells";
import { randomIds } from "#shared/ids";
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

  const endpoint = (change: Partial<CellNexusEndpoint> = {}): CellNexusEndpoint => ({
    endpointId: randomIds.uuid(),
    name: "pay",
    scope: randomIds.short(8),
    callers: ["shop.acme"],
    generation: 1,
    target: { cellId: "cell-b" },
    ...change,
  });
  const peers = [{ cellId: "cell-b", address: "127.0.0.1:1" }];
  const listed = async (scope: string): Promise<CellNexusEndpoint[]> =>
    (await cells.open(embedded.tenant).listNexusEndpoints()).filter((one) => one.scope === scope);

  it("has Nexus endpoints as they are applied, twice alike, and not as they were before", async () => {
    const driver = cells.open(embedded.tenant);
    const wanted = endpoint({ generation: 5 });
    await driver.applyNexusEndpoint(wanted, peers);
    await driver.applyNexusEndpoint(wanted, peers);
    await driver.applyNexusEndpoint({ ...wanted, name: "older", generation: 4 }, peers);
    expect(await listed(wanted.scope)).toEqual([wanted]);
    const next = { ...wanted, name: "paid", callers: [], generation: 6 };
    await driver.applyNexusEndpoint(next, peers);
    expect(await listed(wanted.scope)).toEqual([next]);
  });

  it("has one Nexus endpoint of a name for each account", async () => {
    const driver = cells.open(embedded.tenant);
    const [one, other] = [endpoint(), endpoint()];
    await driver.applyNexusEndpoint(one, peers);
    await driver.applyNexusEndpoint(other, peers);
    const double = driver.applyNexusEndpoint({ ...one, endpointId: randomIds.uuid() }, peers);
    await expect(double).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    expect([...(await listed(one.scope)), ...(await listed(other.scope))]).toEqual([one, other]);
  });

  it("deletes a Nexus endpoint, twice alike", async () => {
    const driver = cells.open(embedded.tenant);
    const wanted = endpoint();
    await driver.applyNexusEndpoint(wanted, peers);
    await driver.deleteNexusEndpoint(wanted.endpointId);
    await driver.deleteNexusEndpoint(wanted.endpointId);
    expect(await listed(wanted.scope)).toEqual([]);
  });

  it("refuses a Nexus endpoint whose target it cannot reach", async () => {
    const driver = cells.open(embedded.tenant);
    const target = { namespace: "none.here", taskQueue: "q" };
    const absent = driver.applyNexusEndpoint(endpoint({ target }), []);
    await expect(absent).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    const itself = driver.applyNexusEndpoint(endpoint({ target: { cellId: "cell-a" } }), []);
    await expect(itself).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  });

  it("refuses a caller without the internal token", async () => {
    const strangers = createCells({ token: "another-token" });
    await expect(strangers.open(embedded.tenant).probe()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    strangers.close();
  });
});
