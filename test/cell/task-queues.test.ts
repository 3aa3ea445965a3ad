// Task queues of a running cell: what was configured survives its death, what waits is offered again where it stood, and
// what is over leaves the line.
import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { temporal } from "#contracts";
import { eventually } from "#harness/eventually";
import { NAMESPACE, type TestCell } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

type Described = temporal.api.workflowservice.v1.IDescribeTaskQueueResponse;
type Config = temporal.api.workflowservice.v1.IUpdateTaskQueueConfigResponse;

const { TaskQueueType, RateLimitSource } = temporal.api.enums.v1;
const ACTIVITY = TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY;

const world = cellWorld("cell_queues");
let cell: TestCell;

beforeEach(async () => {
  cell = await world.start();
});

async function restartAfterKill(): Promise<void> {
  cell = await world.restart();
}

function configure(
  taskQueue: string,
  update: temporal.api.workflowservice.v1.IUpdateTaskQueueConfigRequest,
): Promise<Config> {
  const request = { namespace: NAMESPACE, taskQueue, taskQueueType: ACTIVITY, ...update };
  return cell.client.call("UpdateTaskQueueConfig", request);
}

function describeQueue(
  more: temporal.api.workflowservice.v1.IDescribeTaskQueueRequest = {},
): Promise<Described> {
  const request = { namespace: NAMESPACE, taskQueue: { name: "q" }, reportStats: true, ...more };
  return cell.client.call("DescribeTaskQueue", request);
}

async function backlogCount(): Promise<number> {
  return Number((await describeQueue()).stats?.approximateBacklogCount ?? 0);
}

/** Nobody can connect to the database meanwhile, and who was connected is not any more. */
async function withoutDatabase(url: string, act: () => Promise<void>): Promise<void> {
  const server = new URL(url);
  const name = server.pathname.slice(1);
  server.pathname = "/postgres";
  const administrator = new pg.Client({ connectionString: server.toString() });
  await administrator.connect();
  try {
    await administrator.query(`alter database ${pg.escapeIdentifier(name)} allow_connections false`);
    await administrator.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
      name,
    ]);
    await act();
  } finally {
    await administrator.query(`alter database ${pg.escapeIdentifier(name)} allow_connections true`);
    await administrator.end();
  }
}

describe("task queues of a cell", () => {
  it("C1: an acknowledged configuration survives kill -9 and holds at once", async () => {
    await configure("limited", {
      updateQueueRateLimit: { rateLimit: { requestsPerSecond: 3 }, reason: "slow" },
      setFairnessWeightOverrides: { a: 2 },
      identity: "me",
    });
    await Promise.all(
      ["b", "c", "d"].map((key) => configure("limited", { setFairnessWeightOverrides: { [key]: 1 } })),
    );
    await restartAfterKill();

    const described = await describeQueue({
      taskQueue: { name: "limited" },
      taskQueueType: ACTIVITY,
      reportConfig: true,
    });

    expect(described.config?.fairnessWeightOverrides).toEqual({ a: 2, b: 1, c: 1, d: 1 });
    expect(described.config?.queueRateLimit?.metadata).toMatchObject({
      reason: "slow",
      updateIdentity: "me",
    });
    expect(described.effectiveRateLimit).toMatchObject({
      requestsPerSecond: 3,
      rateLimitSource: RateLimitSource.RATE_LIMIT_SOURCE_API,
    });
  });

  it("refuses limits that are no numbers and kinds of queues that there are not", async () => {
    const rateLimit = { requestsPerSecond: Number.NaN };
    await expect(configure("q", { updateQueueRateLimit: { rateLimit } })).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      publicMessage: expect.stringContaining("must be non-negative") as string,
    });
    await expect(configure("", {})).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    await expect(configure("q", { taskQueueType: 0 })).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    const reason = "r".repeat(1_001);
    await expect(configure("q", { updateQueueRateLimit: { reason } })).rejects.toMatchObject({
      publicMessage: expect.stringContaining("Reason field too long") as string,
    });
  });

  it("offers what waits again after kill -9, by priority", async () => {
    for (const [id, priorityKey] of [
      ["last", 5],
      ["middle", 0],
      ["first", 1],
    ] as const) {
      await cell.client.start(id, { priority: { priorityKey } });
    }
    await restartAfterKill();
    await eventually(async () => (await backlogCount()) === 3);

    const order: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      order.push((await cell.client.pollTask()).workflowExecution?.workflowId ?? "");
    }

    expect(order).toEqual(["first", "middle", "last"]);
  });

  it("keeps the place of a task that is polled while the store is away", async () => {
    await cell.client.start("waiting");
    await cell.client.start("other", { taskQueue: { name: "elsewhere" } });
    const signal = { namespace: NAMESPACE, workflowExecution: { workflowId: "other" }, signalName: "s" };
    await withoutDatabase(world.databaseUrl, async () => {
      // The flush that fails is that of another workflow: the one that waits is not given up with it.
      await expect(cell.client.call("SignalWorkflowExecution", signal)).rejects.toMatchObject({
        code: "UNAVAILABLE",
      });
      await expect(cell.client.pollTask(3_000)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    });

    const task = await eventually(async () => {
      const polled = await cell.client.pollTask(3_000);
      return polled.taskToken?.length ? polled : undefined;
    });
    expect(task.workflowExecution?.workflowId).toBe("waiting");
  });

  it("takes the tasks of ended and deleted workflows out of the line at once", async () => {
    for (let number = 0; number < 20; number += 1) await cell.client.start(`w${String(number)}`);
    expect(await backlogCount()).toBe(20);

    for (let number = 0; number < 20; number += 2) {
      const workflowExecution = { workflowId: `w${String(number)}` };
      const method = number % 4 === 0 ? "TerminateWorkflowExecution" : "DeleteWorkflowExecution";
      await cell.client.call(method, { namespace: NAMESPACE, workflowExecution });
    }

    await eventually(async () => (await backlogCount()) === 10);
    const { workflowExecution } = await cell.client.pollTask();
    expect(workflowExecution?.workflowId).toBe("w1");
  });
});
