// How a run and its worker take turns: normal, transient and sticky workflow tasks, and events that wait.
import { expect, test } from "vitest";
import { codecOf, temporal } from "#contracts";
import { RunUnderTest } from "#harness/run-under-test";
import {
  completeWorkflow,
  duration,
  recordMarker,
  scheduleActivity,
  startTimer,
} from "#harness/task-commands";
import { WITHOUT_VERSIONS } from "./index.ts";

const { WorkflowTaskFailedCause } = temporal.api.enums.v1;
const history = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");
const sticky = {
  stickyAttributes: { workerTaskQueue: { name: "orders-sticky" }, scheduleToStartTimeout: duration(5_000) },
};

test("a workflow with nothing to do completes in one task", () => {
  const run = new RunUnderTest();
  run.work([completeWorkflow()]);
  expect(run.eventNames).toEqual([
    "WorkflowExecutionStarted",
    "WorkflowTaskScheduled",
    "WorkflowTaskStarted",
    "WorkflowTaskCompleted",
    "WorkflowExecutionCompleted",
  ]);
  expect(run.actions).toEqual([{ kind: "start_workflow", count: 1 }]);
});

test("the same poll asking twice gets the same task, another poll gets none", () => {
  const run = new RunUnderTest();
  const ask = (requestId: string) =>
    run.do({
      kind: "startWorkflowTask",
      scheduledEventId: 2,
      attempt: 1,
      requestId,
      identity: "w",
      taskQueue: "orders",
      assignment: WITHOUT_VERSIONS,
    });
  const first = ask("poll-1").result;
  expect(ask("poll-1").result).toEqual(first);
  expect(() => ask("poll-2")).toThrow("already started");
});

test("events that come while a worker is at work enter the history after its answer", () => {
  const run = new RunUnderTest();
  const task = run.startTask();
  run.signal("one");
  expect(run.eventNames.at(-1)).toBe("WorkflowTaskStarted");
  run.completeTask(task, [startTimer("t", 1_000)]);
  expect(run.eventNames.slice(3)).toEqual([
    "WorkflowTaskCompleted",
    "TimerStarted",
    "WorkflowExecutionSignaled",
    "WorkflowTaskScheduled",
  ]);
});

test("a workflow does not close over a signal it has not seen", () => {
  const run = new RunUnderTest();
  const task = run.startTask();
  run.signal("late");
  const answer = run.completeTask(task, [completeWorkflow()]);
  expect(answer.refusal?.publicMessage).toBe("UnhandledCommand");
  const failed = run.events.at(3)?.workflowTaskFailedEventAttributes;
  expect(failed?.cause).toBe(WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND);
  run.work([completeWorkflow()]);
  expect(run.eventNames.at(-1)).toBe("WorkflowExecutionCompleted");
});

test("a task that keeps failing leaves one failed event and grows its timeout", () => {
  const run = new RunUnderTest();
  const cause = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR;
  for (let attempt = 1; attempt <= 4; attempt++) {
    const task = run.startTask();
    expect(task.attempt).toBe(attempt);
    run.do({ kind: "failWorkflowTask", task, request: { cause } });
  }
  expect(run.eventNames.filter((name) => name === "WorkflowTaskFailed")).toHaveLength(1);
  expect(run.state.workflowTask?.timeoutMs).toBe(20_000);
});

test("a repeated task is shown to the worker and written only when it completes", () => {
  const run = new RunUnderTest();
  run.do({ kind: "failWorkflowTask", task: run.startTask(), request: { cause: 24 } });
  const task = run.startTask();
  const suffix = history.decode(task.suffix).events ?? [];
  expect(suffix.map(({ eventId }) => Number(eventId))).toEqual([5, 6]);
  expect(run.events).toHaveLength(4);
  run.completeTask(task, [completeWorkflow()]);
  expect(run.eventNames.slice(4)).toEqual([
    "WorkflowTaskScheduled",
    "WorkflowTaskStarted",
    "WorkflowTaskCompleted",
    "WorkflowExecutionCompleted",
  ]);
});

test("a repeated task becomes an ordinary one when something new happened", () => {
  const run = new RunUnderTest();
  run.do({ kind: "failWorkflowTask", task: run.startTask(), request: { cause: 24 } });
  run.signal("news");
  const task = run.startTask();
  expect(task.attempt).toBe(1);
  expect(run.eventNames.slice(4)).toEqual([
    "WorkflowExecutionSignaled",
    "WorkflowTaskScheduled",
    "WorkflowTaskStarted",
  ]);
});

