// The life cycles of the control plane's resources by @temporalio/cloud: a process of its own, because that package brings
// descriptors of its own, and takes the server's authority from GRPC_DEFAULT_SSL_ROOTS_FILE_PATH. Prints one JSON line for
// each program. Arguments: host:port, and the file of an API key.
import { strict as assert } from "node:assert";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { CloudOperationsClient, CloudOperationsConnection } from "@temporalio/cloud";

const POLL_MS = 100;
const DEADLINE_MS = 60_000;
const STATUS = { INVALID_ARGUMENT: 3, NOT_FOUND: 5, ALREADY_EXISTS: 6, FAILED_PRECONDITION: 9 } as const;
/** Of temporal.api.cloud: only these values are needed, and the package exports no enums. */
const FULFILLED = 5;
const ENDED_BADLY = [3, 4, 6];
const ACTIVE = 3;
const ROLE_READ = 5;
const ROLE_DEVELOPER = 3;
const PERMISSION_WRITE = 2;
const OWNER_SERVICE_ACCOUNT = 2;
const KEYWORD = 2;

const [, , address = "", keyFile = ""] = process.argv;
const connection = await CloudOperationsConnection.connect({
  address,
  apiKey: readFileSync(keyFile, "utf8").trim(),
});
const cloud = new CloudOperationsClient({ connection }).cloudService;
const unique = (prefix: string): string => `${prefix}-${randomUUID().slice(0, 8)}`;

/** Waits until the operation of an answer is fulfilled, and answers the answer. */
async function done<Answer extends { asyncOperation?: { id?: string | null } | null }>(
  asked: Promise<Answer>,
): Promise<Answer> {
  const answer = await asked;
  const asyncOperationId = answer.asyncOperation?.id;
  assert.ok(asyncOperationId);
  for (;;) {
    const { asyncOperation } = await cloud.getAsyncOperation({ asyncOperationId });
    if (asyncOperation?.state === FULFILLED) return answer;
    assert.ok(!ENDED_BADLY.includes(asyncOperation?.state ?? 0), asyncOperation?.failureReason ?? "");
    await pause(POLL_MS);
  }
}

async function refused(asked: Promise<unknown>, code: keyof typeof STATUS, words: RegExp): Promise<void> {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown as { code?: number; details?: string },
  );
  assert.equal(error?.code, STATUS[code], error?.details);
  assert.match(error?.details ?? "", words);
}

const namespaceSpec = (name: string) => ({
  name,
  regions: ["aws-us-east-1"],
  retentionDays: 7,
  apiKeyAuth: { enabled: true },
});

async function readNamespace(namespace: string) {
  const { namespace: found } = await cloud.getNamespace({ namespace });
  assert.ok(found?.spec);
  return { ...found, spec: found.spec, resourceVersion: found.resourceVersion ?? "" };
}

async function removeNamespace(namespace: string): Promise<void> {
  const { resourceVersion } = await readNamespace(namespace);
  await done(cloud.deleteNamespace({ namespace, resourceVersion }));
}

async function namespaces(): Promise<void> {
  const spec = namespaceSpec(unique("js"));
  const { namespace } = await done(cloud.createNamespace({ spec }));
  const made = await readNamespace(namespace);
  assert.equal(made.state, ACTIVE);
  await refused(cloud.createNamespace({ spec }), "ALREADY_EXISTS", /already/i);
  const update = (change: object, resourceVersion = made.resourceVersion) =>
    cloud.updateNamespace({ namespace, spec: { ...made.spec, ...change }, resourceVersion });
  await refused(update({}), "INVALID_ARGUMENT", /nothing to change/);
  await refused(update({ retentionDays: 8 }, "7654321"), "FAILED_PRECONDITION", /version/);
  await refused(update({ retentionDays: 1_000 }), "INVALID_ARGUMENT", /retention/i);
  await done(
    update({
      retentionDays: 30,
      searchAttributes: { OrderId: KEYWORD },
      lifecycle: { enableDeleteProtection: true },
    }),
  );
  const grown = await readNamespace(namespace);
  assert.equal(grown.spec.retentionDays, 30);
  assert.equal(grown.spec.searchAttributes?.["OrderId"], KEYWORD);
  await done(cloud.updateNamespaceTags({ namespace, tagsToUpsert: { team: "orders" } }));
  assert.deepEqual({ ...(await readNamespace(namespace)).tags }, { team: "orders" });
  const { resourceVersion } = await readNamespace(namespace);
  await refused(cloud.deleteNamespace({ namespace, resourceVersion }), "FAILED_PRECONDITION", /protect/);
  await done(update({ ...grown.spec, lifecycle: { enableDeleteProtection: false } }, resourceVersion));
  await removeNamespace(namespace);
  await refused(cloud.getNamespace({ namespace }), "NOT_FOUND", /./);
}

