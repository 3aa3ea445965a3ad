// The audit of acts upon running workflows at the gateway: what is recorded, of whom, and that nothing of it is lost while
// the control plane is away or when the gateway ends.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { eventually } from "#harness/eventually";
import type { directoryV1 } from "#contracts";
import { Authority } from "./authority.ts";
import {
  EdgeClient,
  sha256Hex,
  signingKey,
  signToken,
  startWorld,
  type Answer,
  type World,
} from "./world.ts";

const HOUR_MS = 3_600_000;
let world: World;
let authority: Authority;
const tokens: Record<string, string> = {};
const open: EdgeClient[] = [];

beforeAll(async () => {
  world = await startWorld();
  authority = await Authority.root("CN=Root");
  const key = await signingKey("k1");
  for (const who of ["writer", "reader", "stranger"])
    tokens[who] = await signToken(key, { jti: `key-${who}`, sub: who });
  const shared = { cellId: "cell-1", apiKeyEnabled: true, audited: true };
  const version = world.directory.change((content) => {
    content.namespaces = [
      { ...shared, name: "watched.a", namespaceId: "1", accountId: "a" },
      { ...shared, name: "quiet.a", namespaceId: "2", accountId: "a", audited: false },
      {
        ...shared,
        name: "mtls.a",
        namespaceId: "3",
        accountId: "a",
        apiKeyEnabled: false,
        mtlsEnabled: true,
        acceptedClientCa: Buffer.from(authority.pem),
      },
    ];
    content.principals = [
      { principalId: "writer", accountId: "a", allNamespacesPermission: "admin" },
      { principalId: "reader", accountId: "a", namespacePermissions: { "watched.a": "read" } },
      { principalId: "stranger", accountId: "b", allNamespacesPermission: "admin" },
    ];
    content.apiKeys = ["writer", "reader", "stranger"].map((who) => ({
      keyId: `key-${who}`,
      tokenSha256: sha256Hex(tokens[who] ?? ""),
      principalId: who,
      expiresAtMs: Date.now() + HOUR_MS,
    }));
    content.signingKeys = [{ keyId: key.keyId, publicJwk: key.publicJwk }];
  });
  await world.follow(version);
});
afterAll(async () => {
  for (const client of open) client.close();
  await world.stop();
});
beforeEach(() => void (world.directory.recorded.length = 0));

function connect(options: ConstructorParameters<typeof EdgeClient>[1] = {}): EdgeClient {
  const client = new EdgeClient(world, options);
  open.push(client);
  return client;
}

const terminate = (client: EdgeClient, namespace: string, who?: string): Promise<Answer> =>
  client.call(
    "TerminateWorkflowExecution",
    { namespace, workflowExecution: { workflowId: "order-7", runId: "r1" }, reason: "stuck", identity: "me@laptop", details: { payloads: [{ data: Buffer.from("secret payload") }] } },
    who === undefined ? {} : { authorization: `Bearer ${tokens[who] ?? ""}` },
  ); // prettier-ignore

async function recorded(count: number): Promise<directoryV1.IRecordedCall[]> {
  await eventually(() => world.directory.recorded.length >= count, {
    what: `${count} records`,
    limitMs: 60_000,
  });
  return world.directory.recorded;
}

test("an act is recorded with who, where, what, why and its result, and without payloads", async () => {
  expect((await terminate(connect(), "watched.a", "writer")).status).toBe(0);
  const [record] = await recorded(1);
  expect(record).toMatchObject({
    accountId: "a",
    namespace: "watched.a",
    method: "TerminateWorkflowExecution",
    status: "OK",
    principalId: "writer",
    apiKeyId: "key-writer",
    remoteAddress: "127.0.0.1",
    details: { workflowId: "order-7", runId: "r1", reason: "stuck", identity: "me@laptop" },
  });
  expect(Math.abs((record?.timeMs ?? 0) - Date.now())).toBeLessThan(5 * 60_000);
  expect(JSON.stringify(record)).not.toContain("secret payload");
});

test("starts, and acts on namespaces that did not ask for it, are not recorded", async () => {
  const client = connect();
  await client.start("watched.a", { authorization: `Bearer ${tokens["writer"] ?? ""}` });
  await terminate(client, "quiet.a", "writer");
  await terminate(client, "watched.a", "writer");
  expect((await recorded(1)).map(({ namespace, method }) => [namespace, method])).toEqual([
    ["watched.a", "TerminateWorkflowExecution"],
  ]);
});

test("a refusal of the account's own people is recorded, one of a stranger is not", async () => {
  const client = connect();
  expect((await terminate(client, "watched.a", "stranger")).status).toBe(7);
  expect((await terminate(client, "watched.a", "reader")).status).toBe(7);
  expect((await recorded(1)).map(({ principalId, status }) => [principalId, status])).toEqual([
    ["reader", "PERMISSION_DENIED"],
  ]);
});

test("a call with a certificate is its subject's and fingerprint's", async () => {
  const client = connect({
    identity: await authority.issue({ subject: "CN=deploy-bot,O=Acme" }),
    servername: "mtls.a.edge.test",
  });
  expect((await terminate(client, "mtls.a")).status).toBe(0);
  const [record] = await recorded(1);
  expect(record).toMatchObject({
    principalId: "",
    apiKeyId: "",
    certificateSubject: expect.stringContaining("deploy-bot") as string,
    details: { certificateFingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  });
});

test("E1: with the control plane away acts go on, and their records arrive later, also after a restart", async () => {
  await world.directory.stop();
  const before = connect();
  for (let act = 0; act < 3; act += 1)
    expect((await terminate(before, "watched.a", "writer")).status).toBe(0);
  await world.restartGateway();
  const after = connect();
  expect((await terminate(after, "watched.a", "writer")).status).toBe(0);
  expect(world.directory.recorded).toEqual([]);
  await world.directory.start();
  const ids = new Set((await recorded(4)).map(({ id }) => id));
  expect(ids.size).toBe(4);
  expect(world.directory.recorded.every(({ status }) => status === "OK")).toBe(true);
});
