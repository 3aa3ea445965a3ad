// Standalone activities paused, unpaused, reset and changed from outside, and how they are listed and counted.
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { expectGrpc, GRPC, msOf, type Program } from "./program.ts";
import { rawActivity, seconds, type RawActivity } from "./raw-activity.ts";
import { bytes, json } from "./raw-worker.ts";

const { ActivityExecutionStatus: Status, PendingActivityState: RunState } = temporal.api.enums.v1;

function beat({ raw, namespace }: Fixture, taskToken: Uint8Array | null | undefined) {
  return raw.recordActivityTaskHeartbeat({ namespace, taskToken: bytes(taskToken) });
}

const pausePrograms: Program[] = [
  {
    title: "standalone activity: a paused one is given to nobody until it is unpaused",
    run: async (fixture) => {
      const { raw } = fixture;
      const activity = rawActivity(fixture);
      await activity.start();
      const pause = { ...activity.target, identity: "me", reason: "why", requestId: "p" };
      await raw.pauseActivityExecution(pause);
      await raw.pauseActivityExecution(pause);
      expect(await activity.info()).toMatchObject({
        status: Status.ACTIVITY_EXECUTION_STATUS_PAUSED,
        runState: RunState.PENDING_ACTIVITY_STATE_PAUSED,
      });
      await expectGrpc(
        raw.pauseActivityExecution({ ...pause, requestId: "q" }),
        GRPC.FAILED_PRECONDITION,
        /activity is in non-pausable state Paused/,
      );
      expect(await activity.noTask()).toBe(true);
      await raw.unpauseActivityExecution({ ...activity.target, requestId: "u" });
      // A late repeat of the pause does not pause again.
      await raw.pauseActivityExecution(pause);
      const task = await activity.task();
      expect(task.attempt).toBe(1);
      await activity.complete(task);
    },
  },
  {
    title: "standalone activity: a running one that is paused is told, and held back when it fails",
    run: async (fixture) => {
      const { raw } = fixture;
      const activity = rawActivity(fixture, { retryPolicy: { initialInterval: seconds(0.1) } });
      await activity.start();
      const task = await activity.task();
      await raw.pauseActivityExecution(activity.target);
      expect(await activity.info()).toMatchObject({
        status: Status.ACTIVITY_EXECUTION_STATUS_RUNNING,
        runState: RunState.PENDING_ACTIVITY_STATE_PAUSE_REQUESTED,
      });
      expect((await beat(fixture, task.taskToken)).activityPaused).toBe(true);
      await activity.fail(task);
      expect(await activity.info()).toMatchObject({
        status: Status.ACTIVITY_EXECUTION_STATUS_PAUSED,
        attempt: 2,
      });
      await raw.unpauseActivityExecution(activity.target);
      const next = await activity.task();
      expect(next.attempt).toBe(2);
      await activity.complete(next);
      await expectGrpc(
        raw.unpauseActivityExecution(activity.target),
        GRPC.FAILED_PRECONDITION,
        /activity is in terminal state Completed/,
      );
    },
  },
  {
    title: "standalone activity: a running one that is paused may complete, or go on unpaused",
    run: async (fixture) => {
      const { raw } = fixture;
      const activity = rawActivity(fixture);
      await activity.start();
      const task = await activity.task();
      await raw.pauseActivityExecution(activity.target);
      await raw.unpauseActivityExecution(activity.target);
      expect((await activity.info()).runState).toBe(RunState.PENDING_ACTIVITY_STATE_STARTED);
      await expectGrpc(
        raw.unpauseActivityExecution(activity.target),
        GRPC.FAILED_PRECONDITION,
        /activity is in non-unpausable state Started/,
      );
      await raw.pauseActivityExecution(activity.target);
      await activity.complete(task);
      expect((await activity.info()).status).toBe(Status.ACTIVITY_EXECUTION_STATUS_COMPLETED);
    },
  },
  {
    title: "standalone activity: a paused one is canceled at once, and can be completed by its id",
    run: async (fixture) => {
      const { raw, namespace } = fixture;
      const canceled = rawActivity(fixture);
      await canceled.start();
      await raw.pauseActivityExecution(canceled.target);
      await raw.requestCancelActivityExecution(canceled.target);
      expect((await canceled.info()).status).toBe(Status.ACTIVITY_EXECUTION_STATUS_CANCELED);
      const completed = rawActivity(fixture);
      await completed.start();
      await raw.pauseActivityExecution(completed.target);
      await raw.respondActivityTaskCompletedById({ namespace, activityId: completed.id });
      expect((await completed.info()).status).toBe(Status.ACTIVITY_EXECUTION_STATUS_COMPLETED);
    },
  },
];

