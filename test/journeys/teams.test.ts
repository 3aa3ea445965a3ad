// A team on one running cloud: a dozen programs create namespaces at once with nothing but their own retries, and people
// agree before one of them is destroyed or its workflows are.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { Customer } from "../../services/standalone/quickstart/customer.ts";
import { findToken } from "../../services/standalone/quickstart/steps/sign-up.ts";
import { eventually } from "../harness/eventually.ts";
import { Random } from "../harness/random.ts";
import { apiAddressOf, runStandalone, type Command } from "../harness/standalone.ts";
import { delay } from "#shared/clock";
import { WORKFLOW_SERVICE, type GrpcAnswer } from "./grpc-caller.ts";
import { newTenant, type Tenant } from "./tenant.ts";

const PROGRAMS = 12;
const NAMESPACES = 40;
/** Of the Go SDK of the Cloud Ops API, which Terraform uses: retries, first pause, jitter. */
const RETRIES_MAX = 7;
const PAUSE_MS = 500;
const JITTER = 0.5;
const POLL_MS = 1_000;
const PERMISSION_DENIED = 7;
const PASSWORD = "nine purple otters 4711";

let cloud: Command;
let tenant: Tenant;

beforeAll(async () => {
  cloud = runStandalone("main", []);
  await cloud.says("Ready in");
  tenant = await newTenant(cloud);
});
afterAll(async () => {
  tenant.close();
  await cloud.stop();
});

interface Operation {
  id: string;
  state: string;
  failureReason?: string;
}

