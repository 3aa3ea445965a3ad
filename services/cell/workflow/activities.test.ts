// Activities from their scheduling to their end: attempts, timeouts, heartbeats and cancellation.
import { expect, test } from "vitest";
import { temporal } from "#contracts";
import { RunUnderTest } from "#harness/run-under-test";
import { cancelActivity, duration, payloads, scheduleActivity, valuesOf } from "#harness/task-commands";

const { RetryState, TimeoutType } = temporal.api.enums.v1;
const failure = { message: "no money", applicationFailureInfo: { type: "Declined" } };

function withActivity(more: Parameters<typeof scheduleActivity>[1] = {}): RunUnderTest {
  const run = new RunUnderTest();
  run.work([scheduleActivity("pay", more)]);
  return run;
}

function fail(run: RunUnderTest, how: temporal.api.failure.v1.IFailure = failure): void {
  const activity = run.startActivity("pay");
  run.do({ kind: "failActivity", activity, failure: how, lastHeartbeatDetails: null, identity: "w" });
}

test("an activity's result wakes the workflow", () => {
  const run = withActivity();
  const activity = run.startActivity("pay");
  expect(valuesOf(activity.response.input)).toEqual(["pay"]);
  run.do({ kind: "completeActivity", activity, result: payloads(1), identity: "w" });
  expect(run.eventNames.slice(4)).toEqual([
    "ActivityTaskScheduled",
    "ActivityTaskStarted",
    "ActivityTaskCompleted",
    "WorkflowTaskScheduled",
  ]);
});

test("C2: a second completion of the same activity is refused", () => {
  const run = withActivity();
  const activity = run.startActivity("pay");
  const complete = { kind: "completeActivity", activity, result: null, identity: "w" } as const;
  run.do(complete);
  expect(() => run.do(complete)).toThrow("invalid activityID");
  expect(run.eventNames.filter((name) => name === "ActivityTaskCompleted")).toHaveLength(1);
});

test("C2: the answer of an attempt that was given up is refused", () => {
  const run = withActivity({ startToCloseTimeout: duration(1_000) });
  const first = run.startActivity("pay");
  run.wakeUp();
  run.wakeUp();
  const second = run.startActivity("pay");
  expect(second.attempt).toBe(2);
  const complete = { kind: "completeActivity", result: null, identity: "w" } as const;
  expect(() => run.do({ ...complete, activity: first })).toThrow("invalid activityID");
  run.do({ ...complete, activity: second });
});

test("a failing activity is tried again with growing delays, and each retry is billed", () => {
  const run = withActivity();
  fail(run);
  expect(run.state.activities.get(5)).toMatchObject({ attempt: 2, isBackingOff: true });
  expect(() => run.startActivity("pay")).toThrow("not due yet");
  run.pass(1_000);
  run.do({ kind: "wake" });
  fail(run);
  run.pass(1_999);
  run.do({ kind: "wake" });
  expect(run.state.activities.get(5)?.isBackingOff).toBe(true);
  run.pass(1);
  run.do({ kind: "wake" });
  const activity = run.startActivity("pay");
  run.do({ kind: "completeActivity", activity, result: null, identity: "w" });
  const started = run.events.find((event) => event.activityTaskStartedEventAttributes != null);
  expect(started?.activityTaskStartedEventAttributes).toMatchObject({ attempt: 3, lastFailure: failure });
  expect(run.actions).toContainEqual({ kind: "retry_activity", count: 2 });
});

test("the failure may name the delay of the next attempt", () => {
  const run = withActivity();
  fail(run, { message: "later", applicationFailureInfo: { nextRetryDelay: duration(300_000) } });
  expect(run.state.activities.get(5)?.attemptScheduledAt).toBe(run.now + 300_000);
});

test.each([
  [
    "a failure that forbids retries",
    {},
    { ...failure, applicationFailureInfo: { nonRetryable: true } },
    RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE,
  ],
  [
    "a type the policy excludes",
    { retryPolicy: { nonRetryableErrorTypes: ["Declined"] } },
    failure,
    RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE,
  ],
  [
    "the last allowed attempt",
    { retryPolicy: { maximumAttempts: 1 } },
    failure,
    RetryState.RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED,
  ],
  [
    "too little time for another attempt",
    { scheduleToCloseTimeout: duration(500) },
    failure,
    RetryState.RETRY_STATE_TIMEOUT,
  ],
])("%s ends the activity", (_name, more, how, retryState) => {
  const run = withActivity(more);
  fail(run, how);
  const failed = run.events.at(-2)?.activityTaskFailedEventAttributes;
  expect(failed?.retryState).toBe(retryState);
});

