// Two tenants of one running cloud who use the same names for everything: neither ever sees, steers or finishes the
// other's work, and a credential that was taken away ends what runs with it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { temporal } from "#contracts";
import { completeWorkflow, duration, scheduleActivity } from "../harness/task-commands.ts";
import { eventually } from "../harness/eventually.ts";
import { apiAddressOf, runStandalone, type Command } from "../harness/standalone.ts";
import { CLOUD_SERVICE, GrpcCaller, WORKFLOW_SERVICE, type GrpcAnswer } from "./grpc-caller.ts";
import { newTenant, reaches, type Tenant } from "./tenant.ts";

type WorkflowTask = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;
type Deleted = temporal.api.cloud.cloudservice.v1.IDeleteNamespaceResponse;
type ActivityTask = temporal.api.workflowservice.v1.IPollActivityTaskQueueResponse;

const PERMISSION_DENIED = 7;
const UNAUTHENTICATED = 16;
const TAKE_AWAY_LIMIT_MS = 10_000;
const WORKFLOW_ID = "order-1";
const taskQueue = { name: "orders" };

let cloud: Command;
let first: Tenant;
let second: Tenant;

beforeAll(async () => {
  cloud = runStandalone("main", []);
  await cloud.says("Ready in");
  [first, second] = await Promise.all([newTenant(cloud), newTenant(cloud)]);
});
afterAll(async () => {
  first.close();
  second.close();
  await cloud.stop();
});

const call = (tenant: Tenant, method: string, request: object): Promise<GrpcAnswer> =>
  tenant.byKey.call(WORKFLOW_SERVICE, method, { namespace: tenant.namespace, ...request });
const answer = <Response>(tenant: Tenant, method: string, request: object): Promise<Response> =>
  tenant.byKey.answer<Response>(WORKFLOW_SERVICE, method, { namespace: tenant.namespace, ...request });

const startOrder = (tenant: Tenant, workflowId = WORKFLOW_ID): Promise<{ runId?: string | null }> =>
  answer(tenant, "StartWorkflowExecution", {
    workflowId,
    workflowType: { name: "order" },
    taskQueue,
    requestId: `start-${workflowId}`,
  });
const pollWorkflow = (tenant: Tenant): Promise<WorkflowTask> =>
  answer(tenant, "PollWorkflowTaskQueue", { taskQueue, identity: "worker" });
const pollActivity = (tenant: Tenant): Promise<ActivityTask> =>
  answer(tenant, "PollActivityTaskQueue", { taskQueue, identity: "worker" });
const historyOf = async (tenant: Tenant): Promise<string[]> => {
  const { history } = await answer<temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryResponse>(
    tenant,
    "GetWorkflowExecutionHistory",
    { execution: { workflowId: WORKFLOW_ID } },
  );
  return (history?.events ?? []).map((event) => String(event.eventType));
};

describe("with equal names", () => {
  test("each tenant's order is its own run, and its signals, tasks and lists stay with it", async () => {
    const [one, two] = [await startOrder(first), await startOrder(second)];
    await call(first, "SignalWorkflowExecution", {
      workflowExecution: { workflowId: WORKFLOW_ID },
      signalName: "paid",
    });

    const task = await pollWorkflow(second);
    const listed = await eventually(async () => {
      const { executions } = await answer<temporal.api.workflowservice.v1.IListWorkflowExecutionsResponse>(
        second,
        "ListWorkflowExecutions",
        {},
      );
      return (executions ?? []).length > 0 ? executions : undefined;
    });
    const foreign = await call(second, "DescribeWorkflowExecution", {
      execution: { workflowId: WORKFLOW_ID, runId: one.runId },
    });

    expect(one.runId).not.toBe(two.runId);
    expect(task.workflowExecution?.runId).toBe(two.runId);
    expect(task.history?.events).toHaveLength(3);
    expect(listed?.map(({ execution }) => execution?.runId)).toEqual([two.runId]);
    expect(foreign.status).toBe(5);
    await answer(second, "RespondWorkflowTaskCompleted", {
      taskToken: task.taskToken,
      commands: [completeWorkflow()],
    });
  });

  test("a workflow task's token is worth nothing to another tenant", async () => {
    const { taskToken } = await pollWorkflow(first);
    const before = await historyOf(first);

    const completed = await call(second, "RespondWorkflowTaskCompleted", {
      taskToken,
      commands: [completeWorkflow("stolen")],
    });
    const failed = await call(second, "RespondWorkflowTaskFailed", { taskToken });

    expect([completed.status, failed.status]).toEqual([refused(completed), refused(failed)]);
    expect(await historyOf(first)).toEqual(before);
    await answer(first, "RespondWorkflowTaskCompleted", {
      taskToken,
      commands: [scheduleActivity("charge-1", { taskQueue, heartbeatTimeout: duration(60_000) })],
    });
  });

  test("an activity's token is worth nothing to another tenant", async () => {
    const { taskToken } = await pollActivity(first);
    const before = await historyOf(first);

    const answers = [
      await call(second, "RespondActivityTaskCompleted", { taskToken }),
      await call(second, "RespondActivityTaskFailed", { taskToken }),
      await call(second, "RespondActivityTaskCanceled", { taskToken }),
      await call(second, "RecordActivityTaskHeartbeat", { taskToken }),
      await call(second, "RespondActivityTaskCompletedById", {
        workflowId: WORKFLOW_ID,
        activityId: "charge-1",
      }),
    ];

    expect(answers.map(({ status }) => status)).toEqual(answers.map(refused));
    expect(await historyOf(first)).toEqual(before);
    await answer(first, "RespondActivityTaskCompleted", { taskToken });
  });

  test("a batch of operations that names another's namespace inside touches nothing there", async () => {
    const inside = {
      namespace: second.namespace,
      workflowId: "inside",
      workflowType: { name: "order" },
      taskQueue,
    };
    await call(first, "ExecuteMultiOperation", {
      operations: [
        { startWorkflow: { ...inside, requestId: "inside" } },
        {
          updateWorkflow: {
            namespace: second.namespace,
            workflowExecution: { workflowId: "inside" },
            request: { meta: { updateId: "u" }, input: { name: "u" } },
          },
        },
      ],
    });

    const seen = await call(second, "DescribeWorkflowExecution", { execution: { workflowId: "inside" } });
    expect(seen.status).toBe(5);
  });
});

