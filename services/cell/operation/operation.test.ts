// A standalone Nexus operation through its whole life: what is asked of the handler when, how it ends, and that what is
// stored of it comes back the same.
import { describe, expect, it } from "vitest";
import { defaultLimits as limits } from "../workflow/index.ts";
import { checkOperationStart } from "./check-start.ts";
import { decodeOperation, emptyOperation, encodeOperationRequest, encodeOperationState } from "./codec.ts";
import { decideOperation, pendingCalls, type OperationCommand } from "./decide.ts";
import { describeOperation, operationOutcome } from "./describe-operation.ts";
import { STATUS, type OperationState, type StartRequest } from "./state.ts";
import { nextOperationWakeAt } from "./times.ts";

const NOW = 1_000_000;

function operation(request: StartRequest = {}): OperationState {
  const made: OperationState = {
    ...emptyOperation(),
    namespaceId: "n",
    id: "o",
    runId: "r",
    request: { endpoint: "e", ...request },
    endpointId: "endpoint",
    handlerRequestId: "q",
    scheduledAt: NOW,
    transitionCount: 1,
  };
  // As it comes from the store.
  return decodeOperation(made, { request: encodeOperationRequest(made), state: encodeOperationState(made) });
}

/** Also checks that the stored form tells the same. */
function act(state: OperationState, command: OperationCommand, now = NOW) {
  const calls = decideOperation(state, command, { now, limits });
  const stored = { request: encodeOperationRequest(state), state: encodeOperationState(state) };
  const back = decodeOperation(state, stored);
  expect(describeOperation(back, now)).toEqual(describeOperation(state, now));
  expect(operationOutcome(back)).toEqual(operationOutcome(state));
  expect([pendingCalls(back), nextOperationWakeAt(back)]).toEqual([
    pendingCalls(state),
    nextOperationWakeAt(state),
  ]);
  return calls;
}

const started = { kind: "started" as const, operationToken: "t", links: [] };
const unavailable = { kind: "callFailed" as const, failure: { message: "not now" }, isRetryable: true };

describe("a standalone Nexus operation", () => {
  it("is started, canceled at its handler and completed once", () => {
    const state = operation();
    expect(pendingCalls(state)).toEqual(["start"]);
    expect(act(state, { kind: "requestCancel", requestId: "c", reason: "" })).toEqual([]);
    expect(act(state, { kind: "startAnswered", attempt: 0, answer: started })).toEqual(["cancel"]);
    expect(act(state, { kind: "cancelAnswered", attempt: 0, answer: { kind: "accepted" } })).toEqual([]);
    const complete: OperationCommand = {
      kind: "complete",
      requestId: "q",
      outcome: { kind: "succeeded", result: { data: Buffer.from("x") } },
      operationToken: "",
      startedAt: undefined,
      links: [],
    };
    expect(() => act(state, { ...complete, requestId: "another" })).toThrow("operation not found");
    act(state, complete, NOW + 5);
    expect([state.status, state.closedAt]).toEqual([STATUS.completed, NOW + 5]);
    expect(String(operationOutcome(state).result?.data)).toBe("x");
    expect(() => act(state, complete)).toThrow("operation already completed");
    expect(nextOperationWakeAt(state)).toBe(undefined);
  });

  it("backs off between attempts, and an answer to an attempt that is over changes nothing", () => {
    const state = operation();
    act(state, { kind: "startAnswered", attempt: 0, answer: unavailable });
    expect(pendingCalls(state)).toEqual([]);
    const at = nextOperationWakeAt(state) ?? 0;
    expect(at).toBeGreaterThan(NOW);
    expect(act(state, { kind: "wake" }, at - 1)).toEqual([]);
    expect(act(state, { kind: "wake" }, at)).toEqual(["start"]);
    expect(() => act(state, { kind: "startAnswered", attempt: 0, answer: started })).toThrow("not found");
    act(state, { kind: "startAnswered", attempt: 1, answer: { ...unavailable, isRetryable: false } });
    expect(state.status).toBe(STATUS.failed);
    expect(operationOutcome(state).failure?.message).toBe("not now");
  });

  it("ends with the timeout that comes first", () => {
    const state = operation({
      scheduleToCloseTimeout: { seconds: 10 as never },
      scheduleToStartTimeout: { seconds: 2 as never },
      startToCloseTimeout: { seconds: 3 as never },
    });
    expect(nextOperationWakeAt(state)).toBe(NOW + 2_000);
    act(state, { kind: "startAnswered", attempt: 0, answer: started }, NOW + 1_000);
    expect(nextOperationWakeAt(state)).toBe(NOW + 4_000);
    act(state, { kind: "wake" }, NOW + 4_000);
    expect(state.status).toBe(STATUS.timedOut);
    expect(operationOutcome(state).failure?.timeoutFailureInfo).toBeDefined();
  });

  it("is terminated once, and repeats of the same request are the same", () => {
    const state = operation();
    const end: OperationCommand = { kind: "terminate", requestId: "a", reason: "enough", identity: "me" };
    act(state, end);
    act(state, end);
    expect(() => act(state, { ...end, requestId: "b" })).toThrow("already terminated with request ID a");
    expect(() => act(state, { kind: "requestCancel", requestId: "c", reason: "" })).toThrow(
      "already completed",
    );
    expect(operationOutcome(state).failure).toMatchObject({ message: "enough" });
  });
});

describe("the start of one", () => {
  it("keeps headers in lower case and no timeout longer than the whole", () => {
    const checked = checkOperationStart(
      {
        requestId: "q",
        operationId: "o",
        endpoint: "e",
        service: "s",
        operation: "x",
        nexusHeader: { "X-Mine": "1" },
        scheduleToCloseTimeout: { seconds: 5 as never },
        startToCloseTimeout: { seconds: 9 as never },
      },
      limits,
    );
    expect(checked.nexusHeader).toEqual({ "x-mine": "1" });
    expect(Number(checked.startToCloseTimeout?.seconds)).toBe(5);
  });
});
