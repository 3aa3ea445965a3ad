// What an installation's operators decide: limits of everybody and of single accounts, regions and which cells serve
// them. By configuration at start and by operations at run time.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attachCell, seedCells } from "#domain/cells";
import type { Actor } from "#domain/context";
import { getQuotas, updateQuota } from "#domain/installation";
import { createNamespace } from "#domain/namespaces";
import { checkQuota, quotaSettings, seedQuotas, type QuotaName } from "#domain/quotas";
import {
  createRegion,
  getRegion,
  getRegions,
  getRegionSettings,
  regionSettings,
  seedRegions,
  updateRegion,
} from "#domain/regions";
import { operatorActor } from "#domain/roles";
import { createDomainWorld, createOwner, type DomainWorld } from "./domain-world.ts";

const EAST = "aws-us-east-1";
const SPEC = {
  regionId: "gcp-europe-west4",
  provider: "gcp",
  providerRegion: "europe-west4",
  location: "Europe (Netherlands)",
  grpcAddress: "europe-west4.example.com:7233",
  webAddress: "https://cloud.example.com/namespaces/{namespace}",
};

let world: DomainWorld;
let owner: Actor;
const operator = operatorActor("operator");

beforeAll(async () => {
  world = await createDomainWorld("installation");
  owner = await createOwner(world, "owner@example.com");
  await world.database.transaction(async (tx) => {
    await seedRegions(tx, [
      regionSettings.parse({
        id: EAST,
        provider: "aws",
        region: "us-east-1",
        location: "US East",
        grpcAddress: "localhost:7320",
      }),
    ]);
    await seedCells(
      tx,
      [{ id: "cell-a", region: EAST, driver: "embedded", address: "127.0.0.1:1" }],
      world.clock.now(),
    );
  });
});
afterAll(() => world.close());

const isReached = async (accountId: string, name: QuotaName, count: number): Promise<string> => {
  try {
    await checkQuota(world.database.query, { accountId, name, count });
    return "";
  } catch (error) {
    return String(error);
  }
};
const quotaOf = async (actor: Actor, name: string, accountId?: string) => {
  const { quotas } = await getQuotas(world.context(actor), accountId === undefined ? {} : { accountId });
  return quotas?.find((quota) => quota.name === name);
};
const namespaceIn = (region: string, name: string) =>
  createNamespace(world.context(owner), { spec: { name, regions: [region], apiKeyAuth: { enabled: true } } });

