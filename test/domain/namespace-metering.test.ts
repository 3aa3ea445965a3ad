// From when on a namespace has fairness or provisioned capacity is remembered as it comes into force, and added to its
// usage by the job that meters it.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "#domain/context";
import { getNamespace, listMeterings, publishNamespace, updateNamespace } from "#domain/namespaces";
import { openUsageDatabase, readUsageReport } from "#usage/reports";
import { meterSurcharges } from "../../services/workflows/jobs/index.ts";
import { createActiveNamespace } from "./active-namespace.ts";
import { actorOf, createDomainWorld, createOwner, type DomainWorld } from "./domain-world.ts";

const HOUR_MS = 3_600_000;
let world: DomainWorld;
beforeAll(async () => {
  world = await createDomainWorld("namespace_metering");
});
afterAll(() => world.close());

/** As the workflow ends it. Answers when it came into force. */
async function change(owner: Actor, namespace: string, more: object): Promise<number> {
  const context = world.context(owner);
  const read = await getNamespace(context, { namespace });
  const { spec, resourceVersion } = read.namespace ?? {};
  const { asyncOperation } = await updateNamespace(context, {
    namespace,
    spec: { ...spec, ...more },
    resourceVersion: resourceVersion ?? "",
  });
  world.advance(1_000);
  const now = world.clock.now();
  const step = { accountId: owner.accountId, operationId: asyncOperation?.id ?? "", namespace, now };
  await world.database.transaction((tx) => publishNamespace(tx, step));
  await world.database.transaction((tx) => publishNamespace(tx, step));
  return now;
}

it("each change is a row from its moment on, and capacity is billed its hourly minimum", async () => {
  const made = await createOwner(world, "owner@example.com");
  const namespace = await createActiveNamespace(world, made, "shop");
  const owner = await actorOf(world, made.accountId, made.principalId);
  expect(await listMeterings(world.database)).toEqual([]);

  const first = await change(owner, namespace, { capacitySpec: { provisioned: { value: 2 } } });
  const second = await change(owner, namespace, { fairness: { taskQueueFairnessEnabled: true } });
  world.advance(2 * HOUR_MS);
  const third = await change(owner, namespace, {
    capacitySpec: { onDemand: {} },
    fairness: { taskQueueFairnessEnabled: false },
  });
  const common = { namespace, replicas: 1 };
  expect(await listMeterings(world.database)).toEqual([
    { ...common, sinceMs: first, fairness: false, capacityUnits: 2 },
    { ...common, sinceMs: second, fairness: true, capacityUnits: 2 },
    { ...common, sinceMs: third, fairness: false, capacityUnits: 0 },
  ]);

  const usage = await openUsageDatabase(world.databaseUrl);
  try {
    const lastHour = Math.floor(third / HOUR_MS) * HOUR_MS;
    await usage.query(
      "insert into sources (source, complete_until) values ('c', to_timestamp($1::float8 / 1000))",
      [lastHour + 2 * HOUR_MS],
    );
    await meterSurcharges({ database: world.database, usage });
    const range = { fromMs: first - (first % HOUR_MS), toMs: lastHour + 24 * HOUR_MS };
    const rows = await readUsageReport(usage, {
      accountId: owner.accountId,
      range,
      groupBy: ["namespace", "kind"],
    });
    // The hours of the three moments and those between; the last is one, although the change back came in it.
    const hours = (lastHour - range.fromMs) / HOUR_MS + 1;
    expect(rows).toMatchObject([
      { namespace, kind: "provisioned_capacity", actions: BigInt(hours * 360_000) },
    ]);
  } finally {
    await usage.end();
  }
});
