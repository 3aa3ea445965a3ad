// Settings of namespaces through the use cases, on embedded cells: regions, capacity, search attributes that go, and
// connectivity rules; what is accepted, what is refused in which words, and what cell and edge are told.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporal } from "#contracts";
import { seedCells } from "#domain/cells";
import {
  createConnectivityRule,
  deleteConnectivityRule,
  getConnectivityRule,
  getConnectivityRules,
  getConnectivityRuleSources,
  setConnectivityRuleSources,
} from "#domain/connectivity-rules";
import type { DomainContext } from "#domain/context";
import {
  addNamespaceRegion,
  deleteCustomSearchAttribute,
  deleteNamespaceRegion,
  failoverNamespaceRegion,
  getNamespaceCapacityInfo,
  getNamespaceWarnings,
  renameCustomSearchAttribute,
  updateNamespace,
} from "#domain/namespaces";
import { seedRegions } from "#domain/regions";
import { systemClock } from "#shared/clock";
import { REGION, type World } from "../workflows/world.ts";
import { ProvisionedWorld, type Answer } from "./provisioned-world.ts";

const OTHER = "gcp-us-central1";
const EMPTY = "azure-eastus";
const DAY_MS = 24 * 60 * 60 * 1_000;
const { SearchAttributeType } = temporal.api.cloud.namespace.v1.NamespaceSpec;
const KEYWORD = SearchAttributeType.SEARCH_ATTRIBUTE_TYPE_KEYWORD;
const INT = SearchAttributeType.SEARCH_ATTRIBUTE_TYPE_INT;
const { ReplicaState } = temporal.api.cloud.namespace.v1.Replica;

let provisioned: ProvisionedWorld;
let world: World;

beforeAll(async () => {
  provisioned = await ProvisionedWorld.start();
  ({ world } = provisioned);
  const region = { location: "x", grpcAddress: "{namespace}.other:7233", webAddress: "" };
  const cell = { id: "cell-b", region: OTHER, driver: world.tenant.driver, address: world.tenant.address };
  await world.database.transaction(async (tx) => {
    await seedRegions(tx, [
      { ...region, id: OTHER, provider: "gcp", region: "us-central1" },
      { ...region, id: EMPTY, provider: "azure", region: "eastus" },
    ]);
    await seedCells(tx, [cell], systemClock.now());
  });
});
afterAll(() => provisioned.stop());

/** Updates the namespace's spec, all else as it was read. */
async function update(context: DomainContext, namespace: string, change: object): Promise<Answer> {
  const { spec, resourceVersion } = await provisioned.read(context, namespace);
  return updateNamespace(context, {
    namespace,
    spec: { ...spec, ...change },
    resourceVersion: resourceVersion ?? "",
  });
}

