// Runs that end and go on: continue-as-new, workflow retry, cron, timeouts; and what a close means for the family.
import { expect, test } from "vitest";
import { temporal } from "#contracts";
import { RunUnderTest } from "#harness/run-under-test";
import {
  completeWorkflow,
  continueAsNew,
  duration,
  failWorkflow,
  payload,
  startChild,
  valuesOf,
} from "#harness/task-commands";
import { pendingEffects, startExecution, type NewRun, type StartChild } from "./index.ts";
import { isSettled } from "./pending-effects.ts";

const { ParentClosePolicy, RetryState, WorkflowExecutionStatus } = temporal.api.enums.v1;

function close(run: RunUnderTest, command: Parameters<RunUnderTest["work"]>[0][number]): NewRun | undefined {
  const task = run.startTask();
  const request = { commands: [command], identity: "w" };
  return run.do({ kind: "completeWorkflowTask", task, request }).newRun;
}

function startedOf(
  next: NewRun | undefined,
): temporal.api.history.v1.IWorkflowExecutionStartedEventAttributes {
  return next?.outcome.batches[0]?.events[0]?.workflowExecutionStartedEventAttributes ?? {};
}

test("continue-as-new begins the next run with what the command says and the rest of this one", () => {
  const run = new RunUnderTest({ request: { memo: { fields: { old: payload(1) } } } });
  run.pass(5_000);
  const next = close(run, continueAsNew({ workflowType: { name: "order-v2" } }));
  expect(run.state.status).toBe(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW);
  expect(next?.state).toMatchObject({
    workflowId: "order-1",
    workflowType: "order-v2",
    taskQueue: "orders",
    continuedRunId: run.state.runId,
    firstRunId: run.state.runId,
    memo: {},
  });
  expect(next?.state.runId).toBe(run.state.newRunId);
  expect(valuesOf(startedOf(next).input)).toEqual(["next"]);
  expect(next?.state.workflowTask?.scheduledEventId).toBe(2);
  expect(run.actions).toContainEqual({ kind: "continue_as_new_workflow", count: 1 });
  expect(next?.outcome.actions).toEqual([]);
});

test("a chain that continues at once is slowed down to one run per second", () => {
  const run = new RunUnderTest();
  run.pass(300);
  const next = close(run, continueAsNew());
  expect(next?.state.firstTaskAt).toBe(run.now + 700);
});

test("a failed run is tried again as its policy says, with the same input", () => {
  const run = new RunUnderTest({
    request: {
      input: { payloads: [payload("in")] },
      retryPolicy: { initialInterval: duration(2_000), maximumAttempts: 2 },
    },
  });
  run.pass(5_000);
  run.crash();
  const next = close(run, failWorkflow("x"));
  const failed = run.events.at(-1)?.workflowExecutionFailedEventAttributes;
  expect(failed?.retryState).toBe(RetryState.RETRY_STATE_IN_PROGRESS);
  expect(failed?.newExecutionRunId).toBe(next?.state.runId);
  expect(next?.state).toMatchObject({ attempt: 2, firstTaskAt: run.now + 2_000 });
  expect(valuesOf(startedOf(next).input)).toEqual(["in"]);
  expect(startedOf(next).continuedFailure).toMatchObject({ message: "x" });
  expect(next?.outcome.actions).toEqual([]);
});

test.each([
  ["without a policy", {}, "E", RetryState.RETRY_STATE_RETRY_POLICY_NOT_SET],
  [
    "of a type that is not retried",
    { retryPolicy: { nonRetryableErrorTypes: ["E"] } },
    "E",
    RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE,
  ],
  [
    "at the last attempt",
    { retryPolicy: { maximumAttempts: 1 } },
    "E",
    RetryState.RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED,
  ],
])("a failure %s ends the chain", (_name, request, type, retryState) => {
  const run = new RunUnderTest({ request });
  expect(close(run, failWorkflow("x", type))).toBeUndefined();
  expect(run.events.at(-1)?.workflowExecutionFailedEventAttributes?.retryState).toBe(retryState);
});

test("a cron workflow runs again at its next time and hands its result on", () => {
  const run = new RunUnderTest({ request: { cronSchedule: "*/5 * * * *" } });
  run.wakeUp();
  const next = close(run, completeWorkflow("first"));
  expect(valuesOf(startedOf(next).lastCompletionResult)).toEqual(["first"]);
  expect(next?.state.executionAt).toBe(run.state.executionAt + 300_000);
  expect(next?.outcome.actions).toEqual([]);
});