const resetPrograms: Program[] = [
  {
    title: "standalone activity: a reset of one that waits begins at the first attempt, at once",
    run: async (fixture) => {
      const activity = rawActivity(fixture, { retryPolicy: { initialInterval: seconds(500) } });
      await activity.start();
      await activity.fail(await activity.task());
      expect(await activity.info()).toMatchObject({ attempt: 2 });
      await fixture.raw.resetActivityExecution(activity.target);
      const task = await activity.task();
      expect(task.attempt).toBe(1);
      await activity.complete(task);
      await expectGrpc(
        fixture.raw.resetActivityExecution(activity.target),
        GRPC.FAILED_PRECONDITION,
        /activity execution is not running/,
      );
    },
  },
  {
    title: "standalone activity: a reset of one that runs takes effect when the worker gives it back",
    run: async (fixture) => {
      const { raw } = fixture;
      const activity = rawActivity(fixture, { retryPolicy: { initialInterval: seconds(0.1) } });
      await activity.start();
      await activity.fail(await activity.task());
      const task = await activity.task();
      expect(task.attempt).toBe(2);
      await raw.resetActivityExecution({ ...activity.target, requestId: "r" });
      await raw.resetActivityExecution({ ...activity.target, requestId: "r" });
      await expectGrpc(
        raw.resetActivityExecution({ ...activity.target, requestId: "s" }),
        GRPC.FAILED_PRECONDITION,
        /cannot reset an activity with a pending reset/,
      );
      expect((await beat(fixture, task.taskToken)).activityReset).toBe(true);
      expect((await activity.info()).runState).toBe(RunState.PENDING_ACTIVITY_STATE_STARTED);
      await activity.fail(task);
      const again = await activity.task();
      expect(again.attempt).toBe(1);
      await activity.complete(again);
    },
  },
  {
    title: "standalone activity: a reset may keep the pause, and clear the heartbeat",
    run: async (fixture) => {
      const { raw } = fixture;
      const activity = rawActivity(fixture, { retryPolicy: { initialInterval: seconds(0.1) } });
      await activity.start();
      const task = await activity.task();
      await raw.recordActivityTaskHeartbeat({
        namespace: fixture.namespace,
        taskToken: bytes(task.taskToken),
        details: { payloads: [json("half")] },
      });
      await raw.pauseActivityExecution(activity.target);
      await raw.resetActivityExecution({ ...activity.target, keepPaused: true, resetHeartbeat: true });
      expect((await activity.info()).runState).toBe(RunState.PENDING_ACTIVITY_STATE_PAUSE_REQUESTED);
      await activity.fail(task);
      const paused = await activity.info();
      expect(paused).toMatchObject({ status: Status.ACTIVITY_EXECUTION_STATUS_PAUSED, attempt: 1 });
      expect(paused.heartbeatDetails ?? null).toBeNull();
      await raw.resetActivityExecution({ ...activity.target, keepPaused: true });
      expect((await activity.info()).status).toBe(Status.ACTIVITY_EXECUTION_STATUS_PAUSED);
      await raw.resetActivityExecution(activity.target);
      await activity.complete(await activity.task());
    },
  },
];

