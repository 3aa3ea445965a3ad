// Calls that a consensus policy guards, at the gateway: refused in words that say what to ask for, let through once
// approved for that caller, workflow and method, and no more often than approved, also over a restart.
import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { directoryV1 } from "#contracts";
import { Authority, type Identity } from "./authority.ts";
import {
  EdgeClient,
  sha256Hex,
  signingKey,
  signToken,
  startWorld,
  type Answer,
  type World,
} from "./world.ts";

const OK = 0;
const PERMISSION_DENIED = 7;
/** OK, or UNIMPLEMENTED for what the fake cell does not know: either way it is the cell that answers. */
const FROM_CELL = [OK, 12];
const MINUTE_MS = 60_000;
const execution = (workflowId: string) => ({ workflowExecution: { workflowId } });

let world: World;
let authority: Authority;
let holder: Identity;
let fingerprint: string;
let now: number;
const tokens = new Map<string, string>();

beforeAll(async () => {
  now = Date.now();
  world = await startWorld({ clock: { now: () => now, monotonic: () => performance.now() } });
  authority = await Authority.root("CN=Tenant CA");
  holder = await authority.issue();
  fingerprint = fingerprintOf(holder.cert);
  const key = await signingKey("k1");
  for (const who of ["ann", "bob"])
    tokens.set(
      who,
      await signToken(key, { jti: `key-${who}`, sub: who, iat: Math.floor(now / MINUTE_MS) * 60 }),
    );
  world.directory.change((content) => {
    content.signingKeys = [{ keyId: key.keyId, publicJwk: key.publicJwk }];
    content.apiKeys = [...tokens].map(([who, token]) => ({
      keyId: `key-${who}`,
      tokenSha256: sha256Hex(token),
      principalId: who,
      expiresAtMs: now + 60 * MINUTE_MS,
    }));
    content.principals = [...tokens.keys()].map((principalId) => ({
      principalId,
      accountId: "a",
      allNamespacesPermission: "admin",
    }));
  });
});
afterAll(() => world.stop());
beforeEach(() => setGuard(["terminate", "reset", "delete_workflow", "batch"], []));

function fingerprintOf(pem: string): string {
  const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ""), "base64");
  return createHash("sha256").update(der).digest("hex");
}

let grants = 0;
const grant = (change: Partial<directoryV1.IGrant> = {}): directoryV1.IGrant => ({
  grantId: `grant-${(grants += 1)}`,
  caller: "principal:ann",
  method: "TerminateWorkflowExecution",
  workflowId: "order-1",
  expiresAtMs: now + 10 * MINUTE_MS,
  uses: 1,
  ...change,
});

async function setGuard(guardedOperations: string[], approved: directoryV1.IGrant[]): Promise<void> {
  const version = world.directory.change((content) => {
    content.namespaces = [
      {
        name: "orders.a",
        namespaceId: "id",
        accountId: "a",
        cellId: "cell-1",
        apiKeyEnabled: true,
        mtlsEnabled: true,
        acceptedClientCa: Buffer.from(authority.pem),
        guardedOperations,
        grants: approved,
      },
    ];
  });
  await world.follow(version);
}

async function make(method: string, request: object, who: string | Identity = "ann"): Promise<Answer> {
  const client = new EdgeClient(world, typeof who === "string" ? {} : { identity: who });
  const headers = typeof who === "string" ? { authorization: `Bearer ${tokens.get(who)}` } : {};
  try {
    return await client.call(method, { namespace: "orders.a", ...request }, headers);
  } finally {
    client.close();
  }
}
const statusOf = async (...call: Parameters<typeof make>) => (await make(...call)).status;
const terminate = (workflowId = "order-1", who: string | Identity = "ann") =>
  statusOf("TerminateWorkflowExecution", execution(workflowId), who);

