// The caps of one execution, each at its edge.
import { expect, test } from "vitest";
import { temporal } from "#contracts";
import { RunUnderTest } from "#harness/run-under-test";
import { modifyMemo, payloads, recordMarker, scheduleActivity, startChild } from "#harness/task-commands";

const { WorkflowExecutionStatus } = temporal.api.enums.v1;

test("a history that grows beyond its last event ends the run", () => {
  const run = new RunUnderTest({ limits: { historyEventsMax: 20 } });
  while (run.state.status === WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) run.signal("more");
  const terminated = run.events.at(-1)?.workflowExecutionTerminatedEventAttributes;
  expect(terminated?.reason).toBe("Workflow history count exceeds limit.");
  expect(run.events).toHaveLength(22);
});

test("a history of too many bytes ends the run", () => {
  const run = new RunUnderTest({ limits: { historyBytesMax: 500 } });
  while (run.state.status === WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) run.signal("more");
  expect(run.events.at(-1)?.workflowExecutionTerminatedEventAttributes?.reason).toBe(
    "Workflow history size exceeds limit.",
  );
});

test("a long history suggests continue-as-new with the reason", () => {
  const run = new RunUnderTest({ limits: { historyEventsSuggestContinueAsNew: 5 } });
  run.work([]);
  run.signal("one");
  run.startTask();
  expect(run.events.at(-1)?.workflowTaskStartedEventAttributes).toMatchObject({
    suggestContinueAsNew: true,
    suggestContinueAsNewReasons: [2],
  });
});

test("signals are counted, and repeated ones are not", () => {
  const run = new RunUnderTest({ limits: { signalsMax: 2 } });
  expect([run.signal("a", "1"), run.signal("a", "1"), run.signal("a", "2")]).toEqual([false, true, false]);
  expect(() => run.signal("a", "3")).toThrow("exceeded workflow execution limit for signal events");
});

test("a worker that holds its task while events pile up loses it", () => {
  const run = new RunUnderTest({ limits: { bufferedEventsMax: 3 } });
  run.startTask();
  for (let count = 0; count < 4; count++) run.signal("more");
  expect(run.eventNames.slice(3)).toEqual([
    "WorkflowTaskFailed",
    ...Array<string>(4).fill("WorkflowExecutionSignaled"),
    "WorkflowTaskScheduled",
  ]);
});

test.each([
  ["activities", [scheduleActivity("a"), scheduleActivity("b")], "the number of pending activities, 1,"],
  ["children", [startChild("a"), startChild("b")], "the number of pending child workflow executions, 1,"],
])("too many pending %s fail the task", (_name, commands, message) => {
  const run = new RunUnderTest({ limits: { pendingActivitiesMax: 1, pendingChildrenMax: 1 } });
  expect(run.work(commands).refusal?.publicMessage).toContain(message);
  expect(run.state.status).toBe(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
});

test.each([
  ["an input", scheduleActivity("a", { input: payloads("x".repeat(300)) })],
  ["a memo", modifyMemo("big", "x".repeat(300))],
])("%s above the payload limit ends the run, because it would come again", (_name, command) => {
  const run = new RunUnderTest({ limits: { blobBytesMax: 200, memoBytesMax: 200 } });
  expect(run.work([command]).refusal?.publicMessage).toContain("exceeds size limit");
  expect(run.eventNames.slice(3)).toEqual(["WorkflowTaskFailed", "WorkflowExecutionTerminated"]);
});

test("markers are billed once for each task, free ones never", () => {
  const run = new RunUnderTest();
  run.work([recordMarker("LocalActivity"), recordMarker("SideEffect")], {
    meteringMetadata: { nonfirstLocalActivityExecutionAttempts: 250 },
  });
  run.signal("again");
  run.work([recordMarker("Version")]);
  expect(run.actions.filter(({ kind }) => kind.startsWith("re"))).toEqual([
    { kind: "record_activity_markers", count: 1 },
    { kind: "retry_activity_local", count: 100 },
  ]);
});

test.each([
  ["no workflow id", { workflowId: "" }, "WorkflowId is not set on request."],
  ["no type", { workflowType: null }, "WorkflowType is not set on request."],
  ["no task queue at all", { taskQueue: null }, "taskQueue is not set"],
  ["a task queue without a name", { taskQueue: { name: "" } }, "missing task queue name"],
  [
    "a task queue of the server",
    { taskQueue: { name: "/_sys/q" } },
    "task queue name cannot start with reserved prefix /_sys/",
  ],
  ["a cron schedule nobody can read", { cronSchedule: "sometimes" }, "invalid CronSchedule."],
  ["a long id", { workflowId: "x".repeat(1_001) }, "WorkflowId exceeds maximum allowed length (1001/1000)"],
  [
    "a policy that shrinks its delays",
    { retryPolicy: { backoffCoefficient: 0.5 } },
    "BackoffCoefficient cannot be less than 1 on retry policy.",
  ],
])("a start with %s is refused", (_name, request, message) => {
  expect(() => new RunUnderTest({ request })).toThrow(message);
});