const optionPrograms: Program[] = [
  {
    title: "standalone activity: options are changed by field, and put back",
    run: async (fixture) => {
      const { raw } = fixture;
      const activity = rawActivity(fixture);
      await activity.start({ heartbeatTimeout: seconds(30), scheduleToCloseTimeout: seconds(100) });
      const change = (paths: string[], activityOptions: object) =>
        raw.updateActivityExecutionOptions({ ...activity.target, updateMask: { paths }, activityOptions });
      const changed = await change(
        ["start_to_close_timeout", "retry_policy.maximum_attempts", "priority.priority_key"],
        {
          startToCloseTimeout: seconds(20),
          retryPolicy: { maximumAttempts: 7 },
          priority: { priorityKey: 3 },
        },
      );
      expect(msOf(changed.activityOptions?.startToCloseTimeout)).toBe(20_000);
      expect(msOf(changed.activityOptions?.heartbeatTimeout)).toBe(20_000);
      expect(changed.activityOptions?.retryPolicy?.maximumAttempts).toBe(7);
      expect((await activity.info()).priority?.priorityKey).toBe(3);
      const restored = await raw.updateActivityExecutionOptions({
        ...activity.target,
        restoreOriginal: true,
      });
      expect(msOf(restored.activityOptions?.heartbeatTimeout)).toBe(30_000);
      const { target } = activity;
      await expectGrpc(
        raw.updateActivityExecutionOptions(target),
        GRPC.INVALID_ARGUMENT,
        /ActivityOptions are not provided/,
      );
      await expectGrpc(
        raw.updateActivityExecutionOptions({ ...target, activityOptions: {} }),
        GRPC.INVALID_ARGUMENT,
        /UpdateMask is not provided/,
      );
      await expectGrpc(change([], {}), GRPC.INVALID_ARGUMENT, /UpdateMask must specify at least one path/);
      await expectGrpc(
        change(["nonsense"], {}),
        GRPC.INVALID_ARGUMENT,
        /unsupported update_mask path: "nonsense"/,
      );
      await expectGrpc(
        change(["heartbeat_timeout"], { heartbeatTimeout: seconds(-1) }),
        GRPC.INVALID_ARGUMENT,
        /invalid HeartbeatTimeout: negative duration/,
      );
      await expectGrpc(change(["task_queue.name"], {}), GRPC.INVALID_ARGUMENT, /taskQueue is not set/);
      await expectGrpc(
        change(["start_delay"], { startDelay: seconds(5) }),
        GRPC.FAILED_PRECONDITION,
        /start_delay/,
      );
      await raw.terminateActivityExecution(target);
      await expectGrpc(
        change(["priority"], { priority: {} }),
        GRPC.FAILED_PRECONDITION,
        /Cannot update options for activity in state Terminated/,
      );
    },
  },
  {
    title: "standalone activity: a changed task queue and a changed start delay hold from then on",
    run: async (fixture) => {
      const { raw } = fixture;
      const other = rawActivity(fixture);
      const activity = rawActivity(fixture);
      await activity.start({ startDelay: seconds(500) });
      await raw.updateActivityExecutionOptions({
        ...activity.target,
        updateMask: { paths: ["task_queue.name", "start_delay"] },
        activityOptions: { taskQueue: { name: other.taskQueue }, startDelay: seconds(0) },
      });
      const task = await other.task();
      expect(task.activityId).toBe(activity.id);
      await activity.complete(task);
    },
  },
  {
    title: "standalone activity: a worker keeps its token when options change",
    run: async (fixture) => {
      const activity = rawActivity(fixture);
      await activity.start();
      const task = await activity.task();
      await fixture.raw.updateActivityExecutionOptions({
        ...activity.target,
        updateMask: { paths: ["heartbeat_timeout"] },
        activityOptions: { heartbeatTimeout: seconds(30) },
      });
      await beat(fixture, task.taskToken);
      await activity.complete(task);
    },
  },
];

interface Listed {
  types: (string | null | undefined)[];
  count: number;
}

async function found(fixture: Fixture, query: string): Promise<Listed> {
  const { namespace, raw } = fixture;
  const { executions } = await raw.listActivityExecutions({ namespace, query });
  const { count } = await raw.countActivityExecutions({ namespace, query });
  return { types: executions.map(({ activityType }) => activityType?.name).sort(), count: Number(count) };
}

/** Three activities: one completed, one terminated, one open. */
async function three(fixture: Fixture): Promise<RawActivity[]> {
  const one = rawActivity(fixture, { activityType: { name: "One" } });
  const two = rawActivity(fixture, { activityType: { name: "Two" } });
  const open = rawActivity(fixture, {
    activityType: { name: "Open" },
    searchAttributes: { indexedFields: { ContractKeyword: json("open one") } },
  });
  for (const activity of [one, two, open]) await activity.start();
  await one.complete(await one.task());
  await fixture.raw.terminateActivityExecution(two.target);
  return [one, two, open];
}