describe("regions", () => {
  const change = async (
    work: typeof addNamespaceRegion | typeof deleteNamespaceRegion,
    context: DomainContext,
    namespace: string,
    region: string,
  ): Promise<void> => {
    const resourceVersion = await provisioned.versionOf(context, namespace);
    await provisioned.ended(context, await work(context, { namespace, region, resourceVersion }));
  };

  it("are added, failed over and removed, and both forms of the message say so", async () => {
    const context = await provisioned.newAccount();
    const namespace = await provisioned.orders(context);
    await change(addNamespaceRegion, context, namespace, OTHER);
    const active = ReplicaState.REPLICA_STATE_ACTIVE;
    expect(await provisioned.read(context, namespace)).toMatchObject({
      activeRegion: REGION,
      spec: { regions: [REGION, OTHER], replicas: [{ region: REGION }, { region: OTHER }] },
      replicas: [
        { id: REGION, isPrimary: true, state: active },
        { id: OTHER, isPrimary: false, state: active },
      ],
      regionStatus: {
        [REGION]: { stateDeprecated: "active" },
        [OTHER]: { stateDeprecated: "passive" },
      },
    });
    await provisioned.ended(context, await failoverNamespaceRegion(context, { namespace, region: OTHER }));
    expect(await provisioned.read(context, namespace)).toMatchObject({
      activeRegion: OTHER,
      spec: { regions: [OTHER, REGION] },
      replicas: [
        { id: OTHER, isPrimary: true },
        { id: REGION, isPrimary: false },
      ],
      endpoints: { grpcAddress: `${namespace}.other:7233` },
    });
    // A client that read the regions before the failover is not told that it moves anything.
    await provisioned.ended(
      context,
      await update(context, namespace, { regions: [REGION, OTHER], replicas: [], retentionDays: 4 }),
    );
    await change(deleteNamespaceRegion, context, namespace, REGION);
    expect((await provisioned.read(context, namespace)).spec?.regions).toEqual([OTHER]);
  });

  it("are being added while the operation is on its way", async () => {
    const context = await provisioned.newAccount();
    const namespace = await provisioned.orders(context);
    const row = { id: namespace };
    const { spec } = await world.database.query.namespace.findUniqueOrThrow({ where: row });
    const regions = [REGION, OTHER];
    await world.database.query.namespace.update({
      where: row,
      data: { spec: { ...(spec as object), regions }, state: "UPDATING", asyncOperationId: "op-1" },
    });
    expect(await provisioned.read(context, namespace)).toMatchObject({
      replicas: [{ state: ReplicaState.REPLICA_STATE_ACTIVE }, { state: ReplicaState.REPLICA_STATE_ADDING }],
      regionStatus: { [OTHER]: { stateDeprecated: "adding", asyncOperationId: "op-1" } },
    });
  });

  it("refuse what cannot be, by name", async () => {
    const context = await provisioned.newAccount();
    const namespace = await provisioned.orders(context);
    const resourceVersion = await provisioned.versionOf(context, namespace);
    const add = (region: string): Promise<Answer> =>
      addNamespaceRegion(context, { namespace, region, resourceVersion });
    const remove = (region: string): Promise<Answer> =>
      deleteNamespaceRegion(context, { namespace, region, resourceVersion });
    await expect(add("")).rejects.toThrow(/region: name the region/);
    await expect(add("mars-1")).rejects.toThrow(/region: there is no region "mars-1"/);
    await expect(add(REGION)).rejects.toThrow("nothing to change");
    await expect(add(EMPTY)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expect(remove(OTHER)).rejects.toThrow(/is not in "gcp-us-central1"/);
    await expect(remove(REGION)).rejects.toThrow(/Fail over to another one first/);
    await expect(failoverNamespaceRegion(context, { namespace, region: REGION })).rejects.toThrow(
      "nothing to change",
    );
    await expect(failoverNamespaceRegion(context, { namespace, region: OTHER })).rejects.toThrow(/is not in/);
    const stale = { namespace, region: OTHER, resourceVersion: "77" };
    await expect(addNamespaceRegion(context, stale)).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    const stranger = await provisioned.newAccount();
    const foreign = { namespace, region: OTHER, resourceVersion };
    for (const work of [addNamespaceRegion, deleteNamespaceRegion, failoverNamespaceRegion]) {
      await expect(work(stranger, foreign)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("do not come back for a week, and a third one does not come at all", async () => {
    const context = await provisioned.newAccount();
    const namespace = await provisioned.orders(context, { regions: [REGION, OTHER] });
    const resourceVersion = await provisioned.versionOf(context, namespace);
    const third = addNamespaceRegion(context, { namespace, region: EMPTY, resourceVersion });
    await expect(third).rejects.toThrow(/at most 2 regions/);
    await change(deleteNamespaceRegion, context, namespace, OTHER);
    const version = await provisioned.versionOf(context, namespace);
    const again = { namespace, region: OTHER, resourceVersion: version };
    await expect(addNamespaceRegion(context, again)).rejects.toThrow(/less than 7 days ago/);
    const later = { ...context, clock: { ...context.clock, now: () => systemClock.now() + 8 * DAY_MS } };
    await provisioned.ended(context, await addNamespaceRegion(later, again));
  });

  it("are not removed from under a private connectivity rule", async () => {
    const context = await provisioned.newAccount();
    const privateRule = { connectionId: "77", gcpProjectId: "my-project-1", region: OTHER };
    const { connectivityRuleId } = await createConnectivityRule(context, { spec: { privateRule } });
    const namespace = await provisioned.orders(context, {
      regions: [REGION, OTHER],
      connectivityRuleIds: [connectivityRuleId],
    });
    const resourceVersion = await provisioned.versionOf(context, namespace);
    const remove = deleteNamespaceRegion(context, { namespace, region: OTHER, resourceVersion });
    await expect(remove).rejects.toThrow(/is for the region gcp-us-central1/);
  });

  it("warn that a replica holds no copy", async () => {
    const context = await provisioned.newAccount();
    const namespace = await provisioned.orders(context, { regions: [REGION, OTHER] });
    const { warnings } = await getNamespaceWarnings(context, { namespace });
    expect(warnings).toMatchObject([{ field: "spec.replicas" }]);
  });
});

describe("capacity", () => {
  const noRates = (): Promise<{ mean: number; p90: number; p99: number }> =>
    Promise.resolve({ mean: 1, p90: 2, p99: 3 });

  it("is on demand, provisioned and on demand again, with limits at the edge and its newest request", async () => {
    const context = await provisioned.newAccount();
    const namespace = await provisioned.orders(context);
    expect(await provisioned.read(context, namespace)).toMatchObject({
      limits: { actionsPerSecondLimit: 500 },
    });
    expect((await provisioned.read(context, namespace)).capacity).toBeUndefined();
    const change = await update(context, namespace, { capacitySpec: { provisioned: { value: 4 } } });
    await provisioned.ended(context, change);
    const found = await provisioned.read(context, namespace);
    expect(found).toMatchObject({
      limits: { actionsPerSecondLimit: 2_000 },
      spec: { capacitySpec: { provisioned: { value: 4 } } },
      capacity: {
        provisioned: { currentValue: 4 },
        latestRequest: {
          state: temporal.api.cloud.namespace.v1.Capacity.Request.State.STATE_CAPACITY_REQUEST_COMPLETED,
          asyncOperationId: change.asyncOperation?.id,
          spec: { provisioned: { value: 4 } },
        },
      },
    });
    expect(found.capacity?.latestRequest?.endTime).toBeDefined();
    expect(await provisioned.atEdge(namespace)).toMatchObject({
      actionsPerSecond: 2_000,
      requestsPerSecond: 6_000,
    });
    await provisioned.ended(context, await update(context, namespace, { capacitySpec: { onDemand: {} } }));
    expect(await provisioned.atEdge(namespace)).toMatchObject({
      actionsPerSecond: 500,
      requestsPerSecond: 2_000,
    });
    expect((await provisioned.read(context, namespace)).capacity).toMatchObject({ onDemand: {} });
  });

  it("tells its options and what was used", async () => {
    const context = await provisioned.newAccount();
    const namespace = await provisioned.orders(context, { capacitySpec: { provisioned: { value: 2 } } });
    const { capacityInfo } = await getNamespaceCapacityInfo(context, { namespace }, noRates);
    expect(capacityInfo).toMatchObject({
      namespace,
      hasLegacyLimits: false,
      currentCapacity: { provisioned: { currentValue: 2 } },
      modeOptions: {
        provisioned: { validTruValues: [2, 3, 4, 6, 8, 10, 12], maxAvailableTruValue: 12 },
        onDemand: { apsLimit: 500 },
      },
      stats: { aps: { mean: 1, p90: 2, p99: 3 } },
    });
    const stranger = await provisioned.newAccount();
    const foreign = getNamespaceCapacityInfo(stranger, { namespace }, noRates);
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

it("fairness of task queues is a switch that the cell is told", async () => {
  const context = await provisioned.newAccount();
  const namespace = await provisioned.orders(context);
  const inCell = async (): Promise<boolean | undefined> =>
    (await world.cells.open(world.tenant).readNamespace(namespace))?.fairnessKeysIgnored;
  expect(await inCell()).toBe(true);
  await provisioned.ended(
    context,
    await update(context, namespace, { fairness: { taskQueueFairnessEnabled: true } }),
  );
  expect(await inCell()).toBe(false);
});

describe("a custom search attribute", () => {
  it("is deleted from the record and the cell, and its name is free for another type", async () => {
    const context = await provisioned.newAccount();
    const namespace = await provisioned.orders(context, {
      searchAttributes: { Customer: KEYWORD, Kept: KEYWORD },
    });
    const remove = async (customSearchAttributeName: string, version?: string): Promise<Answer> =>
      deleteCustomSearchAttribute(context, {
        namespace,
        customSearchAttributeName,
        resourceVersion: version ?? (await provisioned.versionOf(context, namespace)),
      });
    await expect(remove("Nobody")).rejects.toThrow(/no custom search attribute "Nobody"/);
    await expect(remove("toString")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(remove("Customer", "77")).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    await provisioned.ended(context, await remove("Customer"));
    expect((await provisioned.read(context, namespace)).spec?.searchAttributes).toEqual({ Kept: KEYWORD });
    const inCell = await world.cells.open(world.tenant).readNamespace(namespace);
    expect(inCell?.searchAttributes).toEqual({ Kept: "Keyword" });
    const searchAttributes = { Kept: KEYWORD, Customer: INT };
    await provisioned.ended(
      context,
      await update(context, namespace, { searchAttributes, customSearchAttributes: {} }),
    );
    expect((await provisioned.read(context, namespace)).spec?.searchAttributes).toEqual(searchAttributes);
  });

  it("that is renamed is known to the cell by its former names, until they are given to another", async () => {
    const context = await provisioned.newAccount();
    const namespace = await provisioned.orders(context, { searchAttributes: { A: KEYWORD } });
    const rename = async (from: string, to: string): Promise<void> => {
      const resourceVersion = await provisioned.versionOf(context, namespace);
      const names = { existingCustomSearchAttributeName: from, newCustomSearchAttributeName: to };
      await provisioned.ended(
        context,
        await renameCustomSearchAttribute(context, { namespace, ...names, resourceVersion }),
      );
    };
    const formerNames = async (): Promise<object | undefined> =>
      (await world.cells.open(world.tenant).readNamespace(namespace))?.formerAttributeNames;
    await rename("A", "B");
    await rename("B", "C");
    expect(await formerNames()).toEqual({ A: "C", B: "C" });
    await rename("C", "A");
    expect(await formerNames()).toEqual({ B: "A", C: "A" });
    const given = { searchAttributes: { A: KEYWORD, B: INT }, customSearchAttributes: {} };
    // Whoever has just renamed may still send the old name: the second update means it.
    await provisioned.ended(context, await update(context, namespace, { ...given, retentionDays: 5 }));
    await provisioned.ended(context, await update(context, namespace, given));
    expect(await formerNames()).toEqual({ C: "A" });
  });

  it("of another account is not found", async () => {
    const [owner, stranger] = [await provisioned.newAccount(), await provisioned.newAccount()];
    const namespace = await provisioned.orders(owner, { searchAttributes: { Customer: KEYWORD } });
    const foreign = { namespace, customSearchAttributeName: "Customer", resourceVersion: "1" };
    await expect(deleteCustomSearchAttribute(stranger, foreign)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("connectivity rules", () => {
  const link = { connectionId: "vpce-0123456789abcdef0", region: REGION };

  async function makeRule(context: DomainContext, spec: object): Promise<string> {
    const made = await createConnectivityRule(context, { spec });
    await provisioned.ended(context, made);
    return made.connectivityRuleId ?? "";
  }

  it("are named by a namespace, reach the edge with it, and cannot be deleted meanwhile", async () => {
    const context = await provisioned.newAccount();
    const [open, secret] = [
      await makeRule(context, { publicRule: { enableStableIps: true } }),
      await makeRule(context, { privateRule: link }),
    ];
    const namespace = await provisioned.orders(context, { connectivityRuleIds: [secret, open] });
    const found = await provisioned.read(context, namespace);
    expect(found.spec?.connectivityRuleIds).toEqual([open, secret].sort());
    expect(found.connectivityRules?.map(({ id }) => id).sort()).toEqual([open, secret].sort());
    expect(await provisioned.atEdge(namespace)).toMatchObject({ connectivityRestricted: true });
    const ofNamespace = await getConnectivityRules(context, { namespace });
    expect(ofNamespace.connectivityRules).toHaveLength(2);
    const remove = (): Promise<Answer> =>
      deleteConnectivityRule(context, { connectivityRuleId: secret, resourceVersion: "1" });
    await expect(remove()).rejects.toThrow(/in use by 1 namespaces \(orders\./);
    await provisioned.ended(context, await update(context, namespace, { connectivityRuleIds: [open] }));
    await provisioned.ended(context, await remove());
    await expect(getConnectivityRule(context, { connectivityRuleId: secret })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await provisioned.ended(context, await update(context, namespace, { connectivityRuleIds: [] }));
    expect(await provisioned.atEdge(namespace)).toMatchObject({
      connectivityRestricted: false,
      connectivityRules: [],
    });
  });

  it("take a source address list when they are public, which the edge is told at once", async () => {
    const context = await provisioned.newAccount();
    const id = await makeRule(context, { publicRule: {} });
    const namespace = await provisioned.orders(context, { connectivityRuleIds: [id] });
    const set = (sourceCidrs: string[], resourceVersion: string): Promise<Answer> =>
      setConnectivityRuleSources(context, { connectivityRuleId: id, sourceCidrs, resourceVersion });
    await expect(set([], "1")).rejects.toThrow("nothing to change");
    await expect(set(["10.0.0.1/8"], "1")).rejects.toThrow(/the network is 10.0.0.0\/8/);
    await provisioned.ended(context, await set(["10.0.0.0/8", "2001:db8::/32"], "1"));
    await expect(set(["10.0.0.0/8"], "1")).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    expect(await getConnectivityRuleSources(context, { connectivityRuleId: id })).toEqual({
      sourceCidrs: ["10.0.0.0/8", "2001:db8::/32"],
      resourceVersion: "2",
    });
    expect((await provisioned.atEdge(namespace))?.connectivityRules).toEqual([
      { ruleId: id, connectionId: "", sourceCidrs: ["10.0.0.0/8", "2001:db8::/32"] },
    ]);
    // The first public rule has a list now, so there may be another one; both open at once may not be.
    const second = await makeRule(context, { publicRule: {} });
    await expect(makeRule(context, { publicRule: {} })).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    await expect(set([], "2")).rejects.toThrow(`open public rule ${second}`);
  });

  it("refuse what cannot be, by name", async () => {
    const context = await provisioned.newAccount();
    const secret = await makeRule(context, { privateRule: link });
    await expect(makeRule(context, { privateRule: link })).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    await expect(makeRule(context, {})).rejects.toThrow(/set public_rule or private_rule/);
    const elsewhere = { spec: { publicRule: {} }, projectId: "nowhere" };
    await expect(createConnectivityRule(context, elsewhere)).rejects.toThrow(/no project with this id/);
    const sources = { connectivityRuleId: secret, sourceCidrs: ["10.0.0.0/8"], resourceVersion: "1" };
    await expect(setConnectivityRuleSources(context, sources)).rejects.toThrow(/only a public rule/);
    const unknown = provisioned.orders(context, { connectivityRuleIds: ["cr-none"] });
    await expect(unknown).rejects.toThrow(/no connectivity rule "cr-none"/);
    const far = provisioned.orders(context, { regions: [OTHER], connectivityRuleIds: [secret] });
    await expect(far).rejects.toThrow(/is for the region aws-us-east-1/);
    const unversioned = deleteConnectivityRule(context, { connectivityRuleId: secret });
    await expect(unversioned).rejects.toThrow(/resource_version is required/);
  });

  it("of another account are not found and cannot be named", async () => {
    const [owner, stranger] = [await provisioned.newAccount(), await provisioned.newAccount()];
    const id = await makeRule(owner, { publicRule: {} });
    const version = { connectivityRuleId: id, resourceVersion: "1" };
    const tries = [
      () => getConnectivityRule(stranger, version),
      () => deleteConnectivityRule(stranger, version),
      () => getConnectivityRuleSources(stranger, version),
      () => setConnectivityRuleSources(stranger, { ...version, sourceCidrs: ["10.0.0.0/8"] }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getConnectivityRules(stranger, {})).connectivityRules).toEqual([]);
    await expect(provisioned.orders(stranger, { connectivityRuleIds: [id] })).rejects.toThrow(
      /no connectivity rule/,
    );
  });
});