describe("without an approval", () => {
  test.each<[string, object]>([
    ["TerminateWorkflowExecution", execution("order-1")],
    ["ResetWorkflowExecution", execution("order-1")],
    ["DeleteWorkflowExecution", execution("order-1")],
    ["StartBatchOperation", { jobId: "j", visibilityQuery: "WorkflowType='a'", terminationOperation: {} }],
    ["StartWorkflowExecution", { workflowId: "order-1", workflowIdReusePolicy: 4 }],
    ["StartWorkflowExecution", { workflowId: "order-1", workflowIdConflictPolicy: 3 }],
    ["SignalWithStartWorkflowExecution", { workflowId: "order-1", workflowIdConflictPolicy: 3 }],
    [
      "ExecuteMultiOperation",
      {
        operations: [
          { startWorkflow: { namespace: "orders.a", workflowId: "w", workflowIdConflictPolicy: 3 } },
        ],
      },
    ],
  ])("%s %o is refused, and the answer says what to ask for", async (method, request) => {
    const { status, message } = await make(method, request);
    expect([status, message]).toEqual([PERMISSION_DENIED, expect.stringContaining("CreateApprovalRequest")]);
    expect(message).toContain(`"namespace":"orders.a","method":"${method}"`);
  });

  test("what is not guarded goes on: plain starts, and everything where there is no policy", async () => {
    expect(await statusOf("StartWorkflowExecution", { workflowId: "order-1" })).toBe(OK);
    await setGuard(["batch"], []);
    expect(await statusOf("StartWorkflowExecution", { workflowId: "w", workflowIdConflictPolicy: 3 })).toBe(
      OK,
    );
    expect(FROM_CELL).toContain(await terminate());
  });

  test("what cannot be read is refused before a cell sees it", async () => {
    const client = new EdgeClient(world, {});
    const headers = { authorization: `Bearer ${tokens.get("ann")}` };
    // The namespace, then an execution that claims more bytes than there are.
    const broken = Buffer.concat([Buffer.from("\n\borders.a"), Buffer.from([0x12, 0x7f, 0x0a])]);
    const frame = Buffer.concat([Buffer.from([0, 0, 0, 0, broken.length]), broken]);
    const path = "/temporal.api.workflowservice.v1.WorkflowService/TerminateWorkflowExecution";
    const { status } = await client.raw(path, headers, frame);
    client.close();
    expect([3, PERMISSION_DENIED]).toContain(status);
  });
});

describe("an approval", () => {
  test("lets its caller through for its workflow and method, as often as it says", async () => {
    await setGuard(["terminate", "reset"], [grant({ uses: 2 })]);
    expect(await terminate("order-2")).toBe(PERMISSION_DENIED);
    expect(await terminate("order-1", "bob")).toBe(PERMISSION_DENIED);
    expect(await terminate("order-1", holder)).toBe(PERMISSION_DENIED);
    expect(await statusOf("ResetWorkflowExecution", execution("order-1"))).toBe(PERMISSION_DENIED);
    expect(FROM_CELL).toContain(await terminate());
    expect(FROM_CELL).toContain(await terminate());
    expect(await terminate()).toBe(PERMISSION_DENIED);
  });

  test("of a client certificate is for that certificate", async () => {
    await setGuard(["terminate"], [grant({ caller: `certificate:${fingerprint}` })]);
    expect(await terminate("order-1", await authority.issue())).toBe(PERMISSION_DENIED);
    expect(await terminate("order-1", "ann")).toBe(PERMISSION_DENIED);
    expect(FROM_CELL).toContain(await terminate("order-1", holder));
  });

  test("of a batch is for its very query, and never for a list of executions", async () => {
    const visibilityQuery = "WorkflowType='a'";
    const batch = grant({ method: "StartBatchOperation", workflowId: "", visibilityQuery });
    await setGuard(["batch"], [batch]);
    const start = (request: object) => statusOf("StartBatchOperation", { jobId: "j", ...request });
    expect(await start({ visibilityQuery: "WorkflowType='b'" })).toBe(PERMISSION_DENIED);
    expect(await start({ executions: [{ workflowId: "w" }] })).toBe(PERMISSION_DENIED);
    expect(await start({ visibilityQuery, executions: [{ workflowId: "w" }] })).toBe(PERMISSION_DENIED);
    expect(FROM_CELL).toContain(await start({ visibilityQuery }));
  });

  test("ends with its time", async () => {
    await setGuard(["terminate"], [grant({ uses: 9 })]);
    expect(FROM_CELL).toContain(await terminate());
    now += 10 * MINUTE_MS;
    expect(await terminate()).toBe(PERMISSION_DENIED);
  });

  test("E1: holds with the control plane down, and a restart gives no use back", async () => {
    await setGuard(["terminate"], [grant({ uses: 2 })]);
    await world.directory.stop();
    expect(FROM_CELL).toContain(await terminate());
    await world.restartGateway();
    expect(FROM_CELL).toContain(await terminate());
    expect(await terminate()).toBe(PERMISSION_DENIED);
    await world.restartGateway();
    expect(await terminate()).toBe(PERMISSION_DENIED);
    expect(await statusOf("StartWorkflowExecution", { workflowId: "order-1" })).toBe(OK);
  });
});
