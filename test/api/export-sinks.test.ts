// Export sinks at the API: who may make, see and change them, what is refused in which words, that validation writes a
// file, and that accounts do not meet.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { S3_ACCESS_KEY_ID, S3_SECRET, startS3Server, type S3Server } from "#harness/s3-server";
import { call, signUp, startRealApi, type Answer, type Person, type RealApi } from "./real-api.ts";

const BUCKET = "acme-histories";

let s3: S3Server;
let api: RealApi;
let alice: Person;
let bob: Person;

beforeAll(async () => {
  s3 = await startS3Server("us-east-1");
  s3.buckets.set(BUCKET, new Map());
  api = await startRealApi({
    CELLPLANE_EXPORT_S3_ENDPOINT: s3.url,
    CELLPLANE_EXPORT_S3_ACCESS_KEY_ID: S3_ACCESS_KEY_ID,
    CELLPLANE_EXPORT_S3_SECRET_ACCESS_KEY: S3_SECRET,
  });
  alice = await signUp(api, "alice@example.com");
  bob = await signUp(api, "bob@example.com");
  for (const person of [alice, bob]) {
    const spec = {
      name: "shop",
      regions: ["aws-us-east-1"],
      retentionDays: 7,
      apiKeyAuth: { enabled: true },
    };
    const made = await call(api, "POST", "/cloud/namespaces", { as: person, body: { spec } });
    expect(made.status).toBe(200);
  }
});
afterAll(async () => {
  await api.stop();
  await s3.stop();
});

const s3Spec = (change: object = {}): object => ({
  roleName: "export-role",
  bucketName: BUCKET,
  region: "us-east-1",
  awsAccountId: "123456789012",
  ...change,
});
const specOf = (name: string, change: object = {}): object => ({ name, enabled: true, s3: s3Spec(change) });
const sinksOf = (person: Person): string => `/cloud/namespaces/shop.${person.accountId}/export-sinks`;
const create = (as: Person, spec: object, more: object = {}): Promise<Answer> =>
  call(api, "POST", sinksOf(as), { as, body: { spec, ...more } });
const validate = (as: Person, spec: object, of = as): Promise<Answer> =>
  call(api, "POST", `/cloud/namespaces/shop.${of.accountId}/export-sink-validate`, { as, body: { spec } });
const read = async (as: Person, name: string): Promise<Record<string, unknown>> =>
  (await call(api, "GET", `${sinksOf(as)}/${name}`, { as })).body["sink"] as Record<string, unknown>;

