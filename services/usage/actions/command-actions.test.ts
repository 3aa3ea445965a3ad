// Counting by command agrees with counting by event, and what is free is free.
import { expect, test } from "vitest";
import { actionsOfTaskCompletion } from "./command-actions.ts";
import { actionsOfHistory } from "./history-actions.ts";
import { sumActions } from "./kinds.ts";
import { isFreeQuery } from "./rules.ts";

test("U1: the commands of a task cost what its events tell", () => {
  const searchAttributes = { indexedFields: { City: {} } };
  const byCommand = actionsOfTaskCompletion({
    commands: [
      { scheduleActivityTaskCommandAttributes: {} },
      { scheduleActivityTaskCommandAttributes: {} },
      { startTimerCommandAttributes: {} },
      { cancelTimerCommandAttributes: {} },
      { startChildWorkflowExecutionCommandAttributes: {} },
      { signalExternalWorkflowExecutionCommandAttributes: {} },
      { upsertWorkflowSearchAttributesCommandAttributes: { searchAttributes } },
      { modifyWorkflowPropertiesCommandAttributes: {} },
      { recordMarkerCommandAttributes: { markerName: "core_local_activity" } },
      { recordMarkerCommandAttributes: { markerName: "Version" } },
      { continueAsNewWorkflowExecutionCommandAttributes: {} },
    ],
    meteringMetadata: { nonfirstLocalActivityExecutionAttempts: 7 },
    acceptedUpdates: 1,
  });
  const byEvent = actionsOfHistory([
    {
      workflowTaskCompletedEventAttributes: {
        meteringMetadata: { nonfirstLocalActivityExecutionAttempts: 7 },
      },
    },
    { activityTaskScheduledEventAttributes: {} },
    { activityTaskScheduledEventAttributes: {} },
    { timerStartedEventAttributes: {} },
    { timerCanceledEventAttributes: {} },
    { startChildWorkflowExecutionInitiatedEventAttributes: {} },
    { signalExternalWorkflowExecutionInitiatedEventAttributes: {} },
    { upsertWorkflowSearchAttributesEventAttributes: { searchAttributes } },
    { workflowPropertiesModifiedEventAttributes: {} },
    { markerRecordedEventAttributes: { markerName: "core_local_activity" } },
    { markerRecordedEventAttributes: { markerName: "Version" } },
    { workflowExecutionUpdateAcceptedEventAttributes: {} },
    { workflowExecutionContinuedAsNewEventAttributes: { initiator: 1 } },
  ]);
  expect(sumActions(byCommand)).toEqual(byEvent);
});

test("a rejected update and a task heartbeat count although they leave no event", () => {
  const actions = actionsOfTaskCompletion({ commands: [], isHeartbeat: true, rejectedUpdates: 2 });

  expect(actions).toEqual([
    { kind: "record_workflow_heartbeat", count: 1 },
    { kind: "reject_workflow_update", count: 2 },
  ]);
});

test("only the console's metadata query is free", () => {
  expect(isFreeQuery("__temporal_workflow_metadata")).toBe(true);
  expect(isFreeQuery("__stack_trace")).toBe(false);
  expect(isFreeQuery("status")).toBe(false);
});