/** A program with the tenant's API key: it repeats what was refused for now (429, 503) and nothing else. */
class Program {
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  async call(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    for (let attempt = 0; ; attempt += 1) {
      const response = await fetch(apiAddressOf(cloud) + path, {
        method,
        headers: { authorization: `Bearer ${tenant.token}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (response.ok) return JSON.parse(text) as Record<string, unknown>;
      if (![429, 503].includes(response.status) || attempt >= RETRIES_MAX) {
        throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
      }
      if (response.status === 429) expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      const pauseMs = PAUSE_MS * 2 ** attempt;
      await delay(this.#random.between(pauseMs * (1 - JITTER), pauseMs * (1 + JITTER)));
    }
  }

  async createNamespace(name: string): Promise<void> {
    const spec = { name, regions: ["aws-us-east-1"], retentionDays: 7, apiKeyAuth: { enabled: true } };
    const asyncOperationId = `create-${name}`;
    const made = await this.call("POST", "/cloud/namespaces", { spec, asyncOperationId });
    let operation = made["asyncOperation"] as Operation;
    while (operation.state !== "STATE_FULFILLED") {
      if (operation.state === "STATE_FAILED") throw new Error(operation.failureReason);
      await delay(POLL_MS);
      const read = await this.call("GET", `/cloud/operations/${asyncOperationId}`);
      operation = read["asyncOperation"] as Operation;
    }
    const read = await this.call("GET", `/cloud/namespaces/${String(made["namespace"])}`);
    expect(read["namespace"]).toMatchObject({ state: "RESOURCE_STATE_ACTIVE" });
  }
}

test(`${PROGRAMS} programs create ${NAMESPACES} namespaces at once, with their own retries`, async () => {
  const wanted = Array.from({ length: NAMESPACES }, (_, index) => `team-${index}`);
  const left = [...wanted];
  const programs = Array.from({ length: PROGRAMS }, (_, index) => new Program(index + 1));
  await Promise.all(
    programs.map(async (program) => {
      for (let name = left.shift(); name !== undefined; name = left.shift())
        await program.createNamespace(name);
    }),
  );
  const listed = await new Program(0).call("GET", "/cloud/namespaces?pageSize=1000");
  const names = (listed["namespaces"] as { spec: { name: string } }[]).map(({ spec }) => spec.name);
  expect(names.filter((name) => name.startsWith("team-")).sort()).toEqual([...wanted].sort());
}, 300_000);

describe("consensus", () => {
  const made = z.object({ asyncOperation: z.object({ id: z.string() }) });
  const asked = made.extend({ requestId: z.string() });
  const request = z.object({
    requestId: z.string(),
    requestHash: z.string(),
    state: z.string(),
    asyncOperationId: z.string().default(""),
  });
  const one = z.object({ request });
  const many = z.object({ requests: z.array(request).default([]) });
  const anything = z.object({}).loose();
  let second: Customer;

  beforeAll(async () => {
    const email = "second@example.com";
    const access = { accountAccess: { role: "ROLE_ADMIN" } };
    const invited = await tenant.customer.post("/cloud/users", { spec: { email, access } }, made);
    await tenant.customer.fulfilled(invited.asyncOperation.id);
    second = new Customer(apiAddressOf(cloud));
    const token = await findToken(second, email);
    await second.post("/api/v1/invitations/accept", { token, password: PASSWORD }, anything);
    const session = z.object({ csrfToken: z.string() });
    second.useSession(
      (await second.post("/api/v1/sessions", { email, password: PASSWORD }, session)).csrfToken,
    );
    const spec = {
      displayName: "orders",
      namespaces: [tenant.namespace],
      operations: ["terminate", "delete_namespace"],
      approvals: 1,
    };
    await tenant.customer.post("/api/v1/consensus-policies", { spec }, anything);
  });

  const approve = async (requestId: string): Promise<void> => {
    const path = `/api/v1/approval-requests/${requestId}`;
    const { requestHash } = (await second.get(path, one)).request;
    await second.post(`${path}/approve`, { requestHash }, one);
  };
  const terminate = (workflowId: string): Promise<GrpcAnswer> =>
    tenant.byKey.call(WORKFLOW_SERVICE, "TerminateWorkflowExecution", {
      namespace: tenant.namespace,
      workflowExecution: { workflowId },
    });

  test("a workflow is terminated only when another person agreed, and once", async () => {
    const start = { workflowType: { name: "order" }, taskQueue: { name: "orders" }, requestId: "start" };
    const workflowId = "order-guarded";
    await tenant.byKey.answer(WORKFLOW_SERVICE, "StartWorkflowExecution", {
      ...{ namespace: tenant.namespace, workflowId },
      ...start,
    });
    const refused = await eventually(async () => {
      // Until the gateway knows of the policy, an unknown workflow is what the cell says.
      const answer = await terminate("unknown");
      return answer.status === PERMISSION_DENIED ? answer : undefined;
    });
    expect(refused.message).toContain("CreateApprovalRequest");
    const call = { namespace: tenant.namespace, method: "TerminateWorkflowExecution", workflowId };
    const { requestId } = await tenant.customer.post(
      "/api/v1/approval-requests",
      { call: { ...call, reason: "it hangs" } },
      asked,
    );
    expect((await terminate(workflowId)).status).toBe(PERMISSION_DENIED);
    await approve(requestId);
    await eventually(async () => (await terminate(workflowId)).status === 0);
    expect((await terminate(workflowId)).status).toBe(PERMISSION_DENIED);
  });

  test("a namespace is deleted only when another person agreed", async () => {
    const path = `/cloud/namespaces/${tenant.namespace}`;
    const version = z.object({ namespace: z.object({ resourceVersion: z.string(), state: z.string() }) });
    const { resourceVersion } = (await tenant.customer.get(path, version)).namespace;
    const held = await tenant.customer.remove(`${path}?resourceVersion=${resourceVersion}`, made);
    expect((await tenant.customer.get(path, version)).namespace.state).toBe("RESOURCE_STATE_ACTIVE");
    const { requests } = await second.get("/api/v1/approval-requests?state=PENDING", many);
    const waiting = requests.find(({ asyncOperationId }) => asyncOperationId === held.asyncOperation.id);
    await approve(waiting?.requestId ?? "");
    await tenant.customer.fulfilled(held.asyncOperation.id);
    await expect(tenant.customer.get(path, version)).rejects.toThrow("404");
  });
});
