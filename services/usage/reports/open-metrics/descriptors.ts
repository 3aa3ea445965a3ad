// The metrics that are served, by the names and labels of Temporal Cloud's OpenMetrics reference. Only what is known exactly
// or was measured where it happened: no metric here is an estimate of another.
export interface MetricDescriptor {
  name: string;
  unit: "rate" | "value" | "seconds";
  help: string;
  labels: readonly string[];
  /** Shown when it is asked for alone. */
  optInLabels: readonly string[];
}

const PREFIX = "temporal_cloud_v1_";
const BASE = ["region", "temporal_account", "temporal_namespace"] as const;
const ACTIVITY_TYPE = "temporal_activity_type";
/** Of them, only the activity type is on a metric here. */
export const OPT_IN_LABELS: readonly string[] = [
  ACTIVITY_TYPE,
  "temporal_worker_deployment_name",
  "temporal_worker_build_id",
];

export const BILLABLE_ACTIONS = `${PREFIX}billable_action_count`;
export const TOTAL_ACTIONS = `${PREFIX}total_action_count`;
export const ACTION_LIMIT = `${PREFIX}action_limit`;
export const REQUEST_LIMIT = `${PREFIX}service_request_limit`;
export const ACTION_ENVELOPE = `${PREFIX}action_on_demand_envelope_limit`;
export const REQUEST_ENVELOPE = `${PREFIX}service_request_on_demand_envelope_limit`;
export const CAPACITY_UNITS = `${PREFIX}provisioned_capacity_tru_count`;

const OPERATION = ["operation"];
const OF_RUN = ["temporal_task_queue", "temporal_workflow_type"];
const OF_POLL = ["operation", "task_type", "temporal_task_queue"];

export const DESCRIPTORS: readonly MetricDescriptor[] = [
  rate("service_request_count", "Calls per second.", OPERATION),
  rate(
    "service_request_throttled_count",
    "Calls per second that a limit of the namespace refused.",
    OPERATION,
  ),
  rate("service_error_count", "Calls per second that failed through the service's fault.", OPERATION),
  rate(
    "resource_exhausted_error_count",
    "Calls per second that a resource refused, other than by the namespace's limits.",
    OPERATION,
  ),
  value("service_pending_requests", "Polls that wait for a task now.", OPERATION),
  ...percentiles(
    "service_latency",
    "Time that calls took which were answered, without long polls.",
    OPERATION,
  ),
  rate("workflow_success_count", "Workflows per second that completed.", OF_RUN),
  rate("workflow_failed_count", "Workflows per second that failed.", OF_RUN),
  rate("workflow_timeout_count", "Workflows per second that timed out.", OF_RUN),
  rate("workflow_cancel_count", "Workflows per second that were canceled.", OF_RUN),
  rate("workflow_terminate_count", "Workflows per second that were terminated.", OF_RUN),
  rate("workflow_continued_as_new_count", "Workflows per second that continued as new.", OF_RUN),
  ...percentiles("workflow_schedule_to_close_latency", "Time from the start of a workflow to its end.", [
    "temporal_workflow_type",
  ]),
  ...activityRate("activity_success_count", "Activities per second that completed."),
  ...activityRate("activity_fail_count", "Activities per second that failed for good."),
  ...activityRate("activity_timeout_count", "Activities per second that timed out for good.", [
    "timeout_type",
  ]),
  ...activityRate("activity_cancel_count", "Activities per second that were canceled."),
  ...activityRate("activity_task_fail_count", "Attempts of activities per second that failed."),
  ...activityRate("activity_task_timeout_count", "Attempts of activities per second that timed out.", [
    "timeout_type",
  ]),
  ...percentiles(
    "activity_start_to_close_latency",
    "Time of an activity's last attempt.",
    [],
    [ACTIVITY_TYPE],
  ),
  ...percentiles(
    "activity_schedule_to_close_latency",
    "Time from the scheduling of an activity to its end.",
    [],
    [ACTIVITY_TYPE],
  ),
  value("approximate_backlog_count", "Tasks that wait in a task queue.", [
    ...["task_priority", "task_type", "temporal_task_queue"],
  ]),
  rate("poll_success_count", "Polls per second that got a task.", OF_POLL),
  rate("poll_success_sync_count", "Polls per second that got a task which did not have to wait.", OF_POLL),
  rate("poll_timeout_count", "Polls per second that got none in their time.", OF_POLL),
  rate("no_poller_tasks_count", "Tasks per second that came into a queue which nobody polls.", [
    ...["task_type", "temporal_task_queue"],
  ]),
  value("namespace_open_workflows", "Workflows that are open."),
  rate("schedule_action_success_count", "Workflows per second that schedules started."),
  rate("schedule_buffer_overruns_count", "Starts per second that a full buffer of a schedule dropped."),
  rate("schedule_missed_catchup_window_count", "Starts per second that a schedule was too late for."),
  rate("schedule_overlap_skipped_count", "Starts per second that a schedule's overlap policy skipped."),
  rate("billable_action_count", "Billable actions per second, by action type and workflow type.", [
    ...["action_type", "namespace_mode", "temporal_workflow_type"],
  ]),
  rate("total_action_count", "Actions per second that count against the action limit.", [
    ...["is_background", "namespace_mode"],
  ]),
  rate("total_action_throttled_count", "Calls per second that the action limit refused."),
  value("action_limit", "Actions per second that the namespace may do now."),
  value("service_request_limit", "Requests per second that the namespace may make now."),
  value("action_on_demand_envelope_limit", "Actions per second that the namespace might do on demand."),
  value(
    "service_request_on_demand_envelope_limit",
    "Requests per second that the namespace might make on demand.",
  ),
  value(
    "provisioned_capacity_tru_count",
    "Temporal Resource Units provisioned for the namespace; 0 on demand.",
  ),
];

export function nameOfMeasured(metric: string): string {
  return PREFIX + metric;
}

type Described = Pick<MetricDescriptor, "unit" | "help">;

function described(
  name: string,
  { unit, help }: Described,
  labels: readonly string[],
  optIn: readonly string[],
) {
  return { name: PREFIX + name, unit, help, labels: [...BASE, ...labels].sort(), optInLabels: optIn };
}

function rate(name: string, help: string, labels: readonly string[] = []): MetricDescriptor {
  return described(name, { unit: "rate", help }, labels, []);
}

function value(name: string, help: string, labels: readonly string[] = []): MetricDescriptor {
  return described(name, { unit: "value", help }, labels, []);
}

function activityRate(name: string, help: string, labels: readonly string[] = []): MetricDescriptor[] {
  return [described(name, { unit: "rate", help }, [...OF_RUN, ...labels], [ACTIVITY_TYPE])];
}

function percentiles(
  name: string,
  help: string,
  labels: readonly string[],
  optIn: readonly string[] = [],
): MetricDescriptor[] {
  return [50, 95, 99].map((percent) =>
    described(
      `${name}_p${percent}`,
      { unit: "seconds", help: `${help} Percentile ${percent}.` },
      labels,
      optIn,
    ),
  );
}
