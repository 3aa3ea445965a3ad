// Every operation as every role, on gRPC and on HTTP: allowed and denied as the table of roles says, and as somebody of
// another account, who is told nothing and changes nothing (T1). What was really called is noted down by the way, and at
// the end every operation must have had each of its cases on each transport, or stand in a committed list with a reason.
import grpc from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startProvider, type RealProvider } from "#harness/oidc-providers";
import { joinTable, type MountedOperation } from "../../services/api/calls/operation-table.ts";
import { operations } from "../../services/api/operations/index.ts";
import { CallCoverage, hasNoAnswer, readExceptions, type RecordedCall } from "./call-coverage.ts";
import { INTERNAL_TOKEN, startRealApi, type RealApi } from "./real-api.ts";
import { ACTORS, HIDING, ROLE_MATRIX, type ActorName } from "./role-matrix.ts";
import { overGrpc, overHttp, requestOf, TRANSPORTS, type Credentials, type Send } from "./walk-calls.ts";
import type { Answer, Transport } from "./walk-calls.ts";
import { CANARIES, makeWalkWorld, type WalkWorld } from "./walk-world.ts";

const AT_ONCE = 12;
/** Some three thousand calls: half a minute alone on a machine, many times that beside others. */
const WALK_LIMIT_MS = 900_000;

const rpcs = joinTable(operations).filter(({ operation }) => operation !== undefined);
const table = rpcs.filter(({ operation }) => operation?.permission !== "public");

type Outcome = "allowed" | "denied" | "hidden" | "not answered";

let api: RealApi;
let provider: RealProvider;
let channel: grpc.Client;
let world: WalkWorld;
let senders: Record<Transport, Send>;
const coverage = new CallCoverage();

beforeAll(async () => {
  provider = await startProvider("http://localhost/sso/callback");
  api = await startRealApi({ CELLPLANE_IDENTITY_ALLOWED_ORIGINS: provider.issuer });
  channel = new grpc.Client(api.address, grpc.credentials.createInsecure());
  senders = { grpc: overGrpc(channel), http: overHttp(api) };
  world = await makeWalkWorld(api, provider.issuer);
}, WALK_LIMIT_MS);
afterAll(async () => {
  channel.close();
  await api.stop();
  await provider.stop();
});

interface Call {
  mounted: MountedOperation;
  transport: Transport;
  from: RecordedCall["from"];
  as: Credentials;
}

/** Makes the call and notes it down; `tells` when the answer has something of the account that was not asked with. */
async function send({ mounted, transport, from, as }: Call): Promise<Answer & { tells: boolean }> {
  const request = requestOf(mounted, transport, { world, isStrange: from === "another account" });
  const answer = await senders[transport](mounted, as, request);
  const said = JSON.stringify(request);
  const names = idsOf(world).some((id) => said.includes(id));
  const tells = tellsOf(mounted, answer, said);
  coverage.record({ mounted, transport, from, answer, names, tells });
  return { ...answer, tells };
}

function tellsOf({ method }: MountedOperation, { body }: Answer, said: string): boolean {
  // What was asked for in vain is in one's own audit log, by its id.
  const ids = method.name === "GetAuditLogs" ? [] : idsOf(world).filter((id) => !said.includes(id));
  return [...CANARIES, ...ids].some((secret) => body.includes(secret));
}

/** Everything in the requests that only this account has. */
function idsOf({ known, approvalFor }: WalkWorld): string[] {
  const { namespace, projectId, userId, groupId, roleId, serviceAccountId, operationId, accountId } = known;
  const { endpointId, connectivityRuleId, policyId, certificateId, billingReportId, keyId, invoiceId } =
    known;
  return [
    ...[namespace, projectId, userId, groupId, roleId, serviceAccountId, operationId, accountId],
    ...[endpointId, connectivityRuleId, policyId, certificateId, billingReportId, keyId, invoiceId],
    ...["Get", "Approve", "Reject", "Withdraw-grpc", "Withdraw-http"].map(approvalFor),
  ].map(String);
}

function outcomeOf(answer: Answer): Outcome {
  if (answer.code === grpc.status.PERMISSION_DENIED) return "denied";
  if (answer.code === grpc.status.NOT_FOUND) return "hidden";
  return hasNoAnswer(answer) || answer.code === grpc.status.UNAUTHENTICATED ? "not answered" : "allowed";
}

interface Case {
  mounted: MountedOperation;
  actor: ActorName;
  transport: Transport;
}

/**
 * Each operation as each role, by turns on the one transport and the other; and on both as the first role that may, and
 * as the first that may not: one runner serves both, so that more would only take longer.
 */
