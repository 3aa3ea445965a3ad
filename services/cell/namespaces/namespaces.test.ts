// What is asked of a namespace while it is deleted neither keeps it nor brings it back.
import { describe, expect, it } from "vitest";
import { FlushGroup } from "../journal/flush-group.ts";
import type { Journal } from "../journal/journal.ts";
import type { NamespaceRow } from "../store/namespace-store.ts";
import type { Namespace } from "./namespace.ts";
import { Namespaces } from "./namespaces.ts";

/** A journal whose groups become durable when the test says so. */
function slowJournal(): { journal: Journal; groups: FlushGroup[]; flush: () => Promise<void> } {
  const groups: FlushGroup[] = [];
  const group = (): FlushGroup => {
    const made = new FlushGroup();
    groups.push(made);
    return made;
  };
  const settle = (made: FlushGroup): Promise<void> => made.durable;
  const flush = async (): Promise<void> => {
    for (const made of groups.splice(0)) made.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { journal: { group, settle } as unknown as Journal, groups, flush };
}

const row: NamespaceRow = {
  namespaceId: "0f0e7437-5468-4dae-84d6-e13b7f74f836",
  name: "tenant",
  retentionDays: 3,
  searchAttributes: {},
  formerAttributeNames: {},
  forgottenAttributes: [],
  fairnessKeysIgnored: false,
  data: {},
  generation: 0,
  startsRefused: false,
  description: "",
  ownerEmail: "",
  createdAt: 1,
  deletedAt: undefined,
};

async function withTenant(): Promise<{
  namespaces: Namespaces;
  tenant: Namespace;
  slow: ReturnType<typeof slowJournal>;
}> {
  const slow = slowJournal();
  const namespaces = new Namespaces();
  const made = namespaces.put(slow.journal, row);
  await Promise.resolve();
  await slow.flush();
  return { namespaces, tenant: await made, slow };
}

/** Starts a promise whose rejection is looked at later. */
function later<Value>(promise: Promise<Value>): Promise<PromiseSettledResult<Value>> {
  return Promise.allSettled([promise]).then(([settled]) => settled);
}

describe("a namespace that is deleted", () => {
  it("is not shown again by a change that was on its way to the store", async () => {
    const { namespaces, tenant, slow } = await withTenant();
    const change = later(namespaces.put(slow.journal, { ...row, description: "changed" }));
    await Promise.resolve();
    expect(slow.groups, "the change is in a flush").toHaveLength(1);
    const deletion = namespaces.markDeleted(slow.journal, tenant, 2);
    await slow.flush();
    await deletion;

    expect(await change).toMatchObject({ status: "rejected", reason: { code: "NOT_FOUND" } });
    expect(namespaces.byName("tenant")).toBeUndefined();
    expect(() => namespaces.requireThere(tenant)).toThrow("not found");
  });

  it("is not stored again by a change that waited for its turn", async () => {
    const { namespaces, tenant, slow } = await withTenant();
    const changes = [1, 2].map((retentionDays) =>
      later(namespaces.put(slow.journal, { ...row, retentionDays })),
    );
    await Promise.resolve();
    const deletion = namespaces.markDeleted(slow.journal, tenant, 2);
    await slow.flush();
    await deletion;

    const settled = await Promise.all(changes);
    for (const one of settled)
      expect(one).toMatchObject({ status: "rejected", reason: { code: "NOT_FOUND" } });
    expect(slow.groups, "the second change wrote nothing").toHaveLength(0);
  });

  it("is not made anew by its id while what it had is removed", async () => {
    const { namespaces, tenant, slow } = await withTenant();
    const deletion = namespaces.markDeleted(slow.journal, tenant, 2);
    await slow.flush();
    await deletion;
    await expect(namespaces.put(slow.journal, row)).rejects.toMatchObject({ code: "UNAVAILABLE" });

    const removal = namespaces.remove(slow.journal, tenant.id);
    await slow.flush();
    await removal;
    const again = namespaces.put(slow.journal, row);
    await Promise.resolve();
    await slow.flush();
    expect((await again).name).toBe("tenant");
  });
});
