// The account that the walks call every operation on: one of each kind of thing, a caller for each role, and the ids of
// all of it as requests name them. Nothing in it works any more by itself: what it has is there to be named.
import { randomUUID } from "node:crypto";
import { CLIENT } from "#harness/oidc-providers";
import type { Prisma } from "#prisma";
import { call, signIn, signUp, type Person, type RealApi } from "./real-api.ts";
import { ACTORS, type ActorName } from "./role-matrix.ts";

const LAST_DAY = "2027-06-01T00:00:00Z";
const OWNER = "owner@example.com";
const HASH = "5".repeat(64);
/** What is in the account and in no request: the owner's address, the group's name and the names of things. */
export const CANARIES = [OWNER, "canary-operators", "project:contribute", "canary-endpoint", "canary-reason"];

export type Message = Record<string, unknown>;

/** Beside one of each role: people with API keys of their own, who is outside, and the installation's operators. */
export type CallerName = ActorName | "requester" | "approver" | "stranger";

export interface WalkWorld {
  owner: Person;
  keys: ReadonlyMap<CallerName, string>;
  /** The fields that requests share, by their names in the messages. */
  known: Message;
  /** A request for approval that waits, anew for each call of `purpose`. */
  approvalFor(purpose: string): string;
  /** A session of its own, for each transport that may end it. */
  signedIn(): Promise<Person>;
}

/** What a request for approval asks other people: two of them, so that one does not finish it. */
const REQUIREMENT = {
  rules: [{ policyId: "p", approvals: 2, approverIds: [] }],
  requestLifetimeMs: 86_400_000,
  grantLifetimeMs: 900_000,
  grantUses: 1,
  breakGlass: false,
};
const UNREACHABLE_ISSUER = "https://idp.invalid";
const PURPOSES = ["Get", "Approve", "Reject", "Withdraw-grpc", "Withdraw-http"];

/** `issuer` is an OpenID provider that the api may ask; without it the account's provider is one that nobody reaches. */
export async function makeWalkWorld(api: RealApi, issuer = UNREACHABLE_ISSUER): Promise<WalkWorld> {
  const owner = await signUp(api, OWNER);
  const colleague = await colleagueOf(api, owner);
  const known = await furnish(api, owner, { colleagueId: colleague.userId, issuer });
  const approvals = await askForApprovals(api, owner, String(known["namespace"]));
  const keys = new Map<CallerName, string>();
  for (const actor of ACTORS) keys.set(actor, await keyOf(api, owner, actor, accessOf(actor, known)));
  keys.set("requester", await keyOfPerson(api, owner));
  keys.set("approver", await keyOfPerson(api, colleague));
  const stranger = await signUp(api, "stranger@example.com");
  const access = { access: { accountAccess: { role: "ROLE_OWNER" } } };
  keys.set("stranger", await keyOf(api, stranger, "stranger", access));
  // Last: it holds back what is changed after it.
  const policyId = await guard(api, owner, String(known["namespace"]));
  return {
    owner,
    keys,
    known: { ...known, policyId, strangersNamespace: await namespaceNamed(api, stranger, "own") },
    approvalFor: (purpose) => approvals.get(purpose) ?? approvals.get("Get") ?? "",
    signedIn: async () => ({ ...owner, ...(await signIn(api, OWNER)) }),
  };
}

