// What clients are told of a closing event, depending on what they know.
import { expect, test } from "vitest";
import { codecOf, temporal } from "#contracts";
import { continuedInstead, followsNextRun } from "./follow-event.ts";

type History = temporal.api.history.v1.IHistory;
const codec = codecOf<History>("temporal.api.history.v1.History");
const { EventType } = temporal.api.enums.v1;

function toldOf(event: temporal.api.history.v1.IHistoryEvent): temporal.api.history.v1.IHistoryEvent {
  const told = codec.decode(continuedInstead([codec.encode({ events: [event] })])).events?.[0];
  if (told === undefined) throw new Error("no event");
  return told;
}

test("a failure that another run follows is told as a continue-as-new with the failure", () => {
  const told = toldOf({
    eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
    workflowExecutionFailedEventAttributes: { newExecutionRunId: "next", failure: { message: "again" } },
  });

  expect(told.eventType).toBe(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
  expect(told.workflowExecutionContinuedAsNewEventAttributes).toMatchObject({
    newExecutionRunId: "next",
    failure: { message: "again" },
  });
});

test("a failure that ends the chain is told as it is", () => {
  const told = toldOf({
    eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
    workflowExecutionFailedEventAttributes: { failure: { message: "over" } },
  });

  expect(told.eventType).toBe(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED);
});

test("a client says in its metadata that it follows retries itself", () => {
  expect(followsNextRun({ "supported-features": "other,follows-next-run-id" })).toBe(true);
  expect(followsNextRun({})).toBe(false);
});
