// The contract of cell drivers: one suite for what a cell must do for the control plane, whatever runs in it.
import { expect, it } from "vitest";
import type { CellDriver, CellNamespace } from "#domain/cells";
import { eventually } from "#harness/eventually";
import { randomIds } from "#shared/ids";

/** `isGenerational` is false for cells that keep no generation. */
export function cellDriverContract(driverOf: () => CellDriver, options: { isGenerational: boolean }): void {
  const wanted = (change: Partial<CellNamespace> = {}): CellNamespace => ({
    name: `orders.${randomIds.short(8)}`,
    namespaceId: randomIds.uuid(),
    retentionDays: 3,
    searchAttributes: {},
    formerAttributeNames: {},
    generation: 1,
    startsRefused: false,
    fairnessKeysIgnored: false,
    description: "",
    ...change,
  });

  /** A new namespace may take a moment to be seen by all of a cluster. */
  const apply = (namespace: CellNamespace): Promise<boolean> =>
    eventually(async () => {
      await driverOf().applyNamespace(namespace);
      return true;
    });

  it("answers a probe", async () => {
    expect((await driverOf().probe()).version).not.toBe("");
  });

  it("creates a namespace, twice alike", async () => {
    const namespace = wanted({ searchAttributes: { Customer: "Keyword" } });
    await apply(namespace);
    await apply(namespace);
    const read = await driverOf().readNamespace(namespace.name);
    expect(read).toMatchObject({ name: namespace.name, retentionDays: 3 });
    expect(read?.searchAttributes).toMatchObject({ Customer: "Keyword" });
  });

  it("brings a namespace to a new configuration, and back", async () => {
    const namespace = wanted();
    await apply(namespace);
    await apply({ ...namespace, retentionDays: 7, searchAttributes: { Tier: "Int" }, generation: 2 });
    await eventually(async () => {
      const changed = await driverOf().readNamespace(namespace.name);
      expect(changed).toMatchObject({ retentionDays: 7, searchAttributes: { Tier: "Int" } });
      return true;
    });
    await apply({ ...namespace, generation: 3 });
    await eventually(async () => {
      const restored = await driverOf().readNamespace(namespace.name);
      expect(restored).toMatchObject({ retentionDays: 3, searchAttributes: {} });
      return true;
    });
  });

  it("deletes a namespace, twice alike, and one that never was", async () => {
    const namespace = wanted();
    await apply(namespace);
    await driverOf().deleteNamespace(namespace);
    await driverOf().deleteNamespace(namespace);
    await driverOf().deleteNamespace(wanted());
    expect(await driverOf().readNamespace(namespace.name)).toBeUndefined();
  });

  if (options.isGenerational) {
    it("ignores an older generation than the one it has", async () => {
      const namespace = wanted({ generation: 5 });
      await apply(namespace);
      await apply({ ...namespace, retentionDays: 9, generation: 4 });
      expect(await driverOf().readNamespace(namespace.name)).toMatchObject({
        retentionDays: 3,
        generation: 5,
      });
    });
  }
}
