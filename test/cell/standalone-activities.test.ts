// Activities without a workflow are as durable as workflows: nothing acknowledged is lost by kill -9, memory may be
// smaller than what is open, what is deleted or past its retention is gone with its bytes.
import { durationOfMs, temporal } from "#contracts";
import { describe, expect, it } from "vitest";
import { eventually } from "#harness/eventually";
import { NAMESPACE, type CellClient } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

type Start = temporal.api.workflowservice.v1.IStartActivityExecutionRequest;
type Task = temporal.api.workflowservice.v1.IPollActivityTaskQueueResponse;
type Described = temporal.api.workflowservice.v1.IDescribeActivityExecutionResponse;
type Polled = temporal.api.workflowservice.v1.IPollActivityExecutionResponse;

const { ActivityExecutionStatus: Status } = temporal.api.enums.v1;
const CONTROL = { service: "cellplane.cell.v1.CellControlService" };
/** Four times what memory holds. */
const ACTIVITIES = 400;

const world = cellWorld("cell_standalone");

function start(client: CellClient, activityId: string, more: Start = {}): Promise<{ runId?: string }> {
  return client.call("StartActivityExecution", {
    namespace: NAMESPACE,
    activityId,
    activityType: { name: "t" },
    taskQueue: { name: "q" },
    requestId: `request-${activityId}`,
    startToCloseTimeout: durationOfMs(60_000),
    ...more,
  } satisfies Start);
}

function poll(client: CellClient, deadlineMs = 10_000): Promise<Task> {
  const request = { namespace: NAMESPACE, taskQueue: { name: "q" }, identity: "test" };
  return client.call("PollActivityTaskQueue", request, { deadlineMs });
}

async function complete(client: CellClient, { taskToken }: Task): Promise<void> {
  const result = { payloads: [{ data: Buffer.from("done") }] };
  await client.call("RespondActivityTaskCompleted", { namespace: NAMESPACE, taskToken, result });
}

async function statusOf(client: CellClient, activityId: string): Promise<number> {
  const request = { namespace: NAMESPACE, activityId };
  const { info } = await client.call<object, Described>("DescribeActivityExecution", request);
  return info?.status ?? 0;
}

const LEFT = "select count(*)::int as left from standalone_executions";
const BYTES = "select coalesce(sum(bytes), 0)::int as bytes from storage_levels";

describe("standalone activities and kill -9", () => {
  it("C1: what was acknowledged goes on: offered, with a worker, waiting for its retry, closed", async () => {
    let { client } = await world.start();
    await start(client, "closed", { input: { payloads: [{ data: Buffer.alloc(10_000, 1) }] } });
    await complete(client, await poll(client));
    await start(client, "running", { heartbeatTimeout: durationOfMs(30_000) });
    const running = await poll(client);
    await start(client, "retrying", { retryPolicy: { initialInterval: durationOfMs(1_500) } });
    const { taskToken } = await poll(client);
    await client.call("RespondActivityTaskFailed", { namespace: NAMESPACE, taskToken });
    await start(client, "offered");

    ({ client } = await world.restart());
    const polled = await client.call<object, Polled>("PollActivityExecution", {
      namespace: NAMESPACE,
      activityId: "closed",
    });
    expect(Buffer.from(polled.outcome?.result?.payloads?.[0]?.data ?? []).toString()).toBe("done");
    const tasks = [await poll(client), await poll(client)];
    expect(tasks.map(({ activityId, attempt }) => [activityId, attempt]).sort()).toEqual([
      ["offered", 1],
      ["retrying", 2],
    ]);
    await complete(client, running);
    for (const task of tasks) await complete(client, task);
    for (const id of ["closed", "running", "retrying", "offered"]) {
      expect(await statusOf(client, id)).toBe(Status.ACTIVITY_EXECUTION_STATUS_COMPLETED);
    }
  });

  it("C2: a completion counts once, before and after", async () => {
    let { client } = await world.start();
    await start(client, "once");
    const task = await poll(client);
    await complete(client, task);
    ({ client } = await world.restart());
    await expect(complete(client, task)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await start(client, "once")).toMatchObject({ started: false });
  });

  it("times out what a worker took before and lost", async () => {
    let { client } = await world.start();
    const once = { retryPolicy: { maximumAttempts: 1 }, startToCloseTimeout: durationOfMs(2_000) };
    await start(client, "lost", once);
    await poll(client);
    ({ client } = await world.restart());
    const { outcome } = await client.call<object, Polled>(
      "PollActivityExecution",
      { namespace: NAMESPACE, activityId: "lost" },
      { deadlineMs: 15_000 },
    );
    expect(outcome?.failure?.message).toBe("activity StartToClose timeout");
  });

  it("U1, U2: actions are counted once, whatever is repeated or killed", async () => {
    let { client } = await world.start();
    await start(client, "a");
    await start(client, "a");
    const task = await poll(client);
    const { taskToken } = task;
    await client.call("RecordActivityTaskHeartbeat", { namespace: NAMESPACE, taskToken });
    const pause = { namespace: NAMESPACE, activityId: "a", requestId: "p" };
    await client.call("PauseActivityExecution", pause);
    await client.call("PauseActivityExecution", pause);
    ({ client } = await world.restart());
    await client.call("PauseActivityExecution", pause);
    await complete(client, task);
    expect(await client.actionTotals()).toEqual({
      start_standalone_activity: 1,
      record_standalone_activity_heartbeat: 1,
      pause_standalone_activity: 1,
    });
  });
});

