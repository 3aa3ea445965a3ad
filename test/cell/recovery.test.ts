// What workers feel of a failure: a cell that is killed and comes back hands out tasks soon, and a poll whose caller is
// gone keeps no task from the next one.
import { describe, expect, it } from "vitest";
import { durationOfMs, temporal } from "#contracts";
import { createPool } from "#shared/postgres";
import { eventually } from "#harness/eventually";
import { startFixture } from "../compatibility/typescript/fixture.ts";
import { NAMESPACE, type CellClient } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

/** From the moment when the cell serves again. The SDK's own pause between polls is the largest part. */
const RECOVERY_LIMIT_MS = 15_000;
/** Far below the default workflow task timeout of 10 s. */
const HAND_OVER_LIMIT_MS = 3_000;

const world = cellWorld("cell_recovery");

describe("a cell that is killed under a running worker", () => {
  it("gives the worker its next task soon after it is back", async () => {
    const { address } = await world.start();
    const fixture = await startFixture({
      address,
      httpAddress: address,
      namespace: NAMESPACE,
      metadata: {},
      stop: () => Promise.resolve(),
    });
    const { client, taskQueue } = fixture;
    const run = (name: string): Promise<unknown> =>
      client.workflow.execute("echo", { taskQueue, workflowId: fixture.id(name), args: [1] });
    await run("before");
    await world.restart();
    const servedAt = performance.now();
    await eventually(() => run("after").then(() => true), {
      limitMs: RECOVERY_LIMIT_MS,
      what: "the worker's next task",
    });
    const now = performance.now();
    await fixture.stop();

    expect(now - servedAt).toBeLessThan(RECOVERY_LIMIT_MS);
  });
});

const COMPLETE: temporal.api.command.v1.ICommand = {
  commandType: temporal.api.enums.v1.CommandType.COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION,
  completeWorkflowExecutionCommandAttributes: {},
};

const SCHEDULE: temporal.api.command.v1.ICommand = {
  commandType: temporal.api.enums.v1.CommandType.COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK,
  scheduleActivityTaskCommandAttributes: {
    activityId: "a",
    activityType: { name: "a" },
    taskQueue: { name: "q" },
    startToCloseTimeout: durationOfMs(60_000),
    retryPolicy: { initialInterval: durationOfMs(100) },
  },
};

const POLL = { namespace: NAMESPACE, taskQueue: { name: "q" }, identity: "gone" };

describe("a poll whose caller goes while a task is handed to it", () => {
  it("keeps no workflow task from the next worker", async () => {
    const { client } = await world.start();
    await client.start("w");
    await goneDuringFlush(client, "PollWorkflowTaskQueue");

    const task = await client.pollTask(HAND_OVER_LIMIT_MS);
    expect(task.workflowExecution?.workflowId).toBe("w");
    await client.completeTask(task, [COMPLETE]);
  });

  it("keeps no activity from the next worker", async () => {
    const { client } = await world.start();
    await client.start("w");
    await client.completeTask(await client.pollTask(), [SCHEDULE]);
    await goneDuringFlush(client, "PollActivityTaskQueue");

    const task = await client.call<object, { activityId?: string; attempt?: number }>(
      "PollActivityTaskQueue",
      POLL,
      { deadlineMs: HAND_OVER_LIMIT_MS },
    );
    expect(task).toMatchObject({ activityId: "a", attempt: 2 });
  });
});

/** Polls, and goes when the task is given to the poll but that is not stored yet. */
async function goneDuringFlush(client: CellClient, method: string): Promise<void> {
  const pool = createPool(world.databaseUrl, {
    connectionsMax: 2,
    statementTimeoutMs: 10_000,
    applicationName: "test",
  });
  const holder = await pool.connect();
  try {
    await holder.query("BEGIN");
    await holder.query("LOCK TABLE executions IN ACCESS EXCLUSIVE MODE");
    const abort = new AbortController();
    const lost = client.call(method, POLL, { signal: abort.signal, deadlineMs: 30_000 });
    lost.catch(() => undefined);
    await eventually(
      async () => {
        const { rowCount } = await pool.query(
          "SELECT FROM pg_locks WHERE NOT granted AND relation = 'executions'::regclass",
        );
        return rowCount !== 0;
      },
      { what: "the flush waits" },
    );
    abort.abort();
    await expect(lost).rejects.toMatchObject({ code: "CANCELLED" });
    // On the same connection: when it is answered, the cell knows of the cancellation too.
    await client.grpc.call("/grpc.health.v1.Health/Check", new Uint8Array());
    await holder.query("ROLLBACK");
  } finally {
    holder.release();
    await pool.end();
  }
}
