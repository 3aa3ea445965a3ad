// The recount of billable actions from histories, row by row of the table in README.md.
import { describe, expect, test } from "vitest";
import { actionsOfHistory, type HistoryEvent } from "./history-actions.ts";

const STARTED: HistoryEvent = {
  eventId: 1,
  workflowExecutionStartedEventAttributes: { attempt: 1 },
} as never;
const TASK: HistoryEvent = { workflowTaskScheduledEventAttributes: {} };
const SIGNALED: HistoryEvent = { workflowExecutionSignaledEventAttributes: { signalName: "s" } };

function counts(...events: HistoryEvent[]): Record<string, number> {
  return Object.fromEntries(actionsOfHistory(events));
}

function marker(task: number, markerName: string): HistoryEvent {
  return { markerRecordedEventAttributes: { markerName, workflowTaskCompletedEventId: task } } as never;
}

describe("U1: the recount from a history", () => {
  const rows: [title: string, events: HistoryEvent[], expected: Record<string, number>][] = [
    ["a start is one", [STARTED, TASK], { start_workflow: 1 }],
    [
      "a retried or continued run starts free",
      [{ workflowExecutionStartedEventAttributes: { attempt: 1, continuedExecutionRunId: "before" } }, TASK],
      {},
    ],
    ["an attempt above one starts free", [{ workflowExecutionStartedEventAttributes: { attempt: 2 } }], {}],
    [
      "a child's own start is paid by its parent",
      [{ workflowExecutionStartedEventAttributes: { parentWorkflowExecution: { workflowId: "p" } } }],
      {},
    ],
    [
      "asking for a child is two",
      [STARTED, { startChildWorkflowExecutionInitiatedEventAttributes: {} }],
      { start_workflow: 1, start_child_workflow: 2 },
    ],
    [
      "a run started by a schedule is three",
      [
        {
          workflowExecutionStartedEventAttributes: {
            searchAttributes: { indexedFields: { TemporalScheduledById: {} } },
          },
        },
      ],
      { schedule_workflow: 3 },
    ],
    [
      "continue-as-new is one on the run that continues, by its own wish only",
      [
        STARTED,
        { workflowExecutionContinuedAsNewEventAttributes: { initiator: 1 } },
        { workflowExecutionContinuedAsNewEventAttributes: { initiator: 2 } },
        { workflowExecutionContinuedAsNewEventAttributes: { initiator: 3 } },
      ],
      { start_workflow: 1, continue_as_new_workflow: 1 },
    ],
    [
      "signal-with-start of a new run is one in all",
      [STARTED, SIGNALED, TASK],
      { signal_workflow_with_start: 1 },
    ],
    ["a later signal is one", [STARTED, TASK, SIGNALED], { start_workflow: 1, signal_workflow: 1 }],
    [
      "a signal during a start delay is one of its own",
      [
        {
          eventTime: { seconds: 1 as never },
          workflowExecutionStartedEventAttributes: { firstWorkflowTaskBackoff: { seconds: 60 as never } },
        },
        { ...SIGNALED, eventTime: { seconds: 2 as never } },
      ],
      { start_workflow: 1, signal_workflow: 1 },
    ],
    [
      "a signal of somebody else in the millisecond of a delayed start is one of its own",
      [
        {
          workflowExecutionStartedEventAttributes: {
            identity: "starter",
            firstWorkflowTaskBackoff: { seconds: 60 as never },
          },
        },
        { workflowExecutionSignaledEventAttributes: { signalName: "s", identity: "signaller" } },
      ],
      { start_workflow: 1, signal_workflow: 1 },
    ],
    [
      "a signal from another workflow is one on the receiver",
      [
        STARTED,
        TASK,
        { workflowExecutionSignaledEventAttributes: { externalWorkflowExecution: { workflowId: "x" } } },
      ],
      { start_workflow: 1, signal_external_workflow: 1 },
    ],
    [
      "sending a signal to another workflow is free on the sender",
      [STARTED, { signalExternalWorkflowExecutionInitiatedEventAttributes: {} }],
      { start_workflow: 1 },
    ],
    [
      "an activity is one and each retry one more",
      [
        STARTED,
        { activityTaskScheduledEventAttributes: {} },
        { activityTaskStartedEventAttributes: { attempt: 3 } },
      ],
      { start_workflow: 1, schedule_activity: 1, retry_activity: 2 },
    ],
    [
      "markers are one per workflow task, versions free",
      [STARTED, marker(4, "core_local_activity"), marker(4, "SideEffect"), marker(9, "core_patch")],
      { start_workflow: 1, record_activity_markers: 1 },
    ],
    [
      "local activity retries are capped at 100 per task",
      [
        STARTED,
        {
          workflowTaskCompletedEventAttributes: {
            meteringMetadata: { nonfirstLocalActivityExecutionAttempts: 5000 },
          },
        },
      ],
      { start_workflow: 1, retry_activity_local: 100 },
    ],
    [
      "an upsert of nothing but the change version is free",
      [
        STARTED,
        {
          upsertWorkflowSearchAttributesEventAttributes: {
            searchAttributes: { indexedFields: { TemporalChangeVersion: {} } },
          },
        },
        {
          upsertWorkflowSearchAttributesEventAttributes: {
            searchAttributes: { indexedFields: { TemporalChangeVersion: {}, City: {} } },
          },
        },
      ],
      { start_workflow: 1, upsert_workflow_search_attributes: 1 },
    ],
    [
      "accepted updates count, their completion does not",
      [
        STARTED,
        { workflowExecutionUpdateAcceptedEventAttributes: {} },
        { workflowExecutionUpdateCompletedEventAttributes: {} },
      ],
      { start_workflow: 1, accept_workflow_update: 1 },
    ],
    [
      "cancel requests, terminations and completions are free",
      [
        STARTED,
        { workflowExecutionCancelRequestedEventAttributes: {} },
        { requestCancelExternalWorkflowExecutionInitiatedEventAttributes: {} },
        { timerFiredEventAttributes: {} },
        { workflowPropertiesModifiedEventAttributes: {} },
        { workflowExecutionTerminatedEventAttributes: {} },
      ],
      { start_workflow: 1 },
    ],
    [
      "a reset is one, and neither the copied past nor signals applied again count twice",
      [
        STARTED,
        { timerStartedEventAttributes: {} },
        { workflowTaskFailedEventAttributes: { cause: 20 } },
        SIGNALED,
        TASK,
        { timerStartedEventAttributes: {} },
      ],
      { reset_workflow: 1, start_timer: 1 },
    ],
  ];
  test.each(rows)("%s", (_title, events, expected) => {
    expect(counts(...events)).toEqual(expected);
  });
});