describe("an export sink", () => {
  test("is made at once and shown as it was asked for, without a health until it was tried", async () => {
    const made = await create(alice, specOf("shown"));
    expect(made.body["asyncOperation"]).toMatchObject({
      operationType: "CreateNamespaceExportSink",
      state: "STATE_FULFILLED",
    });
    const sink = await read(alice, "shown");
    expect(sink).toMatchObject({
      name: "shown",
      resourceVersion: "1",
      state: "RESOURCE_STATE_ACTIVE",
      spec: specOf("shown"),
    });
    expect(sink["health"] ?? "HEALTH_UNSPECIFIED").toBe("HEALTH_UNSPECIFIED");
  });

  test("is made once for an operation id", async () => {
    const more = { asyncOperationId: "sink-once" };
    for (let count = 0; count < 2; count += 1)
      expect((await create(alice, specOf("once"), more)).status).toBe(200);
    expect((await create(alice, specOf("twice"), more)).body).toMatchObject({ code: 3 });
    expect((await create(alice, specOf("once"))).body).toMatchObject({ code: 6 });
  });

  test("changes by its version only, not to what it is, and to another kind of destination", async () => {
    await create(alice, specOf("changed"));
    const update = (spec: object, resourceVersion: string): Promise<Answer> =>
      call(api, "POST", `${sinksOf(alice)}/changed`, { as: alice, body: { spec, resourceVersion } });
    expect((await update(specOf("changed"), "1")).body).toMatchObject({ message: "nothing to change" });
    expect((await update(specOf("changed", { bucketName: "other" }), "")).body).toMatchObject({ code: 3 });
    expect((await update(specOf("changed", { bucketName: "other" }), "9")).body).toMatchObject({ code: 9 });
    const gcs = {
      saId: "export-writer",
      bucketName: "other",
      gcpProjectId: "acme-prod",
      region: "us-central1",
    };
    const next = { name: "changed", enabled: true, gcs };
    expect((await update(next, "1")).body["asyncOperation"]).toMatchObject({ state: "STATE_FULFILLED" });
    expect(await read(alice, "changed")).toMatchObject({ resourceVersion: "2", spec: next });
  });

  test("may be one of Azure, which newer clients know", async () => {
    const azureBlob = {
      tenantId: "11111111-2222-3333-4444-555555555555",
      storageAccount: "acmehistories",
      containerName: "histories",
      region: "eastus",
      subscriptionId: "11111111-2222-3333-4444-555555555555",
      resourceGroup: "acme",
    };
    await create(alice, { name: "azure", azureBlob });
    expect(await read(alice, "azure")).toMatchObject({ spec: { name: "azure", azureBlob } });
  });

  test("is listed by name, in pages", async () => {
    for (const name of ["b", "a", "c"]) await create(bob, specOf(name));
    const page = await call(api, "GET", `${sinksOf(bob)}?pageSize=2`, { as: bob });
    expect(page.body["sinks"]).toMatchObject([{ name: "a" }, { name: "b" }]);
    const token = String(page.body["nextPageToken"]);
    const rest = await call(api, "GET", `${sinksOf(bob)}?pageSize=2&pageToken=${token}`, { as: bob });
    expect(rest.body["sinks"]).toMatchObject([{ name: "c" }]);
  });

  test("goes by its version only", async () => {
    await create(alice, specOf("gone"));
    const remove = (version: string): Promise<Answer> =>
      call(api, "DELETE", `${sinksOf(alice)}/gone?resourceVersion=${version}`, { as: alice });
    expect((await remove("2")).body).toMatchObject({ code: 9 });
    expect((await remove("1")).status).toBe(200);
    expect((await call(api, "GET", `${sinksOf(alice)}/gone`, { as: alice })).status).toBe(404);
    expect((await remove("1")).status).toBe(404);
  });
});

describe("what is refused", () => {
  test.each<[string, object, string]>([
    ["a bad name", specOf("a b"), "spec.name"],
    ["no destination", { name: "bad" }, "exactly one"],
    ["two destinations", { ...specOf("bad"), gcs: {} }, "exactly one"],
    ["a bucket that leads elsewhere", specOf("bad", { bucketName: "a/../b" }), "spec.s3.bucketName"],
    ["an ARN for a role's name", specOf("bad", { roleName: "arn:aws:iam::1:role/x" }), "spec.s3.roleName"],
    ["an account that is none", specOf("bad", { awsAccountId: "1" }), "spec.s3.awsAccountId"],
    ["another region than the namespace's", specOf("bad", { region: "eu-west-1" }), "us-east-1"],
  ])("%s, when it is made and when it is validated", async (_, spec, words) => {
    for (const answer of [await create(alice, spec), await validate(alice, spec)]) {
      expect([answer.status, answer.body["code"]]).toEqual([400, 3]);
      expect(answer.body["message"]).toContain(words);
    }
    expect((await call(api, "GET", `${sinksOf(alice)}/bad`, { as: alice })).status).toBe(404);
  });

  test("more sinks than a namespace may have", async () => {
    const { body } = await call(api, "GET", sinksOf(alice), { as: alice });
    for (let count = (body["sinks"] as object[]).length; count < 10; count += 1)
      expect((await create(alice, specOf(`more-${count}`))).status).toBe(200);
    expect((await create(alice, specOf("too-many"))).body).toMatchObject({ code: 8 });
  });
});

