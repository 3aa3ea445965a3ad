// Every operation as every role, on gRPC and on HTTP: allowed and denied as the table of roles says, and as somebody of
// another account, who is told nothing and changes nothing (T1). Changes carry a version that is never right, or nothing
// to make something of, so that an allowed call is refused for that and the world stays as it is.
import { readFileSync } from "node:fs";
import grpc from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messageToJson } from "#contracts";
import { joinTable, type MountedOperation } from "../../services/api/calls/operation-table.ts";
import { operations } from "../../services/api/operations/index.ts";
import { call, signUp, startRealApi, type Person, type RealApi } from "./real-api.ts";
import { ACTORS, ROLE_MATRIX, type ActorName } from "./role-matrix.ts";

const AT_ONCE = 12;
/** Some two thousand calls: half a minute alone on a machine, many times that beside others. */
const WALK_LIMIT_MS = 900_000;
const LAST_DAY = "2027-06-01T00:00:00Z";

const rpcs = joinTable(operations);
const table = rpcs.filter(({ operation }) => operation !== undefined && operation.permission !== "public");

/** What is in the account and in no request: the owner's address, the group's name and the names of keys. */
const OWNER = "owner@example.com";
const CANARIES = [OWNER, "canary-operators", "project:contribute"];

type Message = Record<string, unknown>;
type Outcome = "allowed" | "denied" | "hidden" | "not answered";

let api: RealApi;
let owner: Person;
let channel: grpc.Client;
/** The fields that requests share, by their names in the messages. */
let known: Message;
const keys = new Map<ActorName | "stranger", string>();

beforeAll(async () => {
  api = await startRealApi();
  channel = new grpc.Client(api.address, grpc.credentials.createInsecure());
  owner = await signUp(api, OWNER);
  known = await furnish();
  for (const actor of ACTORS) keys.set(actor, await keyOf(owner, actor, accessOf(actor)));
  const stranger = await signUp(api, "stranger@example.com");
  keys.set(
    "stranger",
    await keyOf(stranger, "stranger", { access: { accountAccess: { role: "ROLE_OWNER" } } }),
  );
}, WALK_LIMIT_MS);
afterAll(async () => {
  channel.close();
  await api.stop();
});

