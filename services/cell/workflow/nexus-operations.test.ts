// Nexus operations of a run: calls and their answers, retries, timeouts, cancel requests, and what is refused.
import { describe, expect, it } from "vitest";
import { sumActions } from "#usage/actions";
import { RunUnderTest } from "#harness/run-under-test";
import {
  cancelOperation,
  completeWorkflow,
  duration,
  failWorkflow,
  payload,
  scheduleOperation,
  startTimer,
} from "#harness/task-commands";
import { pendingEffects, rebuild, type CommandOf, type Effect, type StartAnswer } from "./index.ts";

const SCHEDULED = 5;
const BROKEN = { message: "not there", nexusHandlerFailureInfo: { type: "UNAVAILABLE" } };
const STARTED: StartAnswer = { kind: "started", operationToken: "token", links: [] };

function runWith(...commands: Parameters<RunUnderTest["work"]>[0]): RunUnderTest {
  const run = new RunUnderTest();
  run.work(commands);
  return run;
}

function answer(run: RunUnderTest, given: StartAnswer, attempt = 0): void {
  run.do({ kind: "nexusStartAnswered", scheduledEventId: SCHEDULED, attempt, answer: given });
}

function calls(effects: readonly Effect[]): string[] {
  return effects.map(({ kind }) => kind).filter((kind) => kind.endsWith("NexusOperation"));
}

function operationOf(run: RunUnderTest): NonNullable<ReturnType<typeof run.state.nexusOperations.get>> {
  const operation = run.state.nexusOperations.get(SCHEDULED);
  if (operation === undefined) throw new Error("the operation is not pending");
  return operation;
}

