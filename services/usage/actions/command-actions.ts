// How many billable actions a worker's completion of one workflow task causes. A cell counts with this when it accepts
// the commands; a command that is refused, or dropped because the task failed, costs nothing.
import type { temporal } from "#contracts";
import type { Action } from "./kinds.ts";
import { isBillableMarker, isBillableUpsert, localRetriesOf, START_CHILD_WORKFLOW_COUNT } from "./rules.ts";

type Command = temporal.api.command.v1.ICommand;

/** What one accepted command costs; undefined for a free one and for markers, which are counted per task. */
export function actionOfCommand(command: Command): Action | undefined {
  if (command.scheduleActivityTaskCommandAttributes != null) return one("schedule_activity");
  if (command.startTimerCommandAttributes != null) return one("start_timer");
  if (command.startChildWorkflowExecutionCommandAttributes != null) {
    return { kind: "start_child_workflow", count: START_CHILD_WORKFLOW_COUNT };
  }
  if (command.continueAsNewWorkflowExecutionCommandAttributes != null) return one("continue_as_new_workflow");
  if (command.scheduleNexusOperationCommandAttributes != null) return one("schedule_nexus_operation");
  if (command.requestCancelNexusOperationCommandAttributes != null) {
    return one("request_nexus_operation_cancellation");
  }
  const upsert = command.upsertWorkflowSearchAttributesCommandAttributes;
  if (upsert != null && isBillableUpsert(upsert.searchAttributes)) {
    return one("upsert_workflow_search_attributes");
  }
  return undefined;
}

export interface TaskCompletion {
  /** The commands that were accepted, all of them. */
  commands: readonly Command[];
  /** `metering_metadata` of RespondWorkflowTaskCompleted. */
  meteringMetadata?: temporal.api.common.v1.IMeteringMetadata | null | undefined;
  /** The worker keeps the task alive for its local activities: `force_create_new_workflow_task` is set. */
  isHeartbeat?: boolean | undefined;
  /** Update messages that led to an UpdateAccepted event. */
  acceptedUpdates?: number | undefined;
  /** Update messages that rejected. */
  rejectedUpdates?: number | undefined;
}

/** Everything one accepted RespondWorkflowTaskCompleted costs. */
export function actionsOfTaskCompletion(completion: TaskCompletion): Action[] {
  const actions: Action[] = [];
  let hasMarker = false;
  for (const command of completion.commands) {
    const action = actionOfCommand(command);
    if (action !== undefined) actions.push(action);
    const marker = command.recordMarkerCommandAttributes;
    if (marker != null && isBillableMarker(marker.markerName)) hasMarker = true;
  }
  if (hasMarker) actions.push(one("record_activity_markers"));
  const localRetries = localRetriesOf(completion.meteringMetadata);
  if (localRetries > 0) actions.push({ kind: "retry_activity_local", count: localRetries });
  if (completion.isHeartbeat === true) actions.push(one("record_workflow_heartbeat"));
  const accepted = completion.acceptedUpdates ?? 0;
  if (accepted > 0) actions.push({ kind: "accept_workflow_update", count: accepted });
  const rejected = completion.rejectedUpdates ?? 0;
  if (rejected > 0) actions.push({ kind: "reject_workflow_update", count: rejected });
  return actions;
}

function one(kind: Action["kind"]): Action {
  return { kind, count: 1 };
}