test("schedule-to-start passes when no worker comes", () => {
  const run = withActivity({ scheduleToStartTimeout: duration(700) });
  run.wakeUp();
  const timedOut = run.events.at(-2)?.activityTaskTimedOutEventAttributes;
  expect(timedOut?.failure?.timeoutFailureInfo?.timeoutType).toBe(TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START);
  expect(run.eventNames).not.toContain("ActivityTaskStarted");
});

test("a missing heartbeat ends the attempt and tells the last one", () => {
  const run = withActivity({ heartbeatTimeout: duration(1_000), retryPolicy: { maximumAttempts: 1 } });
  const activity = run.startActivity("pay");
  run.pass(900);
  run.do({ kind: "heartbeatActivity", activity, details: payloads("half"), identity: "w" });
  run.pass(900);
  run.do({ kind: "wake" });
  expect(run.state.activities.size).toBe(1);
  run.wakeUp();
  const told = run.events.at(-2)?.activityTaskTimedOutEventAttributes?.failure;
  expect(told?.timeoutFailureInfo?.timeoutType).toBe(TimeoutType.TIMEOUT_TYPE_HEARTBEAT);
  expect(valuesOf(told?.timeoutFailureInfo?.lastHeartbeatDetails)).toEqual(["half"]);
});

test("the next attempt gets the heartbeat of the one before, also after a crash", () => {
  const run = withActivity({ retryPolicy: { initialInterval: duration(1) } });
  const activity = run.startActivity("pay");
  run.do({ kind: "heartbeatActivity", activity, details: payloads(7), identity: "w" });
  run.do({ kind: "failActivity", activity, failure, lastHeartbeatDetails: null, identity: "w" });
  run.crash();
  run.pass(1);
  run.do({ kind: "wake" });
  const { response } = run.startActivity("pay");
  expect(response.attempt).toBe(2);
  expect(valuesOf(response.heartbeatDetails)).toEqual([7]);
  expect(valuesOf(response.input)).toEqual(["pay"]);
});

test("an activity that no worker has is canceled at once", () => {
  const run = withActivity();
  run.signal("stop");
  run.work([cancelActivity(5)]);
  expect(run.eventNames.slice(-3)).toEqual([
    "ActivityTaskCancelRequested",
    "ActivityTaskCanceled",
    "WorkflowTaskScheduled",
  ]);
});

test("an activity scheduled and canceled in the same answer never runs", () => {
  const run = new RunUnderTest();
  run.work([scheduleActivity("pay"), cancelActivity(5)]);
  expect(run.eventNames.slice(4)).toEqual([
    "ActivityTaskScheduled",
    "ActivityTaskCancelRequested",
    "ActivityTaskCanceled",
    "WorkflowTaskScheduled",
  ]);
});

test("a running activity hears of its cancellation with its heartbeat and is not tried again", () => {
  const run = withActivity();
  const activity = run.startActivity("pay");
  const cancel = { kind: "cancelActivity", activity, details: null, identity: "w" } as const;
  expect(() => run.do(cancel)).toThrow("without activity being request canceled first");
  run.signal("stop");
  run.work([cancelActivity(5)]);
  const beat = run.do({ kind: "heartbeatActivity", activity, details: null, identity: "w" });
  expect(beat.result.isCancelRequested).toBe(true);
  run.do(cancel);
  expect(run.eventNames.slice(-2)).toEqual(["ActivityTaskCanceled", "WorkflowTaskScheduled"]);
});

test("an activity can be completed by its id before any worker has it", () => {
  const run = withActivity();
  run.do({ kind: "completeActivity", activity: { activityId: "pay" }, result: null, identity: "clerk" });
  expect(run.eventNames.slice(-3)).toEqual([
    "ActivityTaskStarted",
    "ActivityTaskCompleted",
    "WorkflowTaskScheduled",
  ]);
  const again = { kind: "completeActivity", activity: { activityId: "pay" }, result: null } as const;
  expect(() => run.do({ ...again, identity: "clerk" })).toThrow(
    "cannot find pending activity with ActivityID pay",
  );
});

test("a worker that wants its activities itself gets them in the answer", () => {
  const run = new RunUnderTest();
  const { eagerActivities } = run.work([scheduleActivity("pay", { requestEagerExecution: true })]);
  expect(eagerActivities).toMatchObject([{ scheduledEventId: 5, attempt: 1 }]);
  expect(run.effects.map(({ kind }) => kind)).not.toContain("offerActivityTask");
});

test("a result above the payload limit fails the activity", () => {
  const run = new RunUnderTest({ limits: { blobBytesMax: 100 } });
  run.work([scheduleActivity("pay")]);
  const activity = run.startActivity("pay");
  run.do({ kind: "completeActivity", activity, result: payloads("x".repeat(200)), identity: "w" });
  const failed = run.events.at(-2)?.activityTaskFailedEventAttributes;
  expect(failed?.failure?.message).toBe("Complete result exceeds size limit.");
});