async function made(as: Person, path: string, body: object): Promise<Message> {
  const answer = await call(api, "POST", path, { as, body });
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** The account's namespaces, project, group, role and the rest, and their ids as requests name them. */
async function furnish(): Promise<Message> {
  const { accountId, userId } = owner;
  const { query } = api.database;
  const now = new Date(Date.parse("2026-01-01T00:00:00Z"));
  const times = { createdAt: now, updatedAt: now };
  const projectId = `${accountId}-team`;
  await query.project.create({
    data: { id: projectId, accountId, displayName: "Team", state: "ACTIVE", ...times },
  });
  for (const name of ["orders", "payments"]) {
    const spec = { name, regions: ["aws-us-east-1"], retentionDays: 7, apiKeyAuth: { enabled: true } };
    const { namespace } = await made(owner, "/cloud/namespaces", { spec });
    await query.namespace.update({
      where: { id: String(namespace) },
      data: { state: "ACTIVE", asyncOperationId: "", ...(name === "orders" ? { projectId } : {}) },
    });
  }
  const { groupId } = await made(owner, "/cloud/user-groups", {
    spec: { displayName: "canary-operators", cloudGroup: {}, access: {} },
  });
  const permissions = [
    {
      actions: ["cloud.namespace.get"],
      resources: { resourceType: "namespaces", resourceIds: [`orders.${accountId}`] },
    },
    {
      actions: ["cloud.usage.get", "cloud.customrole.list"],
      resources: { resourceType: "accounts", allowAll: true },
    },
  ];
  const { roleId } = await made(owner, "/cloud/custom-roles", { spec: { name: "custom", permissions } });
  const bound = { namespace: `orders.${accountId}`, access: { permission: "PERMISSION_READ" } };
  const robot = await made(owner, "/cloud/service-accounts", {
    spec: { name: "robot", namespaceScopedAccess: bound },
  });
  const operation = robot["asyncOperation"] as { id: string };
  return {
    ...{ namespace: `orders.${accountId}`, projectId, userId, groupId, roleId, region: "aws-us-east-1" },
    ...{ serviceAccountId: robot["serviceAccountId"], memberId: { userId }, resourceVersion: "0" },
    ...{ operationId: operation.id, accountId, bound },
  };
}

const ROLE: Partial<Record<ActorName, string>> = {
  owner: "ROLE_OWNER",
  admin: "ROLE_ADMIN",
  developer: "ROLE_DEVELOPER",
  finance_admin: "ROLE_FINANCE_ADMIN",
  read: "ROLE_READ",
  metrics_read: "ROLE_METRICS_READ",
};

function accessOf(actor: ActorName): object {
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
async function keyOf(as: Person, name: string, access: object): Promise<string> {
  const { serviceAccountId } = await made(as, "/cloud/service-accounts", { spec: { name, ...access } });
  const spec = {
    ownerId: serviceAccountId,
    ownerType: "OWNER_TYPE_SERVICE_ACCOUNT",
    displayName: name,
    expiryTime: LAST_DAY,
  };
  const { token } = await made(as, "/cloud/api-keys", { spec });
  return String(token);
}

/** What some operations must say beyond what their fields are called. */
function extraOf(rpc: string): Message {
  const { operationId, bound } = known;
  // The name is taken, so whoever may make it is refused for that.
  if (rpc === "CreateServiceAccount") return { spec: { name: "robot", namespaceScopedAccess: bound } };
  if (rpc === "GetAsyncOperation") return { asyncOperationId: operationId };
  if (rpc === "IssueCertificate") return { spec: { namespace: known["namespace"], csrPem: "no request" } };
  return {};
}

function requestOf({ method }: MountedOperation): Message {
  const fields = method.request.type.fieldsArray.filter(
    ({ name }) => name !== "asyncOperationId" && name in known,
  );
  const shared = Object.fromEntries(fields.map(({ name }) => [name, known[name]]));
  const message = { ...shared, ...extraOf(method.name) };
  const type = method.request.type;
  return type.toObject(type.fromObject(message));
}

async function overGrpc({ method }: MountedOperation, token: string, request: Message): Promise<Answer> {
  const metadata = new grpc.Metadata();
  metadata.set("authorization", `Bearer ${token}`);
  return new Promise((resolve) => {
    channel.makeUnaryRequest(
      method.path,
      (message: Message) => Buffer.from(method.request.encode(message)),
      (bytes: Buffer) => method.response.decode(bytes),
      request,
      metadata,
      { deadline: Number.POSITIVE_INFINITY },
      (error, response) => resolve({ code: error?.code ?? 0, body: JSON.stringify(response ?? {}) }),
    );
  });
}

interface Answer {
  /** A gRPC status code. */
  code: number;
  body: string;
}

async function overHttp({ method }: MountedOperation, token: string, request: Message): Promise<Answer> {
  const [binding] = method.bindings;
  const json = messageToJson(method.request.type, request) as Record<string, unknown>;
  const rest = { ...json };
  const path = (binding?.path ?? "").replace(/\{([^}]+)\}/g, (_, name: string) => {
    const key = name.replace(/_([a-z])/g, (__, letter: string) => letter.toUpperCase());
    const value = rest[key];
    delete rest[key];
    return typeof value === "string" ? encodeURIComponent(value) : "something";
  });
  const isPost = binding?.method === "POST";
  const query = isPost
    ? ""
    : new URLSearchParams(
        Object.entries(rest).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
      ).toString();
  const answer = await call(api, binding?.method ?? "GET", query === "" ? path : `${path}?${query}`, {
    as: token,
    ...(isPost ? { body: rest } : {}),
  });
  const CODES: Record<number, number> = { 200: 0, 401: 16, 403: 7, 404: 5, 429: 8, 501: 12 };
  return { code: CODES[answer.status] ?? 3, body: JSON.stringify(answer.body) };
}

function outcomeOf({ code }: Answer): Outcome {
  if (code === grpc.status.PERMISSION_DENIED) return "denied";
  if (code === grpc.status.NOT_FOUND) return "hidden";
  const isNone = [grpc.status.UNAUTHENTICATED, grpc.status.RESOURCE_EXHAUSTED, grpc.status.UNIMPLEMENTED];
  return isNone.includes(code) ? "not answered" : "allowed";
}

const TRANSPORTS = { grpc: overGrpc, http: overHttp } as const;

interface Case {
  mounted: MountedOperation;
  actor: ActorName;
  transport: keyof typeof TRANSPORTS;
}

/**
 * Each operation as each role, by turns on the one transport and the other; and on both as the first role that may, and
 * as the first that may not: one runner serves both, so that more would only take longer.
 */
function cases(): Case[] {
  return table.flatMap((mounted, row) => {
    const line = ROLE_MATRIX[mounted.method.name];
    if (line === undefined) return [];
    const onBoth = [line[0], ACTORS.find((actor) => !line.includes(actor))];
    return ACTORS.flatMap((actor, column): Case[] => {
      const turn = (row + column) % 2 === 0 ? "grpc" : "http";
      const transports = onBoth.includes(actor) ? (["grpc", "http"] as const) : [turn as "grpc" | "http"];
      return transports.map((transport) => ({ mounted, actor, transport }));
    });
  });
}

/** Runs all with a few at a time. */
async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const run = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run));
}

