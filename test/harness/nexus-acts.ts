// What handlers of Nexus operations and completion callbacks do in a random life: they answer, refuse, or are not there.
import type { StartAnswer } from "../../services/cell/workflow/index.ts";
import type { RunUnderTest } from "./run-under-test.ts";
import { payload } from "./task-commands.ts";

const NOT_THERE = { message: "not there", applicationFailureInfo: { type: "CallError" } };

/** The handler of one pending operation answers to its start, or to its cancel request when it has started. */
export function answerCall(run: RunUnderTest, chance: number): void {
  const operations = [...run.state.nexusOperations.values()];
  const operation = operations[chance % Math.max(1, operations.length)];
  if (operation === undefined) return;
  const { scheduledEventId } = operation;
  const isRetryable = chance % 2 === 0;
  const failed = { kind: "callFailed", failure: NOT_THERE, isRetryable } as const;
  if (operation.startedAt !== 0) {
    const attempt = operation.cancellation?.attempt ?? 0;
    const answer = chance % 3 === 0 ? failed : ({ kind: "accepted" } as const);
    run.do({ kind: "nexusCancelAnswered", scheduledEventId, attempt, answer });
    return;
  }
  const { attempt } = operation;
  const answer = chance % 3 === 0 ? failed : startAnswer(chance);
  run.do({ kind: "nexusStartAnswered", scheduledEventId, attempt, answer });
}

function startAnswer(chance: number): StartAnswer {
  switch (chance % 5) {
    case 0:
      return { kind: "succeeded", result: payload(chance), links: [] };
    case 1:
      return { kind: "unsuccessful", state: "failed", failure: { message: "broken" }, links: [] };
    case 2:
      return { kind: "outOfTime", timeoutType: 3 };
    default:
      return { kind: "started", operationToken: `token-${chance}`, links: [] };
  }
}

/** An operation ends by itself, perhaps before its start was answered, perhaps for the second time. */
export function completeOperation(run: RunUnderTest, chance: number): void {
  const operations = [...run.state.nexusOperations.values()];
  const operation = operations[chance % Math.max(1, operations.length)];
  if (operation === undefined) return;
  const { scheduledEventId, requestId } = operation;
  const outcome =
    chance % 2 === 0
      ? ({ kind: "succeeded", result: payload(chance) } as const)
      : ({ kind: "unsuccessful", state: "canceled", failure: { message: "stopped" } } as const);
  run.do({
    kind: "completeNexusOperation",
    scheduledEventId,
    requestId,
    outcome,
    operationToken: "token",
    startedAt: undefined,
    links: [],
  });
}

export function attachCallback(run: RunUnderTest, chance: number): void {
  run.do({
    kind: "attachRequest",
    requestId: `attached-${chance % 10}`,
    attachRequestId: true,
    identity: "",
    completionCallbacks: [{ nexus: { url: "temporal://system", header: { a: "b" } } }],
    links: [],
  });
}

export function answerCallback(run: RunUnderTest, chance: number): void {
  const index = chance % Math.max(1, run.state.callbacks.length);
  const attempt = run.state.callbacks[index]?.attempt ?? 0;
  const answer =
    chance % 3 === 0
      ? ({ kind: "told" } as const)
      : ({ kind: "failed", message: "not there", isRetryable: chance % 3 === 1 } as const);
  run.do({ kind: "callbackAnswered", index, attempt, answer });
}
