// Updates: admitted in memory, carried to the worker by a workflow task, accepted or rejected, completed once.
import { expect, test } from "vitest";
import { RunUnderTest } from "#harness/run-under-test";
import { completeWorkflow, protocolMessage, startTimer, valuesOf } from "#harness/task-commands";
import { accept, reject, respond } from "#harness/update-messages";
import { hasVolatileState, updateStatusOf, type Effect } from "./index.ts";

function idleRun(): RunUnderTest {
  const run = new RunUnderTest();
  run.work([]);
  return run;
}

function admit(run: RunUnderTest, updateId: string): ReturnType<typeof updateStatusOf> {
  const request = { meta: { updateId, identity: "client" }, input: { name: "add" } };
  return run.do({ kind: "admitUpdate", request }).result;
}

function reached(run: RunUnderTest): Effect[] {
  return run.effects.filter(({ kind }) => kind === "updateReached" || kind === "updateAborted");
}

test("an update is accepted and completed by the task that carries it", () => {
  const run = idleRun();
  expect(admit(run, "u")).toMatchObject({ stage: "admitted", isKnown: false });
  expect(run.events).toHaveLength(4);
  const task = run.startTask();
  const [sent] = task.messages;
  expect(Number(sent?.eventId)).toBe(5);
  run.completeTask(task, [protocolMessage("u/accept"), protocolMessage("u/complete")], {
    messages: [accept(sent ?? {}), respond("u", 3)],
  });
  expect(run.eventNames.slice(4)).toEqual([
    "WorkflowTaskScheduled",
    "WorkflowTaskStarted",
    "WorkflowTaskCompleted",
    "WorkflowExecutionUpdateAccepted",
    "WorkflowExecutionUpdateCompleted",
  ]);
  expect(reached(run)).toMatchObject([{ stage: "accepted" }, { stage: "completed" }]);
  expect(run.actions).toContainEqual({ kind: "accept_workflow_update", count: 1 });
  expect(admit(run, "u")).toMatchObject({ stage: "completed", outcomeEventId: 9, isKnown: true });
  const outcome = run.events[8]?.workflowExecutionUpdateCompletedEventAttributes?.outcome;
  expect(valuesOf(outcome?.success)).toEqual([3]);
});

test("a rejected update leaves no event, and its task is forgotten", () => {
  const run = idleRun();
  admit(run, "u");
  const task = run.startTask();
  const answer = run.completeTask(task, [], { messages: [reject(task.messages[0] ?? {}, "not now")] });
  expect(run.events).toHaveLength(4);
  expect(answer.resetHistoryEventId).toBe(3);
  expect(reached(run)).toMatchObject([{ stage: "completed", outcome: { failure: { message: "not now" } } }]);
  expect(run.actions).toContainEqual({ kind: "reject_workflow_update", count: 1 });
  expect(hasVolatileState(run.state)).toBe(false);
});

test("anything else that happens makes the update's task an ordinary one", () => {
  const run = idleRun();
  admit(run, "u");
  run.signal("news");
  expect(run.eventNames.slice(4)).toEqual(["WorkflowTaskScheduled", "WorkflowExecutionSignaled"]);
  const task = run.startTask();
  expect(task.startedEventId).toBe(7);
  run.completeTask(task, [], { messages: [reject(task.messages[0] ?? {})] });
  expect(run.eventNames.at(-1)).toBe("WorkflowTaskCompleted");
});

test("a worker that says nothing about an update rejects it", () => {
  const run = idleRun();
  admit(run, "u");
  run.work([startTimer("t", 1_000)]);
  expect(reached(run)).toMatchObject([
    { outcome: { failure: { applicationFailureInfo: { type: "UnprocessedUpdate" } } } },
  ]);
  expect(updateStatusOf(run.state, "u")).toBeUndefined();
});

test("an update that comes while a worker is at work is carried by the next task", () => {
  const run = new RunUnderTest();
  const task = run.startTask();
  admit(run, "u");
  const { newTask } = run.completeTask(task, [], { returnNewWorkflowTask: true });
  expect(newTask?.messages).toHaveLength(1);
  expect(run.state.workflowTask?.kind).toBe("speculative");
});

test("an update that no worker takes in time gets an ordinary task", () => {
  const run = idleRun();
  admit(run, "u");
  run.wakeUp();
  expect(run.eventNames.slice(4)).toEqual([
    "WorkflowTaskScheduled",
    "WorkflowTaskTimedOut",
    "WorkflowTaskScheduled",
  ]);
  expect(run.startTask().messages).toHaveLength(1);
});

test("after a crash the worker's acceptance still counts, because it brings the request", () => {
  const run = new RunUnderTest();
  run.signal("keeps the task ordinary");
  admit(run, "u");
  const task = run.startTask();
  run.crash();
  run.completeTask(task, [protocolMessage("u/accept")], { messages: [accept(task.messages[0] ?? {})] });
  expect(updateStatusOf(run.state, "u")).toMatchObject({ stage: "accepted" });
});

test("closing fails accepted updates and turns the others away", () => {
  const run = idleRun();
  admit(run, "accepted");
  const task = run.startTask();
  admit(run, "waiting");
  run.completeTask(task, [protocolMessage("accepted/accept"), completeWorkflow()], {
    messages: [accept(task.messages[0] ?? {})],
  });
  expect(reached(run)).toMatchObject([
    { updateId: "accepted", stage: "accepted" },
    { updateId: "accepted", stage: "completed", outcome: { failure: { source: "Server" } } },
    { updateId: "waiting", kind: "updateAborted", error: { code: "NOT_FOUND" } },
  ]);
});

test("ten updates may be in flight, the eleventh is told to wait", () => {
  const run = new RunUnderTest();
  for (let count = 0; count < 10; count++) admit(run, `u${count}`);
  expect(() => admit(run, "one more")).toThrow("limit on number of concurrent in-flight updates");
  expect(admit(run, "u3")).toMatchObject({ isKnown: true });
});