describe("a cell with more open standalone activities than memory", () => {
  it("runs each through a start delay to its end, once", async () => {
    const { client } = await world.start({ CELLPLANE_EXECUTIONS_MAX: "100" });
    for (let number = 0; number < ACTIVITIES; number += 20) {
      const ids = Array.from({ length: 20 }, (_, place) => `a-${number + place}`);
      await Promise.all(ids.map((id) => start(client, id, { startDelay: durationOfMs(3_000) })));
    }
    const completed: string[] = [];
    const worker = async (): Promise<void> => {
      for (let empty = 0; completed.length < ACTIVITIES && empty < 20;) {
        const task = await poll(client, 4_000);
        if ((task.activityId ?? "") === "") {
          empty += 1;
          continue;
        }
        await complete(client, task);
        completed.push(task.activityId ?? "");
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    expect(new Set(completed).size).toBe(ACTIVITIES);
    expect(completed).toHaveLength(ACTIVITIES);
    const query = "ExecutionStatus = 'Completed'";
    const { count } = await client.call<object, { count?: unknown }>("CountActivityExecutions", {
      namespace: NAMESPACE,
      query,
    });
    expect(Number(count)).toBe(ACTIVITIES);
  });
});

describe("deletion of standalone activities", () => {
  it("removes a closed one when its retention has passed, and its storage stops counting", async () => {
    let { client } = await world.start();
    await start(client, "a");
    await client.call("TerminateActivityExecution", { namespace: NAMESPACE, activityId: "a" });
    await world.cell.process.stop();
    await world.rows("update standalone_executions set delete_at = 1000");
    ({ client } = await world.start());
    await eventually(async () => (await world.rows(LEFT))[0]?.["left"] === 0);
    await expect(statusOf(client, "a")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await client.readCounters();
    expect(await world.rows(BYTES)).toEqual([{ bytes: 0 }]);
  });

  it("removes one on request, open or not, and a later run of its id stays", async () => {
    const { client } = await world.start();
    const { runId } = await start(client, "a");
    await client.call("TerminateActivityExecution", { namespace: NAMESPACE, activityId: "a" });
    await start(client, "a", { requestId: "again" });
    await client.call("DeleteActivityExecution", { namespace: NAMESPACE, activityId: "a", runId });
    expect(await statusOf(client, "a")).toBe(Status.ACTIVITY_EXECUTION_STATUS_RUNNING);
    await client.call("DeleteActivityExecution", { namespace: NAMESPACE, activityId: "a" });
    await expect(statusOf(client, "a")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await world.rows(LEFT)).toEqual([{ left: 0 }]);
    await client.readCounters();
    expect(await world.rows(BYTES)).toEqual([{ bytes: 0 }]);
  });

  it("U3: takes its bytes off once, however many ask for it at once", async () => {
    const { client } = await world.start();
    await start(client, "stays");
    await start(client, "goes");
    await client.call("TerminateActivityExecution", { namespace: NAMESPACE, activityId: "goes" });
    const remove = () => client.call("DeleteActivityExecution", { namespace: NAMESPACE, activityId: "goes" });
    await Promise.allSettled(Array.from({ length: 8 }, remove));
    await client.readCounters();
    const stored = "select sum(state_size_bytes)::int as bytes from standalone_executions";
    expect(await world.rows(BYTES)).toEqual(await world.rows(stored));
  });

  it("takes them along with their namespace", async () => {
    const { client } = await world.start();
    const namespaceId = "00000000-0000-4000-8000-000000000001";
    const namespace = { name: "gone", namespaceId, retentionDays: 3, generation: 1 };
    await client.call("ApplyNamespace", { namespace }, CONTROL);
    await start(client, "a", { namespace: "gone" });
    await client.call("DeleteNamespace", { namespace: "gone", namespaceId }, CONTROL);
    await eventually(async () => (await world.rows(LEFT))[0]?.["left"] === 0);
    await client.readCounters();
    expect(await world.rows(BYTES)).toEqual([{ bytes: 0 }]);
  });
});

describe("a flush of standalone activities that fails", () => {
  it("is told as UNAVAILABLE and leaves nothing behind; what was there goes on", async () => {
    const { client } = await world.start();
    await start(client, "before");
    await world.rows("alter table standalone_executions add constraint no_broken check (id <> 'broken')");
    await expect(start(client, "broken")).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await world.rows("alter table standalone_executions drop constraint no_broken");
    await eventually(() => start(client, "after").then(() => true));
    const ids = [(await poll(client)).activityId, (await poll(client)).activityId];
    expect(ids.sort()).toEqual(["after", "before"]);
    await expect(statusOf(client, "broken")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