describe("limits", () => {
  it("are the built-in ones, until the installation sets others, until the account has its own", async () => {
    const { accountId } = owner;
    expect(await isReached(accountId, "nexusEndpointsPerAccount", 99)).toBe("");
    expect(await isReached(accountId, "nexusEndpointsPerAccount", 100)).toContain("The limit of 100 Nexus");
    await updateQuota(world.context(operator), { name: "nexusEndpointsPerAccount", max: 3 });
    expect(await isReached(accountId, "nexusEndpointsPerAccount", 3)).toContain("The limit of 3 Nexus");
    await updateQuota(world.context(operator), { name: "nexusEndpointsPerAccount", accountId, max: 5 });
    expect(await isReached(accountId, "nexusEndpointsPerAccount", 4)).toBe("");
    expect(await isReached("another", "nexusEndpointsPerAccount", 4)).toContain("The limit of 3");
    expect(await quotaOf(owner, "nexusEndpointsPerAccount")).toMatchObject({
      max: 5,
      builtInMax: 100,
      setFor: "account",
    });
    await updateQuota(world.context(operator), {
      name: "nexusEndpointsPerAccount",
      accountId,
      reset: true,
      resourceVersion: "1",
    });
    expect(await quotaOf(owner, "nexusEndpointsPerAccount")).toMatchObject({
      max: 3,
      setFor: "installation",
      resourceVersion: "",
    });
  });

  it("change only with the version that was read, and not to what they are", async () => {
    const change = (request: object) =>
      updateQuota(world.context(operator), { name: "customRolesPerAccount", ...request });
    await change({ max: 7 });
    await expect(change({ max: 8 })).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    await expect(change({ max: 8, resourceVersion: "9" })).rejects.toMatchObject({
      code: "FAILED_PRECONDITION",
    });
    await expect(change({ max: 7, resourceVersion: "1" })).rejects.toMatchObject({
      message: "nothing to change",
    });
    await change({ max: 8, resourceVersion: "1", asyncOperationId: "raise" });
    // P3: a repeat is the same operation.
    await expect(change({ max: 8, resourceVersion: "1", asyncOperationId: "raise" })).resolves.toMatchObject({
      asyncOperation: { id: "raise" },
    });
  });

  it.each([
    [{ name: "moons", max: 1 }, "name: must be one of usersPerAccount"],
    [{ name: "tagsPerNamespace", max: 1 }, "is the same in every installation"],
    [{ name: "usersPerAccount" }, "max: must be 1 to"],
    [{ name: "usersPerAccount", max: -1 }, "max: must be 1 to"],
    [{ name: "usersPerAccount", max: 1, reset: true }, "max: must be left out"],
    [{ name: "usersPerAccount", max: 1, accountId: "nobody" }, 'accountId: there is no account "nobody"'],
    [{ name: "usersPerAccount", reset: true }, "nothing to change"],
  ])("%o is refused in words", async (request, text) => {
    await expect(updateQuota(world.context(operator), request)).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      message: expect.stringContaining(text) as string,
    });
  });

  it("of another account are shown to operators only", async () => {
    const stranger = await createOwner(world, "stranger@example.com");
    await expect(quotaOf(stranger, "usersPerAccount", owner.accountId)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(quotaOf(operator, "usersPerAccount", "nobody")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await quotaOf(operator, "usersPerAccount", owner.accountId)).toMatchObject({ max: 300 });
    expect(stranger.can("cloud.quota.update")).toBe(false);
    expect(operator.can("cloud.quota.update")).toBe(true);
  });

  it("of the configuration hold for the installation at each start; an unknown one is refused by name", async () => {
    const seed = (settings: object) =>
      world.database.transaction((tx) => seedQuotas(tx, quotaSettings.parse(settings), world.clock.now()));
    await seed({ usersPerAccount: 12 });
    await seed({ usersPerAccount: 12 });
    expect(await quotaOf(owner, "usersPerAccount")).toMatchObject({ max: 12, setFor: "installation" });
    expect(await quotaOf(operator, "usersPerAccount")).toMatchObject({ resourceVersion: "1" });
    expect(() => quotaSettings.parse({ moons: 1 })).toThrow("moons");
  });
});