describe("validation", () => {
  test("writes a file and keeps nothing in the record", async () => {
    const before = s3.puts;
    expect((await validate(alice, specOf("tried"))).status).toBe(200);
    expect(s3.puts).toBe(before + 1);
    const keys = [...(s3.buckets.get(BUCKET)?.keys() ?? [])];
    expect(keys.join()).toContain(`temporal-workflow-history/validation/shop.${alice.accountId}/`);
    expect((await call(api, "GET", `${sinksOf(alice)}/tried`, { as: alice })).status).toBe(404);
  });

  test("says why a bucket takes nothing, and nothing of the installation", async () => {
    const missing = await validate(alice, specOf("tried", { bucketName: "not-there" }));
    expect(missing.body).toMatchObject({
      code: 9,
      message: expect.stringContaining("NoSuchBucket") as string,
    });
    s3.failNext(403, "AccessDenied");
    const denied = await validate(alice, specOf("tried"));
    expect(denied.body["message"]).toContain("AccessDenied");
    expect(JSON.stringify([missing.body, denied.body])).not.toMatch(/127\.0\.0\.1|AKIA|secret/);
  });
});

describe("who may (T1)", () => {
  let staff: Person;
  beforeAll(async () => {
    staff = await signUp(api, "staff@example.com");
    await api.database.query.user.update({
      where: { id: staff.userId },
      data: { accountId: alice.accountId, accountRole: "developer" },
    });
    await api.database.query.session.updateMany({
      where: { userId: staff.userId },
      data: { accountId: alice.accountId },
    });
  });
  const statuses = async (as: Person): Promise<Record<string, number>> => {
    const sinks = sinksOf(alice);
    const body = { spec: specOf("shown", { bucketName: "stolen" }), resourceVersion: "1" };
    return {
      list: (await call(api, "GET", sinks, { as })).status,
      get: (await call(api, "GET", `${sinks}/shown`, { as })).status,
      create: (await call(api, "POST", sinks, { as, body: { spec: specOf("mine") } })).status,
      update: (await call(api, "POST", `${sinks}/shown`, { as, body })).status,
      delete: (await call(api, "DELETE", `${sinks}/shown?resourceVersion=1`, { as })).status,
      validate: (await validate(as, specOf("mine"), alice)).status,
    };
  };
  const denied = { create: 403, update: 403, delete: 403, validate: 403 };

  test("developers without a permission on the namespace see and change nothing", async () => {
    expect(await statuses(staff)).toEqual({ list: 403, get: 403, ...denied });
  });

  test("readers of the namespace see its sinks and change none", async () => {
    await api.database.query.namespaceAccess.create({
      data: {
        accountId: alice.accountId,
        principalType: "user",
        principalId: staff.userId,
        namespace: `shop.${alice.accountId}`,
        permission: "read",
      },
    });
    expect(await statuses(staff)).toEqual({ list: 200, get: 200, ...denied });
  });

  test("another account finds neither the namespace nor its sinks, and changes nothing", async () => {
    const all = Object.values(await statuses(bob));
    expect(new Set(all)).toEqual(new Set([404]));
    const unknown = await call(api, "GET", "/cloud/namespaces/shop.nobody/export-sinks/shown", { as: bob });
    const theirs = await call(api, "GET", `${sinksOf(alice)}/shown`, { as: bob });
    expect(theirs.body).toEqual(unknown.body);
    expect(await read(alice, "shown")).toMatchObject({ resourceVersion: "1", spec: specOf("shown") });
  });

  test("what was made, changed and refused is in the audit trail", async () => {
    const records = await api.database.query.auditRecord.findMany({
      where: { accountId: alice.accountId, action: { startsWith: "cloud.namespace.exportsink." } },
    });
    const seen = new Set(records.map(({ action, status }) => `${action} ${status}`));
    for (const each of ["create OK", "update OK", "delete OK", "delete PERMISSION_DENIED"])
      expect(seen).toContain(`cloud.namespace.exportsink.${each}`);
  });
});
