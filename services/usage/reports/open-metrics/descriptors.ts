// The metrics that are served, by the names of Temporal Cloud's OpenMetrics reference. Only what usage and the control
// plane know exactly: no metric here is an estimate of another.
export interface MetricDescriptor {
  name: string;
  unit: "rate" | "value";
  help: string;
  labels: readonly string[];
}

const BASE = ["region", "temporal_account", "temporal_namespace"] as const;
/** Taken, and without effect: no metric here has them. */
export const OPT_IN_LABELS: readonly string[] = [
  "temporal_activity_type",
  "temporal_worker_deployment_name",
  "temporal_worker_build_id",
];

export const BILLABLE_ACTIONS = "temporal_cloud_v1_billable_action_count";
export const TOTAL_ACTIONS = "temporal_cloud_v1_total_action_count";
export const ACTION_LIMIT = "temporal_cloud_v1_action_limit";
export const REQUEST_LIMIT = "temporal_cloud_v1_service_request_limit";
export const ACTION_ENVELOPE = "temporal_cloud_v1_action_on_demand_envelope_limit";
export const REQUEST_ENVELOPE = "temporal_cloud_v1_service_request_on_demand_envelope_limit";
export const CAPACITY_UNITS = "temporal_cloud_v1_provisioned_capacity_tru_count";

export const DESCRIPTORS: readonly MetricDescriptor[] = [
  rate(BILLABLE_ACTIONS, "Billable actions per second, by action type and workflow type.", [
    "action_type",
    "namespace_mode",
    "temporal_workflow_type",
  ]),
  rate(TOTAL_ACTIONS, "Actions per second that count against the action limit.", [
    "is_background",
    "namespace_mode",
  ]),
  value(ACTION_LIMIT, "Actions per second that the namespace may do now."),
  value(REQUEST_LIMIT, "Requests per second that the namespace may make now."),
  value(ACTION_ENVELOPE, "Actions per second that the namespace might do on demand."),
  value(REQUEST_ENVELOPE, "Requests per second that the namespace might make on demand."),
  value(CAPACITY_UNITS, "Temporal Resource Units provisioned for the namespace; 0 on demand."),
];

function rate(name: string, help: string, labels: readonly string[]): MetricDescriptor {
  return { name, unit: "rate", help, labels: [...BASE, ...labels].sort() };
}

function value(name: string, help: string): MetricDescriptor {
  return { name, unit: "value", help, labels: BASE };
}