async function identities(): Promise<void> {
  const access = { accountAccess: { role: ROLE_READ } };
  const { userId } = await done(cloud.createUser({ spec: { email: `${unique("js")}@example.com`, access } }));
  const user = (await cloud.getUser({ userId })).user;
  const developer = { ...user?.spec, access: { accountAccess: { role: ROLE_DEVELOPER } } };
  await done(cloud.updateUser({ userId, spec: developer, resourceVersion: user?.resourceVersion ?? "" }));
  await refused(cloud.createUser({ spec: { email: "no address", access } }), "INVALID_ARGUMENT", /email/);

  const group = { displayName: unique("js"), access, cloudGroup: {} };
  const { groupId } = await done(cloud.createUserGroup({ spec: group }));
  await done(cloud.addUserGroupMember({ groupId, memberId: { userId } }));
  assert.equal((await cloud.getUserGroupMembers({ groupId })).members.length, 1);
  const groupRead = (await cloud.getUserGroup({ groupId })).group;
  await done(cloud.deleteUserGroup({ groupId, resourceVersion: groupRead?.resourceVersion ?? "" }));
  const userRead = (await cloud.getUser({ userId })).user;
  await done(cloud.deleteUser({ userId, resourceVersion: userRead?.resourceVersion ?? "" }));
}

async function keys(): Promise<void> {
  const { namespace } = await done(cloud.createNamespace({ spec: namespaceSpec(unique("js-keys")) }));
  const scoped = { namespace, access: { permission: PERMISSION_WRITE } };
  const { serviceAccountId } = await done(
    cloud.createServiceAccount({ spec: { name: unique("js"), namespaceScopedAccess: scoped } }),
  );
  const expiryTime = { seconds: Math.floor(Date.now() / 1000) + 3_600 };
  const spec = { ownerId: serviceAccountId, ownerType: OWNER_SERVICE_ACCOUNT, displayName: "js" };
  const made = await done(cloud.createApiKey({ spec: { ...spec, expiryTime: expiryTime as never } }));
  assert.match(made.token, /\..+\./);
  const key = (await cloud.getApiKey({ keyId: made.keyId })).apiKey;
  await done(cloud.deleteApiKey({ keyId: made.keyId, resourceVersion: key?.resourceVersion ?? "" }));
  const account = (await cloud.getServiceAccount({ serviceAccountId })).serviceAccount;
  await done(
    cloud.deleteServiceAccount({ serviceAccountId, resourceVersion: account?.resourceVersion ?? "" }),
  );
  await removeNamespace(namespace);
}

async function resources(): Promise<void> {
  const { namespace } = await done(cloud.createNamespace({ spec: namespaceSpec(unique("js-resources")) }));
  const targetSpec = { workerTargetSpec: { namespaceId: namespace, taskQueue: "orders" } };
  const policySpecs = [{ allowedCloudNamespacePolicySpec: { namespaceId: namespace } }];
  const { endpointId } = await done(
    cloud.createNexusEndpoint({ spec: { name: unique("js"), targetSpec, policySpecs } }),
  );
  const endpoint = (await cloud.getNexusEndpoint({ endpointId })).endpoint;
  await done(cloud.deleteNexusEndpoint({ endpointId, resourceVersion: endpoint?.resourceVersion ?? "" }));

  const permissions = [
    { resources: { resourceType: "namespaces", allowAll: true }, actions: ["cloud.namespace.get"] },
  ];
  const { roleId } = await done(cloud.createCustomRole({ spec: { name: unique("js"), permissions } }));
  const role = (await cloud.getCustomRole({ roleId })).customRole;
  await done(cloud.deleteCustomRole({ roleId, resourceVersion: role?.resourceVersion ?? "" }));

  const { connectivityRuleId } = await done(cloud.createConnectivityRule({ spec: { publicRule: {} } }));
  const rule = (await cloud.getConnectivityRule({ connectivityRuleId })).connectivityRule;
  await done(
    cloud.deleteConnectivityRule({ connectivityRuleId, resourceVersion: rule?.resourceVersion ?? "" }),
  );
  const s3 = { roleName: "export", bucketName: "orders", region: "us-east-1", awsAccountId: "123456789012" };
  await done(cloud.createNamespaceExportSink({ namespace, spec: { name: "history", s3 } }));
  const sink = (await cloud.getNamespaceExportSink({ namespace, name: "history" })).sink;
  await done(
    cloud.deleteNamespaceExportSink({
      namespace,
      name: "history",
      resourceVersion: sink?.resourceVersion ?? "",
    }),
  );
  assert.ok((await cloud.getRegions({})).regions.length > 0);
  assert.ok((await cloud.getUsage({})).summaries.length >= 0);
  await removeNamespace(namespace);
}

const programs = { namespaces, identities, keys, resources };
await Promise.all(
  Object.entries(programs).map(async ([name, run]) => {
    const startedAt = performance.now();
    const deadline = Date.now() + DEADLINE_MS;
    const error = await connection.withDeadline(deadline, run).then(
      () => undefined,
      (thrown: unknown) => String((thrown as Error).stack ?? thrown),
    );
    const ms = Math.round(performance.now() - startedAt);
    process.stdout.write(`${JSON.stringify({ name, ok: error === undefined, error, ms })}\n`);
  }),
);
connection.close();