function cases(): Case[] {
  return table.flatMap((mounted, row) => {
    const line = ROLE_MATRIX[mounted.method.name] ?? [];
    const onBoth = [line[0], ACTORS.find((actor) => !line.includes(actor))];
    return ACTORS.flatMap((actor, column): Case[] => {
      const turn = (row + column) % 2 === 0 ? "grpc" : "http";
      const transports: readonly Transport[] = onBoth.includes(actor) ? TRANSPORTS : [turn];
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

const onBoth = <Item>(items: readonly Item[]): { item: Item; transport: Transport }[] =>
  items.flatMap((item) => TRANSPORTS.map((transport) => ({ item, transport })));

const said = ({ method }: MountedOperation, transport: Transport, { code, body }: Answer): string =>
  `${method.name} over ${transport}: ${code} ${body.slice(0, 200)}`;

test("every operation is in the table of roles, and nothing else is", () => {
  const names = table.map(({ method }) => method.name);
  expect(names.filter((name) => !(name in ROLE_MATRIX))).toEqual([]);
  expect(Object.keys(ROLE_MATRIX).filter((name) => !names.includes(name))).toEqual([]);
});

describe("T1: what a role may do", () => {
  test(
    "is what the table says, for every operation and every role, on gRPC and on HTTP",
    async () => {
      const wrong: string[] = [];
      await each(cases(), async ({ mounted, actor, transport }) => {
        const { name } = mounted.method;
        const may = ROLE_MATRIX[name]?.includes(actor) === true;
        const answer = await send({ mounted, transport, from: "account", as: world.keys.get(actor) });
        const outcome = outcomeOf(answer);
        const isHidden = outcome === "hidden" && HIDING.includes(name);
        // Without the id of a thing that is there, whoever may look finds nothing.
        const isAllowed = outcome === "allowed" || isAboutSession(answer) || outcome === "hidden";
        if (may ? isAllowed && !isHidden : outcome === "denied" || isHidden) return;
        wrong.push(`${actor}: ${said(mounted, transport, answer)}`);
      });
      expect(wrong.sort()).toEqual([]);
    },
    WALK_LIMIT_MS,
  );

  test(
    "ends at its account: an owner of another one is told nothing and changes nothing",
    async () => {
      const before = await worldOf(world.owner.accountId);
      const told: string[] = [];
      await each(onBoth(table), async ({ item: mounted, transport }) => {
        const as = world.keys.get("stranger");
        const answer = await send({ mounted, transport, from: "another account", as });
        const isAnswered = outcomeOf(answer) !== "not answered" || isAboutSession(answer);
        if (answer.tells || !isAnswered) told.push(said(mounted, transport, answer));
      });
      expect(told.sort()).toEqual([]);
      expect(await worldOf(world.owner.accountId)).toEqual(before);
    },
    WALK_LIMIT_MS,
  );

  test("is nothing without credentials, but for what is public", async () => {
    const open: string[] = [];
    await each(onBoth(rpcs), async ({ item: mounted, transport }) => {
      const answer = await send({ mounted, transport, from: "nowhere", as: undefined });
      const isPublic = mounted.operation?.permission === "public";
      if (!isPublic && answer.code !== grpc.status.UNAUTHENTICATED)
        open.push(said(mounted, transport, answer));
    });
    expect(open.sort()).toEqual([]);
  });
});

/** A key's holder has no session to look at. */
function isAboutSession({ code, body }: Answer): boolean {
  return code === grpc.status.UNAUTHENTICATED && body.includes("not signed in with a session");
}

test("T1: every operation was allowed, denied and kept from another account, on gRPC and on HTTP", async () => {
  // Whom no role stands for: operators, people who decide about requests, and who came with a session.
  const rest = table.filter(({ method }) => (ROLE_MATRIX[method.name] ?? []).length === 0);
  const others = ["requester", "approver"] as const;
  await each(onBoth(rest), async ({ item: mounted, transport }) => {
    for (const as of [INTERNAL_TOKEN, ...others.map((name) => world.keys.get(name))])
      await send({ mounted, transport, from: "account", as });
  });
  const own = table.filter(({ operation }) => operation?.permission.startsWith("cloud.session."));
  for (const mounted of own)
    await send({ mounted, transport: "http", from: "account", as: await world.signedIn() });

  const exceptions = readExceptions();
  const missing = coverage.missing(rpcs);
  expect(missing.filter((one) => !exceptions.some(({ line }) => line === one))).toEqual([]);
  expect(exceptions.filter(({ line }) => !missing.includes(line))).toEqual([]);
  expect(exceptions.filter(({ why }) => why.length < 10)).toEqual([]);
});

/** All that a stranger could have changed, as rows. */
async function worldOf(accountId: string): Promise<unknown> {
  const { query } = api.database;
  const where = { accountId };
  const byId = { where, orderBy: { id: "asc" } } as const;
  return Promise.all([
    query.account.findMany({ where: { id: accountId } }),
    query.user.findMany(byId),
    query.userGroup.findMany(byId),
    query.userGroupMember.findMany({ where }),
    query.serviceAccount.findMany(byId),
    query.namespace.findMany(byId),
    query.project.findMany(byId),
    query.customRole.findMany(byId),
    query.namespaceAccess.findMany({ where, orderBy: [{ principalId: "asc" }, { namespace: "asc" }] }),
    query.projectAccess.findMany({ where, orderBy: [{ principalId: "asc" }, { projectId: "asc" }] }),
    query.apiKey.findMany(byId),
    query.nexusEndpoint.findMany(byId),
    query.connectivityRule.findMany(byId),
    query.consensusPolicy.findMany(byId),
    query.approvalRequest.findMany(byId),
    query.certificate.findMany(byId),
    query.exportSink.findMany(byId),
    query.auditLogSink.findMany({ where, orderBy: { name: "asc" } }),
    query.billingReport.findMany(byId),
  ]);
}
