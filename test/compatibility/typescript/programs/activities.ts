// Activities: retries, failures, heartbeats, the four timeouts, cancellation, local and asynchronous completion.
import { ActivityCancellationType, ApplicationFailure, RetryState, TimeoutType } from "@temporalio/common";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import { eventTypes, execute, msOf, start, type Program } from "./program.ts";

const SIMPLE_ACTIVITY_EVENTS = [
  "WORKFLOW_EXECUTION_STARTED",
  "WORKFLOW_TASK_SCHEDULED",
  "WORKFLOW_TASK_STARTED",
  "WORKFLOW_TASK_COMPLETED",
  "ACTIVITY_TASK_SCHEDULED",
  "ACTIVITY_TASK_STARTED",
  "ACTIVITY_TASK_COMPLETED",
  "WORKFLOW_TASK_SCHEDULED",
  "WORKFLOW_TASK_STARTED",
  "WORKFLOW_TASK_COMPLETED",
  "WORKFLOW_EXECUTION_COMPLETED",
];

const timeoutPrograms: Program[] = (
  [
    ["startToClose", TimeoutType.START_TO_CLOSE],
    ["scheduleToStart", TimeoutType.SCHEDULE_TO_START],
    ["scheduleToClose", TimeoutType.SCHEDULE_TO_CLOSE],
    ["heartbeat", TimeoutType.HEARTBEAT],
  ] as const
).map(([kind, timeoutType]) => ({
  title: `an activity's ${kind} timeout is told to the workflow`,
  run: async (fixture) => {
    const failure = await execute(fixture, "activityTimeout", [kind]);
    // The last attempt's own timeout hides behind the end of the whole schedule.
    const seen =
      kind === "scheduleToClose"
        ? [TimeoutType.SCHEDULE_TO_CLOSE, TimeoutType.START_TO_CLOSE]
        : [timeoutType];
    expect(seen).toContain((failure as { timeoutType: TimeoutType }).timeoutType);
    expect(failure).toMatchObject({ activityType: "hang" });
  },
}));