describe("a Nexus operation", () => {
  it("is called with what the workflow gave, and told when it ends at once", () => {
    const run = runWith(scheduleOperation("ship", { nexusHeader: { "X-Trace": "1" } }));
    expect(run.effects.at(-1)).toMatchObject({
      kind: "startNexusOperation",
      endpointId: "endpoint-1",
      operation: "ship",
      header: { "x-trace": "1" },
      attempt: 0,
    });
    answer(run, { kind: "succeeded", result: payload("shipped"), links: [] });
    expect(run.eventNames.slice(4)).toEqual([
      "NexusOperationScheduled",
      "NexusOperationCompleted",
      "WorkflowTaskScheduled",
    ]);
    expect(Object.fromEntries(sumActions(run.actions))).toMatchObject({ schedule_nexus_operation: 1 });
  });

  it("that goes on without the workflow is completed once, by its request id", () => {
    const run = runWith(scheduleOperation("ship"));
    answer(run, STARTED);
    const { requestId } = operationOf(run);
    const completion: Omit<CommandOf<"completeNexusOperation">, "requestId"> = {
      kind: "completeNexusOperation",
      scheduledEventId: SCHEDULED,
      outcome: { kind: "succeeded", result: payload(1) },
      operationToken: "token",
      startedAt: undefined,
      links: [],
    };
    expect(() => run.do({ ...completion, requestId: "another" })).toThrow("operation not found");
    run.do({ ...completion, requestId });
    expect(() => run.do({ ...completion, requestId })).toThrow("operation not found");
    expect(run.eventNames.filter((name) => name.startsWith("Nexus"))).toEqual([
      "NexusOperationScheduled",
      "NexusOperationStarted",
      "NexusOperationCompleted",
    ]);
  });

  it("C4: has the same cancel request whichever of its start and the request the history tells first", () => {
    const run = runWith(scheduleOperation("ship"));
    run.signal("wake");
    const task = run.startTask();
    run.pass(1_000);
    // Buffered, because a worker has the workflow task.
    answer(run, STARTED);
    run.pass(2_000);
    run.completeTask(task, [cancelOperation(SCHEDULED)]);
    const { requestedAt } = operationOf(run).cancellation ?? {};
    expect(requestedAt).toBe(run.now);
    const rebuilt = rebuild(run.state, run.events).nexusOperations.get(SCHEDULED);
    expect(rebuilt?.cancellation?.requestedAt).toBe(requestedAt);
  });

  it("may be completed before its start is answered", () => {
    const run = runWith(scheduleOperation("ship"));
    const { requestId } = operationOf(run);
    run.do({
      kind: "completeNexusOperation",
      scheduledEventId: SCHEDULED,
      requestId,
      outcome: { kind: "unsuccessful", state: "failed", failure: { message: "broken" } },
      operationToken: "token",
      startedAt: run.now - 5_000,
      links: [],
    });
    const failed = run.events.find((event) => event.nexusOperationFailedEventAttributes != null);
    expect(failed?.nexusOperationFailedEventAttributes?.failure).toMatchObject({
      message: "nexus operation completed unsuccessfully",
      nexusOperationExecutionFailureInfo: { operationToken: "token", endpoint: "shipping" },
      cause: { message: "broken" },
    });
    expect(() => answer(run, STARTED)).toThrow("operation not found");
  });

  it("is tried again after a growing wait, also after a crash", () => {
    const run = runWith(scheduleOperation("ship"));
    for (const attempt of [0, 1, 2]) {
      answer(run, { kind: "callFailed", failure: BROKEN, isRetryable: true }, attempt);
      run.crash();
      expect(calls(pendingEffects(run.state))).toEqual([]);
      const waitMs = operationOf(run).nextAttemptAt - run.now;
      expect(waitMs).toBeGreaterThanOrEqual(800 * 2 ** attempt);
      expect(waitMs).toBeLessThanOrEqual(1_000 * 2 ** attempt);
      expect(calls(run.wakeUp().effects)).toEqual(["startNexusOperation"]);
      expect(calls(pendingEffects(run.state))).toEqual(["startNexusOperation"]);
    }
    expect(run.eventNames.filter((name) => name.startsWith("Nexus"))).toHaveLength(1);
  });

  it("fails for good when the handler's error is final or what it answers is too large", () => {
    const large = { ...payload("x"), data: Buffer.alloc(3_000_000) };
    const answers: StartAnswer[] = [
      { kind: "callFailed", failure: BROKEN, isRetryable: false },
      { kind: "started", operationToken: "t".repeat(5_000), links: [] },
      { kind: "succeeded", result: large, links: [] },
    ];
    for (const given of answers) {
      const run = runWith(scheduleOperation("ship"));
      answer(run, given);
      expect(run.eventNames).toContain("NexusOperationFailed");
    }
  });

  it("times out before it starts, while it runs, and as a whole", () => {
    const times = [
      ["scheduleToStartTimeout", 2],
      ["startToCloseTimeout", 1],
      ["scheduleToCloseTimeout", 3],
    ] as const;
    for (const [field, timeoutType] of times) {
      const run = runWith(scheduleOperation("ship", { [field]: duration(2_000) }));
      if (field === "startToCloseTimeout") answer(run, STARTED);
      run.wakeUp();
      const timedOut = run.events.find((event) => event.nexusOperationTimedOutEventAttributes != null);
      expect(timedOut?.nexusOperationTimedOutEventAttributes?.failure?.cause).toMatchObject({
        message: "operation timed out",
        timeoutFailureInfo: { timeoutType },
      });
    }
  });

  it("lives no longer than its run, and no part of it longer than the whole", () => {
    const run = new RunUnderTest({ request: { workflowRunTimeout: duration(60_000) } });
    run.work([scheduleOperation("ship", { startToCloseTimeout: duration(90_000) })]);
    expect(operationOf(run)).toMatchObject({ scheduleToCloseMs: 60_000, startToCloseMs: 60_000 });
  });
});

describe("a cancel request for a Nexus operation", () => {
  it("waits until the operation has started, and is told when it has arrived", () => {
    const run = runWith(scheduleOperation("ship"), cancelOperation(SCHEDULED));
    expect(calls(run.effects)).toEqual(["startNexusOperation"]);
    answer(run, STARTED);
    expect(calls(run.effects)).toEqual(["startNexusOperation", "cancelNexusOperation"]);
    run.crash();
    expect(calls(pendingEffects(run.state))).toEqual(["cancelNexusOperation"]);
    const answered = { kind: "nexusCancelAnswered", scheduledEventId: SCHEDULED, attempt: 0 } as const;
    run.do({ ...answered, answer: { kind: "accepted" } });
    expect(run.eventNames).toContain("NexusOperationCancelRequestCompleted");
    expect(calls(pendingEffects(run.state))).toEqual([]);
    expect(() => run.do({ ...answered, answer: { kind: "accepted" } })).toThrow("operation not found");
    expect(Object.fromEntries(sumActions(run.actions))).toMatchObject({
      request_nexus_operation_cancellation: 1,
    });
  });

  it("is sent again while the handler is not there, and given up when it refuses", () => {
    const run = runWith(scheduleOperation("ship"), cancelOperation(SCHEDULED));
    answer(run, STARTED);
    const answered = { kind: "nexusCancelAnswered", scheduledEventId: SCHEDULED } as const;
    run.do({ ...answered, attempt: 0, answer: { kind: "callFailed", failure: BROKEN, isRetryable: true } });
    expect(calls(run.wakeUp().effects)).toEqual(["cancelNexusOperation"]);
    run.do({ ...answered, attempt: 1, answer: { kind: "callFailed", failure: BROKEN, isRetryable: false } });
    expect(run.eventNames).toContain("NexusOperationCancelRequestFailed");
    expect(operationOf(run).cancellation).toMatchObject({ outcome: "failed", attempt: 2 });
  });

  it("for an operation that ended unseen is recorded and means nothing", () => {
    const run = runWith(scheduleOperation("ship"), startTimer("t", 1_000));
    run.wakeUp();
    const task = run.startTask();
    answer(run, { kind: "succeeded", result: undefined, links: [] });
    run.completeTask(task, [cancelOperation(SCHEDULED)]);
    const names = run.eventNames.filter((name) => name.startsWith("Nexus"));
    expect(names).toEqual([
      "NexusOperationScheduled",
      "NexusOperationCancelRequested",
      "NexusOperationCompleted",
    ]);
  });
});