test("a run that lives too long times out, and its execution's time is over for good", () => {
  const retryPolicy = { initialInterval: duration(1) };
  const run = new RunUnderTest({
    request: {
      workflowRunTimeout: duration(60_000),
      workflowExecutionTimeout: duration(90_000),
      retryPolicy,
    },
  });
  run.pass(55_000);
  run.startTask();
  run.pass(5_000);
  const { newRun } = run.do({ kind: "wake" });
  expect(run.eventNames.slice(-2)).toEqual(["WorkflowTaskFailed", "WorkflowExecutionTimedOut"]);
  expect(newRun?.state.runExpiresAt).toBe(newRun?.state.executionExpiresAt);
});

function withChild(policy?: temporal.api.enums.v1.ParentClosePolicy): RunUnderTest {
  const run = new RunUnderTest();
  run.work([startChild("ship-1", policy === undefined ? {} : { parentClosePolicy: policy })]);
  return run;
}

test("a child is started from the effect, and its end is the parent's event", () => {
  const run = withChild();
  const effect = run.effects.find((one): one is StartChild => one.kind === "startChild");
  if (effect === undefined) throw new Error("a child must be started");
  const child = startExecution(effect.input, run.context());
  expect(child.outcome.actions).toEqual([]);
  expect(run.actions).toContainEqual({ kind: "start_child_workflow", count: 2 });
  const { runId } = child.state;
  run.do({ kind: "childStarted", initiatedEventId: 5, runId });
  run.do({ kind: "childStarted", initiatedEventId: 5, runId });
  const closeEvent = { workflowExecutionCompletedEventAttributes: { result: { payloads: [payload(9)] } } };
  const closed = {
    kind: "childClosed",
    initiatedEventId: 5,
    workflowId: "ship-1",
    runId,
    closeEvent,
  } as const;
  run.do(closed);
  expect(() => run.do(closed)).toThrow("Pending child execution not found.");
  expect(run.eventNames.slice(4)).toEqual([
    "StartChildWorkflowExecutionInitiated",
    "ChildWorkflowExecutionStarted",
    "WorkflowTaskScheduled",
    "ChildWorkflowExecutionCompleted",
  ]);
});

test.each([
  ["terminated", ParentClosePolicy.PARENT_CLOSE_POLICY_TERMINATE, "terminate"],
  ["asked to cancel", ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL, "requestCancel"],
])("a child is %s when its parent closes, until that is done", (_name, policy, action) => {
  const run = withChild(policy);
  run.do({ kind: "childStarted", initiatedEventId: 5, runId: "r" });
  run.work([completeWorkflow()]);
  run.crash();
  const effects = pendingEffects(run.state);
  expect(effects).toMatchObject([
    { kind: "applyParentClosePolicy", action, target: { workflowId: "ship-1" } },
  ]);
  expect(isSettled(run.state)).toBe(false);
  run.do({ kind: "effectDone", effectId: 1 });
  expect(isSettled(run.state)).toBe(true);
});

test("an abandoned child that was not started yet is started after its parent closed", () => {
  const run = withChild(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON);
  run.do({ kind: "terminate", reason: "", identity: "", details: null, links: null });
  run.crash();
  expect(pendingEffects(run.state)).toMatchObject([{ kind: "startChild" }]);
  run.do({ kind: "childStarted", initiatedEventId: 5, runId: "r" });
  expect(isSettled(run.state)).toBe(true);
});

test("a child whose start overtook the close of its parent is ended", () => {
  const run = withChild();
  run.do({ kind: "terminate", reason: "", identity: "", details: null, links: null });
  run.do({ kind: "childStarted", initiatedEventId: 5, runId: "late" });
  expect(run.effects.at(-1)).toMatchObject({ kind: "applyParentClosePolicy", target: { runId: "late" } });
});

test("a closed child tells its parent until that is done, also after a crash", () => {
  const parent = {
    namespace: "space",
    namespaceId: "space-id",
    workflowId: "parent",
    runId: "p",
    initiatedEventId: 5,
    initiatedVersion: 0,
  };
  const run = new RunUnderTest({ input: { origin: "child", parent } });
  run.work([completeWorkflow("bye")]);
  run.crash();
  expect(pendingEffects(run.state)).toMatchObject([{ kind: "notifyParent", parentInitiatedEventId: 5 }]);
});