const listPrograms: Program[] = [
  {
    title: "standalone activity: lists and counts understand the filter language",
    run: async (fixture) => {
      const [one, two, open] = await three(fixture);
      const ids = [one, two, open].map((activity) => `'${activity?.id ?? ""}'`).join(", ");
      const all = `ActivityId in (${ids})`;
      await eventually(async () => ((await found(fixture, all)).count === 3 ? true : undefined));
      await eventually(async () =>
        (await found(fixture, `${all} and ExecutionStatus = 'Running'`)).count === 1 ? true : undefined,
      );
      const types = async (query: string): Promise<unknown> =>
        (await found(fixture, `${all} and ${query}`)).types;
      expect(await types("ExecutionStatus = 'Completed'")).toEqual(["One"]);
      expect(await types("ExecutionStatus != 'Running'")).toEqual(["One", "Two"]);
      expect(await types("ActivityType STARTS_WITH 'O'")).toEqual(["One", "Open"]);
      expect(await types("CloseTime is null")).toEqual(["Open"]);
      expect(await types(`TaskQueue = '${two?.taskQueue ?? ""}'`)).toEqual(["Two"]);
      expect(await types("ContractKeyword = 'open one'")).toEqual(["Open"]);
      expect(await types("not ActivityType = 'Two'")).toEqual(["One", "Open"]);
      expect(await types("ExecutionStatus = 'NoSuchStatus'")).toEqual([]);
      const refused = (query: string, message: RegExp): Promise<void> =>
        expectGrpc(
          fixture.raw.listActivityExecutions({ namespace: fixture.namespace, query }),
          GRPC.INVALID_ARGUMENT,
          message,
        );
      await refused("NoSuchField = 1", /NoSuchField/);
      await refused("ActivityType = 1", /ActivityType/);
      await refused("ExecutionStatus = 1", /ExecutionStatus/);
      const { groups } = await fixture.raw.countActivityExecutions({
        namespace: fixture.namespace,
        query: `${all} GROUP BY ExecutionStatus`,
      });
      const counts = groups.map(({ groupValues, count }) => [
        Buffer.from(groupValues?.[0]?.data ?? []).toString(),
        Number(count),
      ]);
      expect(counts.sort()).toEqual([
        ['"Completed"', 1],
        ['"Running"', 1],
        ['"Terminated"', 1],
      ]);
      // Workflows and activities are told apart.
      const { executions } = await fixture.raw.listWorkflowExecutions({
        namespace: fixture.namespace,
        query: `WorkflowId in (${ids})`,
      });
      expect(executions).toEqual([]);
      await fixture.raw.terminateActivityExecution(open?.target ?? {});
    },
  },
  {
    title: "standalone activity: a list comes in pages",
    run: async (fixture) => {
      const [one, two, open] = await three(fixture);
      const ids = [one, two, open].map((activity) => `'${activity?.id ?? ""}'`).join(", ");
      const query = `ActivityId in (${ids})`;
      await eventually(async () => ((await found(fixture, query)).count === 3 ? true : undefined));
      const seen: (string | null | undefined)[] = [];
      let nextPageToken: Uint8Array | undefined;
      for (let page = 0; page < 5 && nextPageToken?.length !== 0; page += 1) {
        const list = await fixture.raw.listActivityExecutions({
          namespace: fixture.namespace,
          query,
          pageSize: 1,
          ...(nextPageToken === undefined ? {} : { nextPageToken }),
        });
        seen.push(...list.executions.map(({ activityId }) => activityId));
        nextPageToken = list.nextPageToken;
      }
      expect(seen.sort()).toEqual([one?.id, two?.id, open?.id].sort());
      await fixture.raw.terminateActivityExecution(open?.target ?? {});
    },
  },
];

export const standaloneActivityChangePrograms: Program[] = [
  ...pausePrograms,
  ...resetPrograms,
  ...optionPrograms,
  ...listPrograms,
];