describe("a worker's Nexus commands", () => {
  const refused = (...commands: Parameters<RunUnderTest["work"]>[0]): string =>
    new RunUnderTest().work(commands).refusal?.publicMessage ?? "";

  it("are refused for what is not known, not allowed or not valid", () => {
    const bad = "BadScheduleNexusOperationAttributes: ";
    expect(refused(scheduleOperation("x", { endpoint: "none" }))).toBe(`${bad}endpoint "none" not found`);
    expect(refused(scheduleOperation("x", { endpoint: "private" }))).toBe(
      `${bad}caller namespace "space" unauthorized for "private"`,
    );
    expect(refused(scheduleOperation("x", { nexusHeader: { "Request-Timeout": "1s" } }))).toContain(
      'disallowed header key: "Request-Timeout"',
    );
    expect(refused(scheduleOperation("x", { nexusHeader: { a: "b".repeat(9_000) } }))).toContain(
      "NexusHeader exceeds size limit",
    );
    expect(refused(scheduleOperation("x", { startToCloseTimeout: { seconds: -1 as never } }))).toContain(
      "StartToCloseTimeout is invalid",
    );
    expect(refused(cancelOperation(7))).toContain("non-existing or already completed operation");
    expect(refused(scheduleOperation("x"), cancelOperation(SCHEDULED), cancelOperation(SCHEDULED))).toContain(
      "cancelation was already requested",
    );
  });

  it("are refused when 30 operations are pending", () => {
    const thirty = Array.from({ length: 30 }, () => scheduleOperation("x"));
    expect(refused(...thirty)).toBe("");
    expect(refused(...thirty, scheduleOperation("x"))).toContain("pending nexus operation limit of 30");
  });
});

describe("completion callbacks", () => {
  const callback = { nexus: { url: "temporal://system", header: { token: "t" } } };

  it("are called once the chain of runs has ended, again until they are told, and after a crash", () => {
    const run = new RunUnderTest({ request: { completionCallbacks: [callback] } });
    run.work([completeWorkflow("done")]);
    const effect = run.effects.find(({ kind }) => kind === "callCompletionCallback");
    expect(effect).toMatchObject({
      url: "temporal://system",
      completion: { outcome: { kind: "succeeded" } },
    });
    const answered = { kind: "callbackAnswered", index: 0 } as const;
    run.do({ ...answered, attempt: 0, answer: { kind: "failed", message: "away", isRetryable: true } });
    run.crash();
    expect(pendingEffects(run.state)).toEqual([]);
    expect(run.wakeUp().effects).toMatchObject([{ kind: "callCompletionCallback", attempt: 1 }]);
    run.crash();
    expect(pendingEffects(run.state)).toMatchObject([{ kind: "callCompletionCallback", attempt: 1 }]);
    run.do({ ...answered, attempt: 1, answer: { kind: "told" } });
    expect(run.state.callbacks).toMatchObject([{ stage: "succeeded", attempt: 2 }]);
  });

  it("go over to the run that continues", () => {
    const run = new RunUnderTest({
      request: { completionCallbacks: [callback], retryPolicy: { maximumAttempts: 2 } },
    });
    const task = run.startTask();
    const request = { commands: [failWorkflow("not yet")] };
    const outcome = run.do({ kind: "completeWorkflowTask", task, request });
    expect(run.state.callbacks).toMatchObject([{ stage: "standby" }]);
    expect(outcome.newRun?.state.callbacks).toMatchObject([{ stage: "standby" }]);
  });
});