export const activityPrograms: Program[] = [
  {
    title: "an activity leaves three events",
    run: async (fixture) => {
      const handle = await start(fixture, "greeting", ["Ada"]);
      expect(await handle.result()).toBe("Hello, Ada!");
      expect(await eventTypes(handle)).toEqual(SIMPLE_ACTIVITY_EVENTS);
    },
  },
  {
    title: "many activities run side by side",
    run: async (fixture) => {
      expect(await execute(fixture, "manyGreetings", [25])).toBe(25);
    },
  },
  {
    title: "an activity knows its own facts",
    run: async (fixture) => {
      expect(await execute(fixture, "activitySelf")).toEqual({
        activityType: "describeSelf",
        attempt: 1,
        isLocal: false,
        taskQueue: fixture.taskQueue,
        workflowType: "activitySelf",
        hasToken: true,
      });
    },
  },
  {
    title: "a failing activity is tried again, and its attempts leave no events",
    run: async (fixture) => {
      const handle = await start(fixture, "retriedActivity", [3]);
      expect(await handle.result()).toBe(3);
      expect(await eventTypes(handle)).toEqual(SIMPLE_ACTIVITY_EVENTS);
      const { events } = await handle.fetchHistory();
      const started = events?.[5]?.activityTaskStartedEventAttributes;
      expect(started?.attempt).toBe(3);
      expect(started?.lastFailure?.message).toBe("attempt 2");
    },
  },
  {
    title: "an activity's attempts end with its retry policy",
    run: async (fixture) => {
      expect(await execute(fixture, "activityFailure", ["Usual", false])).toEqual({
        retryState: RetryState.MAXIMUM_ATTEMPTS_REACHED,
        activityType: "failAs",
        message: "as asked",
        type: "Usual",
        nonRetryable: false,
        details: [{ why: "asked" }],
      });
    },
  },
  {
    title: "a non-retryable failure is not tried again",
    run: async (fixture) => {
      expect(await execute(fixture, "activityFailure", ["Usual", true])).toMatchObject({
        retryState: RetryState.NON_RETRYABLE_FAILURE,
        nonRetryable: true,
      });
    },
  },
  {
    title: "a failure type that the policy names is not tried again",
    run: async (fixture) => {
      expect(await execute(fixture, "activityFailure", ["Fatal", false])).toMatchObject({
        retryState: RetryState.NON_RETRYABLE_FAILURE,
        type: "Fatal",
      });
    },
  },
  {
    title: "a failure can say when to try again",
    run: async (fixture) => {
      const handle = await start(fixture, "delayedRetry");
      await handle.result();
      const { events } = await handle.fetchHistory();
      const attributes = events?.[5]?.activityTaskStartedEventAttributes;
      expect(attributes?.attempt).toBe(2);
      const times = [msOf(events?.[4]?.eventTime), msOf(events?.[5]?.eventTime)];
      expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(299);
    },
  },
  {
    title: "a new attempt gets the heartbeat of the one before",
    run: async (fixture) => {
      expect(await execute(fixture, "heartbeatResume")).toEqual({ attempt: 2, from: 2 });
    },
  },
  ...timeoutPrograms,
  {
    title: "a cancelled activity that tries to cancel is cancelled at once for the workflow",
    run: async (fixture) => {
      const handle = await start(fixture, "cancelActivity", [ActivityCancellationType.TRY_CANCEL, "throw"]);
      expect(await handle.result()).toBe("cancelled");
      expect(await eventTypes(handle)).toContain("ACTIVITY_TASK_CANCEL_REQUESTED");
    },
  },
  {
    title: "a workflow can wait for its activity to confirm the cancellation",
    run: async (fixture) => {
      const type = ActivityCancellationType.WAIT_CANCELLATION_COMPLETED;
      const handle = await start(fixture, "cancelActivity", [type, "throw"]);
      expect(await handle.result()).toBe("cancelled");
      expect(await eventTypes(handle)).toContain("ACTIVITY_TASK_CANCELED");
    },
  },
  {
    title: "an activity may finish although it was asked to cancel",
    run: async (fixture) => {
      const type = ActivityCancellationType.WAIT_CANCELLATION_COMPLETED;
      expect(await execute(fixture, "cancelActivity", [type, "swallow"])).toBe("finished anyway");
    },
  },
  {
    title: "an abandoned activity is not asked to cancel",
    run: async (fixture) => {
      const handle = await start(fixture, "cancelActivity", [ActivityCancellationType.ABANDON, "throw"]);
      expect(await handle.result()).toBe("cancelled");
      expect(await eventTypes(handle)).not.toContain("ACTIVITY_TASK_CANCEL_REQUESTED");
    },
  },
  {
    title: "a local activity leaves a marker only",
    run: async (fixture) => {
      const handle = await start(fixture, "localActivity", [2]);
      expect(await handle.result()).toEqual({ attempt: 2, isLocal: true });
      const types = await eventTypes(handle);
      expect(types.filter((type) => type === "MARKER_RECORDED")).toHaveLength(2);
      expect(types).not.toContain("ACTIVITY_TASK_SCHEDULED");
    },
  },
  {
    title: "an activity can be completed by someone else",
    run: async (fixture) => {
      const handle = await start(fixture, "completedElsewhere");
      const { client } = fixture;
      const activityId = await pendingActivity(handle);
      await client.activity.complete({ workflowId: handle.workflowId, activityId }, "from outside");
      expect(await handle.result()).toBe("from outside");
    },
  },
  {
    title: "an activity can be failed by someone else",
    run: async (fixture) => {
      const handle = await start(fixture, "completedElsewhere");
      const activityId = await pendingActivity(handle);
      const failure = ApplicationFailure.nonRetryable("refused", "Refused");
      await fixture.client.activity.fail({ workflowId: handle.workflowId, activityId }, failure);
      expect(await handle.result()).toBe("Refused");
    },
  },
  {
    title: "an activity completed twice is not found the second time",
    run: async (fixture) => {
      const handle = await start(fixture, "completedElsewhere");
      const activityId = await pendingActivity(handle);
      const id = { workflowId: handle.workflowId, activityId };
      await fixture.client.activity.complete(id, "once");
      await handle.result();
      await expect(fixture.client.activity.complete(id, "twice")).rejects.toThrow(/not found/i);
    },
  },
  {
    title: "a running activity is described as pending",
    run: async (fixture) => {
      const handle = await start(fixture, "completedElsewhere");
      await pendingActivity(handle);
      const { raw } = await handle.describe();
      expect(raw.pendingActivities).toHaveLength(1);
      expect(raw.pendingActivities?.[0]).toMatchObject({
        activityType: { name: "completeElsewhere" },
        attempt: 1,
        maximumAttempts: 1,
      });
      await handle.terminate();
    },
  },
];

/** The id of the workflow's activity once a worker has it. */
function pendingActivity(handle: Awaited<ReturnType<typeof start>>): Promise<string> {
  return eventually(async () => {
    const { raw } = await handle.describe();
    const pending = raw.pendingActivities?.[0];
    return pending?.lastStartedTime == null ? undefined : (pending.activityId ?? undefined);
  });
}