test("every operation is in the table of roles, or in the committed list, which may only shrink", () => {
  const listed = readFileSync(new URL("unwalked-operations.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const names = table.map(({ method }) => method.name);
  expect(names.filter((name) => !(name in ROLE_MATRIX) && !listed.includes(name))).toEqual([]);
  expect(listed.filter((name) => name in ROLE_MATRIX)).toEqual([]);
  const all = rpcs.map(({ method }) => method.name);
  expect(Object.keys(ROLE_MATRIX).filter((name) => !all.includes(name))).toEqual([]);
});

describe("T1: what a role may do", () => {
  test(
    "is what the table says, for every operation and every role, on gRPC and on HTTP",
    async () => {
      const wrong: string[] = [];
      await each(cases(), async ({ mounted, actor, transport }) => {
        const { name } = mounted.method;
        const may = ROLE_MATRIX[name]?.includes(actor) === true;
        const answer = await TRANSPORTS[transport](mounted, keys.get(actor) ?? "", requestOf(mounted));
        const outcome = outcomeOf(answer);
        // Without the id of a thing that is there, whoever may look finds nothing.
        if (may ? outcome === "allowed" || outcome === "hidden" : outcome === "denied") return;
        wrong.push(
          `${name} as ${actor} over ${transport}: ${outcome}, ${answer.code} ${answer.body.slice(0, 200)}`,
        );
      });
      expect(wrong.sort()).toEqual([]);
    },
    WALK_LIMIT_MS,
  );

  test(
    "ends at its account: an owner of another one is told nothing and changes nothing",
    async () => {
      const before = await worldOf(owner.accountId);
      const told: string[] = [];
      await each(table, async (mounted) => {
        for (const [transport, send] of Object.entries(TRANSPORTS)) {
          const answer = await send(mounted, keys.get("stranger") ?? "", requestOf(mounted));
          const isAnswered = outcomeOf(answer) !== "not answered" || !(mounted.method.name in ROLE_MATRIX);
          const says = CANARIES.some((canary) => answer.body.includes(canary));
          if (says || !isAnswered)
            told.push(
              `${mounted.method.name} over ${transport}: ${answer.code} ${answer.body.slice(0, 200)}`,
            );
        }
      });
      expect(told.sort()).toEqual([]);
      expect(await worldOf(owner.accountId)).toEqual(before);
    },
    WALK_LIMIT_MS,
  );
});

/** All that a stranger could have changed, as rows. */
async function worldOf(accountId: string): Promise<unknown> {
  const { query } = api.database;
  const where = { accountId };
  return Promise.all([
    query.account.findMany({ where: { id: accountId } }),
    query.user.findMany({ where, orderBy: { id: "asc" } }),
    query.userGroup.findMany({ where, orderBy: { id: "asc" } }),
    query.userGroupMember.findMany({ where }),
    query.serviceAccount.findMany({ where, orderBy: { id: "asc" } }),
    query.namespace.findMany({ where, orderBy: { id: "asc" } }),
    query.project.findMany({ where, orderBy: { id: "asc" } }),
    query.customRole.findMany({ where, orderBy: { id: "asc" } }),
    query.namespaceAccess.findMany({ where, orderBy: [{ principalId: "asc" }, { namespace: "asc" }] }),
    query.projectAccess.findMany({ where, orderBy: [{ principalId: "asc" }, { projectId: "asc" }] }),
    query.apiKey.findMany({ where, orderBy: { id: "asc" } }),
  ]);
}
