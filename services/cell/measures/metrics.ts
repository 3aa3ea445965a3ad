// What the cell measures, by the public names of Temporal Cloud's metrics without their prefix, and their labels.
import type { MetricName } from "#shared/minute-series";

const OF_RUN = ["temporal_workflow_type", "temporal_task_queue"] as const;
const OF_ACTIVITY = [...OF_RUN, "temporal_activity_type"] as const;
const OF_POLL = ["temporal_task_queue", "task_type", "operation"] as const;

const metric = (name: string, labels: readonly string[]): MetricName => ({ name, labels });

/** By the type of the event that closes a run: temporal.api.enums.v1.EventType. */
export const RUN_ENDS: Readonly<Record<number, MetricName>> = {
  2: metric("workflow_success_count", OF_RUN),
  3: metric("workflow_failed_count", OF_RUN),
  4: metric("workflow_timeout_count", OF_RUN),
  21: metric("workflow_cancel_count", OF_RUN),
  27: metric("workflow_terminate_count", OF_RUN),
  28: metric("workflow_continued_as_new_count", OF_RUN),
};
export const RUN_LATENCY = metric("workflow_schedule_to_close_latency", ["temporal_workflow_type"]);

export const ACTIVITY_ENDS = {
  success: metric("activity_success_count", OF_ACTIVITY),
  fail: metric("activity_fail_count", OF_ACTIVITY),
  timeout: metric("activity_timeout_count", [...OF_ACTIVITY, "timeout_type"]),
  cancel: metric("activity_cancel_count", OF_ACTIVITY),
  attemptFail: metric("activity_task_fail_count", OF_ACTIVITY),
  attemptTimeout: metric("activity_task_timeout_count", [...OF_ACTIVITY, "timeout_type"]),
} as const;
export const ATTEMPT_LATENCY = metric("activity_start_to_close_latency", ["temporal_activity_type"]);
export const ACTIVITY_LATENCY = metric("activity_schedule_to_close_latency", ["temporal_activity_type"]);

export const POLLS = {
  success: metric("poll_success_count", OF_POLL),
  sync: metric("poll_success_sync_count", OF_POLL),
  timeout: metric("poll_timeout_count", OF_POLL),
} as const;
export const NO_POLLER = metric("no_poller_tasks_count", ["temporal_task_queue", "task_type"]);
export const BACKLOG = metric("approximate_backlog_count", [
  "temporal_task_queue",
  "task_type",
  "task_priority",
]);
export const OPEN_RUNS = metric("namespace_open_workflows", []);

export const SCHEDULES = {
  success: metric("schedule_action_success_count", []),
  overruns: metric("schedule_buffer_overruns_count", []),
  missed: metric("schedule_missed_catchup_window_count", []),
  skipped: metric("schedule_overlap_skipped_count", []),
} as const;