async function made(api: RealApi, as: Person, path: string, body: object): Promise<Message> {
  const answer = await call(api, "POST", path, { as, body });
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** The account's namespaces, project, group, role and the rest, and their ids as requests name them. */
async function furnish(
  api: RealApi,
  owner: Person,
  { colleagueId, issuer }: { colleagueId: string; issuer: string },
): Promise<Message> {
  const { accountId, userId } = owner;
  const { query } = api.database;
  const now = new Date(Date.parse("2026-01-01T00:00:00Z"));
  const projectId = `${accountId}-team`;
  await query.project.create({
    data: { id: projectId, accountId, displayName: "Team", state: "ACTIVE", createdAt: now, updatedAt: now },
  });
  for (const name of ["orders", "payments"]) await namespaceNamed(api, owner, name);
  const namespace = `orders.${accountId}`;
  await query.namespace.update({ where: { id: namespace }, data: { projectId } });
  const { groupId } = await made(api, owner, "/cloud/user-groups", {
    spec: { displayName: "canary-operators", cloudGroup: {}, access: {} },
  });
  await query.userGroupMember.createMany({
    data: [userId, colleagueId].map((member) => ({
      ...{ accountId, groupId: String(groupId), userId: member, createdAt: now },
    })),
  });
  const { roleId } = await made(api, owner, "/cloud/custom-roles", {
    spec: { name: "custom", permissions: customPermissions(namespace) },
  });
  const bound = { namespace, access: { permission: "PERMISSION_READ" } };
  const robot = await made(api, owner, "/cloud/service-accounts", {
    spec: { name: "robot", namespaceScopedAccess: bound },
  });
  const { id: operationId } = robot["asyncOperation"] as { id: string };
  const serviceAccountId = String(robot["serviceAccountId"]);
  return {
    ...{ namespace, projectId, userId, groupId, roleId, region: "aws-us-east-1", cellId: "cell-a" },
    ...{
      serviceAccountId,
      memberId: { userId },
      resourceVersion: "0",
      operationId,
      accountId,
      bound,
      colleagueId,
    },
    ...(await furnishProject(api, owner, { projectId, namespace })),
    ...(await furnishRecords(api, { accountId, namespace, now })),
    ...(await furnishSignIn(api, { accountId, issuer, now })),
    keyId: (await keyFor(api, owner, { ownerId: serviceAccountId, name: "robot" })).keyId,
  };
}

/** A namespace that is served, as after its workflow; gives its id. */
async function namespaceNamed(api: RealApi, as: Person, name: string): Promise<string> {
  const spec = { name, regions: ["aws-us-east-1"], retentionDays: 7, apiKeyAuth: { enabled: true } };
  const { namespace } = await made(api, as, "/cloud/namespaces", { spec });
  const { query } = api.database;
  const row = await query.namespace.findUniqueOrThrow({ where: { id: String(namespace) } });
  const appliedSpec = row.spec as Prisma.InputJsonObject;
  await query.namespace.update({
    where: { id: row.id },
    data: { state: "ACTIVE", asyncOperationId: "", appliedSpec },
  });
  return row.id;
}

function customPermissions(namespace: string): object[] {
  return [
    {
      actions: ["cloud.namespace.get"],
      resources: { resourceType: "namespaces", resourceIds: [namespace] },
    },
    {
      actions: ["cloud.usage.get", "cloud.customrole.list"],
      resources: { resourceType: "accounts", allowAll: true },
    },
  ];
}

/** An endpoint and a connectivity rule. */
async function furnishProject(
  api: RealApi,
  owner: Person,
  { projectId, namespace }: { projectId: string; namespace: string },
): Promise<Message> {
  const target = { workerTargetSpec: { namespaceId: namespace, taskQueue: "orders" } };
  const { endpointId } = await made(api, owner, "/cloud/nexus/endpoints", {
    projectId,
    spec: { name: "canary-endpoint", targetSpec: target },
  });
  await api.database.query.nexusEndpoint.update({
    where: { id: String(endpointId) },
    data: { state: "ACTIVE", asyncOperationId: "" },
  });
  const { connectivityRuleId } = await made(api, owner, "/cloud/connectivity-rules", {
    projectId,
    spec: { publicRule: {} },
  });
  return { endpointId, connectivityRuleId };
}

async function guard(api: RealApi, owner: Person, namespace: string): Promise<string> {
  const rule = { displayName: "guard", namespaces: [namespace], operations: ["terminate"], approvals: 1 };
  return String((await made(api, owner, "/api/v1/consensus-policies", { spec: rule }))["policyId"]);
}

/** A provider, a gate that asks nobody outside, and a token to rotate besides one to delete on each transport. */
async function furnishSignIn(
  { database: { query } }: RealApi,
  { accountId, issuer, now }: { accountId: string; issuer: string; now: Date },
): Promise<Message> {
  const times = { createdAt: now, updatedAt: now };
  const spec = { issuer, clientId: CLIENT.id, ssoRequired: false };
  await query.identityProvider.create({ data: { accountId, spec, ...times } });
  await query.provisioningGate.create({
    data: { accountId, spec: { exemptsServiceAccounts: true }, ...times },
  });
  await query.scimToken.createMany({
    data: ["scim-rotate", "scim-grpc", "scim-http"].map((id) => ({
      ...{ id, accountId, displayName: id, tokenHash: id, accountRole: "none", isOfOwner: false },
      ...{ createdBy: "", createdAt: now },
    })),
  });
  return { tokenId: "scim-rotate" };
}

/** What only workflows and jobs make: written as they leave it. */
async function furnishRecords(
  api: RealApi,
  { accountId, namespace, now }: { accountId: string; namespace: string; now: Date },
): Promise<Message> {
  const { query } = api.database;
  const [sinkName, certificateId, billingReportId] = ["sink", randomUUID(), randomUUID()];
  const times = { createdAt: now, updatedAt: now };
  const delivery = { enabled: false, nextAttemptAt: now, leasedUntil: now };
  await query.exportSink.create({
    data: {
      ...{ id: randomUUID(), accountId, namespace, name: sinkName, ...delivery, ...times },
      ...{ destination: { kind: "folder" }, closeTimeMs: 0n, startTimeMs: 0n, exportedUntil: now },
    },
  });
  await query.auditLogSink.create({
    data: {
      ...{ accountId, name: sinkName, ...delivery, ...times, deliveredSequence: 0n },
      destination: { kind: "webhook", url: "https://sink.example.com" },
    },
  });
  await query.certificate.create({
    data: {
      ...{ id: certificateId, accountId, namespace, displayName: "canary-certificate", serialNumber: "01" },
      ...{ csrPem: "", state: "REVOKED", subject: "CN=worker", lineageId: certificateId },
      ...{ notBefore: now, notAfter: now, revokedAt: now, ...times },
    },
  });
  await query.billingReport.create({
    data: {
      ...{ id: billingReportId, accountId, state: "FAILED", startAt: now, endAt: now, granularity: "DAILY" },
      ...{ description: "", linkSeconds: 60, leasedUntil: now, requestedAt: now, asyncOperationId: "report" },
    },
  });
  return { sinkName, certificateId, billingReportId, invoiceId: await bill(api, accountId) };
}

/** An invoice of no usage. */
async function bill(api: RealApi, accountId: string): Promise<string> {
  const invoiceId = randomUUID();
  const { query } = api.database;
  await query.$executeRaw`insert into billing.customers (account_id, email, name) values (${accountId}, '', '')
    on conflict do nothing`;
  await query.$executeRaw`insert into billing.periods (account_id, period_start, period_end, usage_from)
    values (${accountId}, '2020-01-01', '2020-02-01', '2020-01-01')`;
  await query.$executeRaw`insert into billing.invoices
      (invoice_id, account_id, period_start, period_end, state, currency, price_book, total_micros, total_cents)
    values (${invoiceId}, ${accountId}, '2020-01-01', '2020-02-01', 'PAID', 'usd', 'test', 0, 0)`;
  return invoiceId;
}

async function askForApprovals(api: RealApi, owner: Person, namespace: string): Promise<Map<string, string>> {
  const now = Date.parse("2026-01-01T00:00:00Z");
  const ids = new Map(PURPOSES.map((purpose) => [purpose, randomUUID()]));
  const { accountId, userId } = owner;
  await api.database.query.approvalRequest.createMany({
    data: [...ids].map(([purpose, id]) => ({
      ...{
        id,
        accountId,
        kind: "call",
        subject: "TerminateWorkflowExecution",
        namespace,
        resourceId: purpose,
      },
      ...{ workflowId: purpose, visibilityQuery: "", caller: `principal:${userId}`, reason: "canary-reason" },
      ...{ requesterType: "user", requesterId: userId, requesterName: OWNER, requirement: REQUIREMENT },
      ...{ requestHash: HASH, twinHash: purpose, sealedIdSeed: "", asyncOperationId: id, state: "PENDING" },
      ...{ expiresAt: new Date(LAST_DAY), createdAt: new Date(now), updatedAt: new Date(now) },
    })),
  });
  return ids;
}

const ROLE: Partial<Record<ActorName, string>> = {
  owner: "ROLE_OWNER",
  admin: "ROLE_ADMIN",
  developer: "ROLE_DEVELOPER",
  finance_admin: "ROLE_FINANCE_ADMIN",
  read: "ROLE_READ",
  metrics_read: "ROLE_METRICS_READ",
};

function accessOf(actor: ActorName, known: Message): object {
  const [kind = "", level = ""] = actor.split(":");
  const name = level.toUpperCase();
  const { namespace, projectId, roleId, accountId } = known as Record<string, string>;
  if (kind === "ns")
    return { access: { namespaceAccesses: { [namespace ?? ""]: { permission: `PERMISSION_${name}` } } } };
  if (kind === "project")
    return { access: { projectAccesses: { [projectId ?? ""]: { role: `PROJECT_ROLE_${name}` } } } };
  if (actor === "custom") return { access: { accountAccess: { customRoles: [roleId] } } };
  if (actor === "bound") {
    const access = { permission: "PERMISSION_ADMIN" };
    return { namespaceScopedAccess: { namespace: `payments.${accountId}`, access } };
  }
  return { access: { accountAccess: { role: ROLE[actor] ?? "ROLE_UNSPECIFIED" } } };
}

/** A service account with this access, and a key of it. */
async function keyOf(api: RealApi, as: Person, name: string, access: object): Promise<string> {
  const { serviceAccountId } = await made(api, as, "/cloud/service-accounts", { spec: { name, ...access } });
  return (await keyFor(api, as, { ownerId: String(serviceAccountId), name })).token;
}

async function keyFor(
  api: RealApi,
  as: Person,
  { ownerId, name }: { ownerId: string; name: string },
): Promise<{ keyId: string; token: string }> {
  const ownerType = ownerId === as.userId ? "OWNER_TYPE_USER" : "OWNER_TYPE_SERVICE_ACCOUNT";
  const spec = { ownerId, ownerType, displayName: name, expiryTime: LAST_DAY };
  const { token, keyId } = await made(api, as, "/cloud/api-keys", { spec });
  return { keyId: String(keyId), token: String(token) };
}

async function keyOfPerson(api: RealApi, person: Person): Promise<string> {
  return (await keyFor(api, person, { ownerId: person.userId, name: "own" })).token;
}

/** Another administrator of the account. */
async function colleagueOf(api: RealApi, owner: Person): Promise<Person> {
  const email = "colleague@example.com";
  const { userId } = await signUp(api, email);
  const { accountId } = owner;
  await api.database.query.user.update({
    where: { id: userId },
    data: { accountId, accountRole: "admin" },
  });
  return { accountId, userId, ...(await signIn(api, email)) };
}
