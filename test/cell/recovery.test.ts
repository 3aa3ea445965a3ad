// What workers feel of a failure: a cell that is killed and comes back hands out tasks soon, and a poll whose caller is
// gone keeps no task from the next one.
import { afterEach, describe, expect, it } from "vitest";
import { durationOfMs, temporal } from "#contracts";
import { createPool } from "#shared/postgres";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { eventually } from "#harness/eventually";
import { startFixture } from "../compatibility/typescript/fixture.ts";
import { NAMESPACE, startTestCell, type CellClient, type TestCell } from "./cell-client.ts";

/** From the moment when the cell serves again. The SDK's own pause between polls is the largest part. */
const RECOVERY_LIMIT_MS = 15_000;
/** Far below the default workflow task timeout of 10 s. */
const HAND_OVER_LIMIT_MS = 3_000;

let database: TestDatabase | undefined;
let cell: TestCell | undefined;

afterEach(async () => {
  cell?.client.close();
  await cell?.process.kill();
  await database?.drop();
});

describe("a cell that is killed under a running worker", () => {
  it("gives the worker its next task soon after it is back", async () => {
    database = await createTestDatabase("cell_recovery");
    cell = await startTestCell(database.url);
    const { address } = cell;
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
    await cell.process.kill();
    cell = await startTestCell(database.url, { CELLPLANE_LISTEN_ADDRESS: address });
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
    database = await createTestDatabase("cell_gone_poller");
    cell = await startTestCell(database.url);
    const { client } = cell;
    await client.start("w");
    await goneDuringFlush(database.url, client, "PollWorkflowTaskQueue");

    const task = await client.pollTask(HAND_OVER_LIMIT_MS);
    expect(task.workflowExecution?.workflowId).toBe("w");
    await client.completeTask(task, [COMPLETE]);
  });

  it("keeps no activity from the next worker", async () => {
    database = await createTestDatabase("cell_gone_poller");
    cell = await startTestCell(database.url);
    const { client } = cell;
    await client.start("w");
    await client.completeTask(await client.pollTask(), [SCHEDULE]);
    await goneDuringFlush(database.url, client, "PollActivityTaskQueue");

    const task = await client.call<object, { activityId?: string; attempt?: number }>(
      "PollActivityTaskQueue",
      POLL,
      { deadlineMs: HAND_OVER_LIMIT_MS },
    );
    expect(task).toMatchObject({ activityId: "a", attempt: 2 });
  });
});

/** Polls, and goes when the task is given to the poll but that is not stored yet. */
async function goneDuringFlush(databaseUrl: string, client: CellClient, method: string): Promise<void> {
  const pool = createPool(databaseUrl, {
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
