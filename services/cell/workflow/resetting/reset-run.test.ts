// C4 for runs that a reset made: their history, with the copied past, tells their state.
import { describe, expect, it } from "vitest";
import { randomIds } from "#shared/ids";
import {
  defaultLimits,
  encodeState,
  rebuild,
  resetRun,
  startExecution,
  type HistoryEvent,
} from "../index.ts";
import { historyCodec } from "../message-codecs.ts";

const STARTED_AT = 1_000_000;
const RESET_AT = 2_000_000;
const contextAt = (now: number) => ({ now, ids: randomIds, limits: defaultLimits });

function resetOfNewRun() {
  const { state, outcome } = startExecution(
    {
      namespace: "n",
      namespaceId: "n-id",
      origin: "client",
      request: {
        workflowId: "w",
        requestId: "start",
        workflowType: { name: "t" },
        taskQueue: { name: "q" },
        workflowRunTimeout: { seconds: 60 as never },
      },
    },
    contextAt(STARTED_AT),
  );
  const bytes = Buffer.concat(outcome.batches.map((batch) => batch.bytes));
  const signal: HistoryEvent = {
    eventType: 26,
    workflowExecutionSignaledEventAttributes: { signalName: "s", requestId: "signal" },
  };
  const identity = { namespace: "n", namespaceId: "n-id", workflowId: "w", runId: randomIds.uuid() };
  const made = resetRun(
    {
      identity,
      base: state,
      past: { events: historyCodec.decode(bytes).events ?? [], bytes },
      requestId: "reset",
      reason: "test",
      reapplied: [signal],
      optionsChanges: [],
    },
    contextAt(RESET_AT),
  );
  return { identity, made };
}

describe("a run that a reset made", () => {
  it("begins its own time with the reset and is billed as one reset", () => {
    const { made } = resetOfNewRun();
    expect(made.state.startedAt).toBe(RESET_AT);
    expect(made.state.runExpiresAt).toBe(RESET_AT + 60_000);
    expect(made.outcome.actions).toEqual([{ kind: "reset_workflow", count: 1 }]);
    expect(made.outcome.effects.map(({ kind }) => kind)).toEqual(["offerWorkflowTask"]);
  });

  it("C4: is told by its history, but for the request ids", () => {
    const { identity, made } = resetOfNewRun();
    const bytes = Buffer.concat(made.outcome.batches.map((batch) => batch.bytes));
    const again = rebuild(identity, historyCodec.decode(bytes).events ?? []);
    const { startRequestId, startRequestIds, transitionCount, historySizeBytes } = made.state;
    Object.assign(again, { startRequestId, startRequestIds, transitionCount, historySizeBytes });
    expect(encodeState(again)).toEqual(encodeState(made.state));
  });
});