describe("regions", () => {
  it("are made, changed and closed at run time, and are then no choice for new namespaces", async () => {
    await createRegion(world.context(operator), { spec: SPEC });
    const id = SPEC.regionId;
    expect((await getRegions(world.context(owner))).regions?.map((region) => region.id)).toEqual([EAST, id]);
    await expect(namespaceIn(id, "early")).rejects.toMatchObject({ code: "UNAVAILABLE" });
    const update = (spec: object, resourceVersion = "1") =>
      updateRegion(world.context(operator), { region: id, spec: { ...SPEC, ...spec }, resourceVersion });
    await expect(update({})).rejects.toMatchObject({ message: "nothing to change" });
    await update({ location: "Groningen" });
    await expect(update({ location: "Eemshaven" })).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    await update({ disabled: true }, "2");
    await expect(namespaceIn(id, "late")).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      message: `spec.regions: the region ${id} takes no new namespaces. Regions: ${EAST}.`,
    });
    expect((await getRegions(world.context(owner))).regions?.map((region) => region.id)).toEqual([EAST]);
    expect(await getRegion(world.context(owner), { region: id })).toMatchObject({ region: { id } });
  });

  it.each([
    [{ regionId: "X" }, "spec.regionId: must be 3 to 63"],
    [{ provider: "ibm" }, "spec.provider:"],
    [{ providerRegion: "" }, "spec.providerRegion:"],
    [{ location: "" }, "spec.location:"],
    [{ grpcAddress: "nowhere" }, "spec.grpcAddress: must be host:port"],
    [{ grpcAddress: "{name}.example.com:1" }, 'spec.grpcAddress: may hold the placeholder "{namespace}"'],
    [{ mtlsGrpcAddress: "a b:1" }, "spec.mtlsGrpcAddress: must be host:port"],
    [{ webAddress: "javascript:alert(1)" }, "spec.webAddress: must be an http"],
  ])("%o is refused by its field", async (change, text) => {
    const spec = { ...SPEC, regionId: "gcp-new", ...change };
    await expect(createRegion(world.context(operator), { spec })).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      message: expect.stringContaining(text) as string,
    });
  });

  it("have one name each, which never changes", async () => {
    await expect(
      createRegion(world.context(operator), { spec: { ...SPEC, regionId: EAST } }),
    ).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    await expect(
      updateRegion(world.context(operator), { region: EAST, spec: SPEC, resourceVersion: "1" }),
    ).rejects.toMatchObject({ message: "spec.regionId: a region cannot be renamed." });
    await expect(updateRegion(world.context(operator), { region: "mars" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const action of ["cloud.region.create", "cloud.region.update", "cloud.cell.attach"])
      expect([owner.can(action), operator.can(action)]).toEqual([false, true]);
  });

  it("get an empty cell, and never one with namespaces", async () => {
    const attach = (region: string, cellId: string) =>
      attachCell(world.context(operator), { region, cellId });
    const regionId = "aws-eu-west-1";
    await createRegion(world.context(operator), { spec: { ...SPEC, provider: "aws", regionId } });
    await expect(attach("mars", "cell-a")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(attach(regionId, "cell-z")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(attach(EAST, "cell-a")).rejects.toMatchObject({ message: "nothing to change" });
    await attach(regionId, "cell-a");
    await namespaceIn(regionId, "orders");
    await expect(attach(EAST, "cell-a")).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    const { regions } = await getRegionSettings(world.context(operator));
    expect(regions?.find((region) => region.spec?.regionId === regionId)).toMatchObject({
      cellIds: ["cell-a"],
      namespaces: 1,
    });
  });

  it("spread the namespaces of all accounts over their cells, though each account sees its own only", async () => {
    const regionId = "aws-spread";
    await createRegion(world.context(operator), { spec: { ...SPEC, provider: "aws", regionId } });
    const cells = ["spread-a", "spread-b", "spread-c"].map((id) => ({
      ...{ id, region: regionId, driver: "embedded" as const, address: "127.0.0.1:1" },
    }));
    await world.database.transaction((tx) => seedCells(tx, cells, world.clock.now()));
    for (const who of ["one", "two", "three"]) {
      const actor = await createOwner(world, `${who}@example.com`);
      const spec = { name: "first", regions: [regionId], apiKeyAuth: { enabled: true } };
      await createNamespace(world.context(actor), { spec });
    }
    const rows = await world.database.query.namespace.findMany({ where: { name: "first" } });
    expect(rows.map((row) => row.cellId).sort()).toEqual(["spread-a", "spread-b", "spread-c"]);
  });

  it("may share a cell: it takes the namespaces of every region that it serves", async () => {
    for (const regionId of ["aws-home", "aws-beside"]) {
      await createRegion(world.context(operator), { spec: { ...SPEC, provider: "aws", regionId } });
    }
    const cell = { id: "shared", driver: "embedded" as const, address: "127.0.0.1:1" };
    await world.database.transaction((tx) =>
      seedCells(tx, [{ ...cell, region: "aws-home", alsoServes: ["aws-beside"] }], world.clock.now()),
    );
    await namespaceIn("aws-beside", "beside");
    const row = await world.database.query.namespace.findFirst({ where: { name: "beside" } });
    expect(row).toMatchObject({ cellId: "shared" });
    const { regions } = await getRegionSettings(world.context(operator));
    const beside = regions?.find((region) => region.spec?.regionId === "aws-beside");
    expect(beside).toMatchObject({ cellIds: ["shared"], namespaces: 1 });
  });

  it("of the configuration are written at each start, but what an operator closed stays closed", async () => {
    const configured = { id: "azure-west", provider: "azure", region: "west", location: "West" };
    const seed = (change: object = {}) =>
      world.database.transaction((tx) =>
        seedRegions(tx, [regionSettings.parse({ ...configured, grpcAddress: "a.example:1", ...change })]),
      );
    await seed();
    const { regions } = await getRegionSettings(world.context(operator));
    const spec = regions?.find((region) => region.spec?.regionId === "azure-west")?.spec;
    await updateRegion(world.context(operator), {
      region: "azure-west",
      spec: { ...spec, disabled: true },
      resourceVersion: "1",
    });
    await seed({ location: "Far West" });
    const row = { where: { id: "azure-west" } };
    expect(await world.database.query.region.findUnique(row)).toMatchObject({
      disabled: true,
      location: "Far West",
    });
    await seed({ disabled: false });
    expect(await world.database.query.region.findUnique(row)).toMatchObject({ disabled: false });
  });

  it("that a configured cell names must exist", async () => {
    const cell = { id: "cell-x", region: "mars", driver: "embedded" as const, address: "127.0.0.1:1" };
    await expect(
      world.database.transaction((tx) => seedCells(tx, [cell], world.clock.now())),
    ).rejects.toThrow("the cell cell-x names the region mars, which does not exist");
  });
});
