// The names of all billable actions, as Temporal Cloud's billable_action_count metric spells them.
// Only names and labels live here; what causes an action and how many is told by the files beside this one.

export const ACTION_KINDS = [
  "start_workflow",
  "start_workflow_multi_operation",
  "signal_workflow_with_start",
  "schedule_workflow",
  "continue_as_new_workflow",
  "start_child_workflow",
  "reset_workflow",
  "update_workflow_options",
  "update_workflow_options_via_start",
  "upsert_workflow_search_attributes",
  "record_workflow_heartbeat",
  "schedule_activity",
  "retry_activity",
  "record_activity_heartbeat",
  "record_activity_heartbeat_by_id",
  "record_activity_markers",
  "retry_activity_local",
  "start_timer",
  "signal_workflow",
  "signal_external_workflow",
  "query_workflow",
  "accept_workflow_update",
  "reject_workflow_update",
  "create_schedule",
  "update_schedule",
  "patch_schedule",
  "delete_schedule",
  "schedule_nexus_operation",
  "request_nexus_operation_cancellation",
  "start_standalone_activity",
  "retry_standalone_activity",
  "record_standalone_activity_heartbeat",
  "pause_standalone_activity",
  "reset_standalone_activity",
  "update_standalone_activity_options",
  "export_workflow",
] as const;

export type ActionKind = (typeof ACTION_KINDS)[number];

/** `count` billable actions of one kind; always a positive whole number. */
export interface Action {
  kind: ActionKind;
  count: number;
}

const KNOWN: ReadonlySet<string> = new Set(ACTION_KINDS);

export function isActionKind(name: string): name is ActionKind {
  return KNOWN.has(name);
}

/**
 * Kinds that leave no event in any history: a recount needs the caller's own log of these calls (U1).
 * Each is counted once per call that succeeded.
 */
export const EVENTLESS_KINDS = [
  "query_workflow",
  "record_activity_heartbeat",
  "record_activity_heartbeat_by_id",
  "record_workflow_heartbeat",
  "reject_workflow_update",
  "create_schedule",
  "update_schedule",
  "patch_schedule",
  "delete_schedule",
  "start_standalone_activity",
  "retry_standalone_activity",
  "record_standalone_activity_heartbeat",
  "pause_standalone_activity",
  "reset_standalone_activity",
  "update_standalone_activity_options",
  "export_workflow",
] as const satisfies readonly ActionKind[];

/** The label of what does not fit a source's bounded number of workflow types and task queues: never lost, only unnamed. */
export const OTHER_LABEL = "other";

/** Sums actions of the same kind. */
export function sumActions(actions: Iterable<Action>): Map<ActionKind, number> {
  const sums = new Map<ActionKind, number>();
  for (const { kind, count } of actions) sums.set(kind, (sums.get(kind) ?? 0) + count);
  return sums;
}

/** All actions of all kinds. */
export function totalOf(actions: Iterable<Action>): number {
  let total = 0;
  for (const { count } of actions) total += count;
  return total;
}