/** INVALID_ARGUMENT or NOT_FOUND: which of them says nothing about the other tenant. */
function refused({ status }: GrpcAnswer): number {
  return status === 3 || status === 5 ? status : 3;
}

const apiKeyOf = z.object({
  apiKey: z.object({ resourceVersion: z.string(), spec: z.record(z.string(), z.unknown()) }),
});
const changed = z.object({ asyncOperation: z.object({ id: z.string() }) });

const keyPolicyOf = z.object({ policy: z.object({ resourceVersion: z.string() }) });

async function setKeyPolicy(tenant: Tenant, spec: { useDisabled?: boolean }): Promise<void> {
  const { policy } = await tenant.customer.get("/api/v1/api-key-policy", keyPolicyOf);
  await tenant.customer.post(
    "/api/v1/api-key-policy",
    { spec, resourceVersion: policy.resourceVersion },
    changed,
  );
}

/** A long poll that waits for a task that never comes. */
function openPoll(caller: GrpcCaller, namespace: string): Promise<GrpcAnswer & { tookMs: number }> {
  const startedAt = performance.now();
  return caller
    .call(WORKFLOW_SERVICE, "PollWorkflowTaskQueue", { namespace, taskQueue: { name: "idle" } })
    .then((result) => ({ ...result, tookMs: performance.now() - startedAt }));
}

describe("a credential that was taken away", () => {
  test("a revoked certificate ends its open polls and opens nothing any more", async () => {
    const poll = openPoll(second.byCertificate, second.namespace);
    const { certificateId } = second.certificate;
    await second.customer.post(`/api/v1/certificates/${certificateId}/revoke`, {}, changed);

    const ended = await poll;

    expect(ended.status).toBe(PERMISSION_DENIED);
    expect(ended.tookMs).toBeLessThan(TAKE_AWAY_LIMIT_MS);
    expect(await reaches(second.byCertificate, second.namespace)).toBe(false);
    expect(await reaches(second.byKey, second.namespace)).toBe(true);
  });

  test("API keys turned off for the account end their open polls, until they are turned on again", async () => {
    const poll = openPoll(second.byKey, second.namespace);
    await setKeyPolicy(second, { useDisabled: true });

    const ended = await poll;

    expect(ended.status).toBe(UNAUTHENTICATED);
    expect(ended.tookMs).toBeLessThan(TAKE_AWAY_LIMIT_MS);
    expect(await reaches(second.byKey, second.namespace)).toBe(false);
    expect(await reaches(first.byKey, first.namespace)).toBe(true);
    await setKeyPolicy(second, {});
    await eventually(() => reaches(second.byKey, second.namespace), { what: "the key at the gateway" });
  });

  test("a disabled API key ends its open polls and opens nothing any more", async () => {
    const poll = openPoll(second.byKey, second.namespace);
    const { apiKey } = await second.customer.get(`/cloud/api-keys/${second.keyId}`, apiKeyOf);
    await second.customer.post(
      `/cloud/api-keys/${second.keyId}`,
      { spec: { ...apiKey.spec, disabled: true }, resourceVersion: apiKey.resourceVersion },
      changed,
    );

    const ended = await poll;

    expect(ended.status).toBe(UNAUTHENTICATED);
    expect(ended.tookMs).toBeLessThan(TAKE_AWAY_LIMIT_MS);
    expect(await reaches(second.byKey, second.namespace)).toBe(false);
    expect(await reaches(first.byKey, first.namespace)).toBe(true);
  });
});

const namespaceOf = z.object({ namespace: z.object({ resourceVersion: z.string() }) });

test("a deleted namespace ends its open polls and is like one that never was", async () => {
  const poll = openPoll(first.byKey, first.namespace);
  const { namespace } = await first.customer.get(`/cloud/namespaces/${first.namespace}`, namespaceOf);
  const api = new GrpcCaller(apiAddressOf(cloud), {}, { authorization: `Bearer ${first.token}` });
  const { asyncOperation } = await api.answer<Deleted>(CLOUD_SERVICE, "DeleteNamespace", {
    namespace: first.namespace,
    resourceVersion: namespace.resourceVersion,
  });
  api.close();
  await first.customer.fulfilled(asyncOperation?.id ?? "");

  const ended = await poll;
  const never = await call({ ...first, namespace: `never.${first.accountId}` }, "DescribeNamespace", {});

  expect([5, PERMISSION_DENIED]).toContain(ended.status);
  expect(ended.tookMs).toBeLessThan(TAKE_AWAY_LIMIT_MS);
  // The edge hears of it within the limit of every right that is taken away.
  await eventually(
    async () => {
      const byKey = await call(first, "DescribeNamespace", {});
      expect([byKey.status, byKey.message]).toEqual([never.status, never.message]);
      return true;
    },
    { limitMs: TAKE_AWAY_LIMIT_MS },
  );
});