test("a worker that does not answer loses the task", () => {
  const run = new RunUnderTest();
  const task = run.startTask();
  run.wakeUp();
  expect(run.eventNames.at(-1)).toBe("WorkflowTaskTimedOut");
  expect(() => run.completeTask(task, [completeWorkflow()])).toThrow("Workflow task not found.");
});

test("the next task goes to the worker that has the workflow in its cache, and back when it is gone", () => {
  const run = new RunUnderTest();
  run.work([], sticky);
  run.signal("one");
  expect(run.state.workflowTask?.taskQueue).toBe("orders-sticky");
  run.wakeUp();
  expect(run.eventNames.slice(-2)).toEqual(["WorkflowTaskTimedOut", "WorkflowTaskScheduled"]);
  expect(run.state.workflowTask).toMatchObject({ taskQueue: "orders", attempt: 1 });
});

test("a worker that asks for it gets its next task in the answer", () => {
  const run = new RunUnderTest();
  const task = run.startTask();
  run.signal("while working");
  const { newTask } = run.completeTask(task, [], { returnNewWorkflowTask: true });
  expect(newTask).toMatchObject({ isSticky: true, previousStartedEventId: 3, startedEventId: 7 });
});

test("a worker may keep its task alive for its local activities, for half an hour", () => {
  const run = new RunUnderTest();
  const heartbeat = { ...sticky, forceCreateNewWorkflowTask: true, returnNewWorkflowTask: true };
  let task = run.startTask();
  for (let minutes = 0; minutes <= 30; minutes += 6) {
    run.pass(6 * 60_000 - 1);
    const answer = run.completeTask(task, [], heartbeat);
    if (answer.newTask === undefined) break;
    task = answer.newTask;
  }
  expect(run.eventNames.slice(-2)).toEqual(["WorkflowTaskTimedOut", "WorkflowTaskScheduled"]);
  expect(run.actions.filter(({ kind }) => kind === "record_workflow_heartbeat")).toHaveLength(5);
});

test("commands are refused all together, and nothing of them remains", () => {
  const run = new RunUnderTest();
  const answer = run.work([startTimer("same", 1_000), recordMarker("m"), startTimer("same", 2_000)]);
  expect(answer.refusal?.publicMessage).toContain("StartTimerDuplicateId");
  expect(run.state.timers.size).toBe(0);
  expect(run.eventNames.slice(3)).toEqual(["WorkflowTaskFailed"]);
  expect(run.actions.map(({ kind }) => kind)).toEqual(["start_workflow"]);
});

test("a closing command that is not the last is the worker's fault: the task stays with it", () => {
  const run = new RunUnderTest();
  const task = run.startTask();
  const commands = [completeWorkflow(), startTimer("t", 1)];
  expect(() => run.completeTask(task, commands)).toThrow("must be the last command");
  run.completeTask(task, [completeWorkflow()]);
  expect(run.eventNames.at(-1)).toBe("WorkflowExecutionCompleted");
});

test("terminating while a worker is at work fails its task first", () => {
  const run = new RunUnderTest();
  run.startTask();
  run.do({ kind: "terminate", reason: "enough", identity: "me", details: null, links: null });
  expect(run.eventNames.slice(3)).toEqual(["WorkflowTaskFailed", "WorkflowExecutionTerminated"]);
  expect(() => run.signal("late")).toThrow("already completed");
});

test("the first task waits for the start delay, whatever is signaled before", () => {
  const run = new RunUnderTest({ request: { workflowStartDelay: duration(60_000) } });
  run.signal("early");
  expect(run.state.workflowTask).toBeUndefined();
  run.wakeUp();
  expect(run.eventNames).toEqual([
    "WorkflowExecutionStarted",
    "WorkflowExecutionSignaled",
    "WorkflowTaskScheduled",
  ]);
});

test("a crash loses no task: offered, started and repeated ones are found again", () => {
  const run = new RunUnderTest();
  run.crash();
  run.do({ kind: "failWorkflowTask", task: run.startTask(), request: { cause: 24 } });
  run.crash();
  const task = run.startTask();
  run.crash();
  run.completeTask(task, [scheduleActivity("a")]);
  expect(run.state.activities.size).toBe(1);
});
