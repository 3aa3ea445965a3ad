// Nexus operations are not served yet: a workflow that asks for one is told so, and its task fails.
import { temporal } from "#contracts";
import { refuse } from "./refusal.ts";
import { taskCommand } from "./task-command.ts";

const { WorkflowTaskFailedCause } = temporal.api.enums.v1;
const DISABLED = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_FEATURE_DISABLED;

export const scheduleNexusOperation = taskCommand({
  attributes: "scheduleNexusOperationCommandAttributes",
  cause: WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SCHEDULE_NEXUS_OPERATION_ATTRIBUTES,
  prepare: () => refuse(DISABLED, "Nexus operations disabled"),
});

export const cancelNexusOperation = taskCommand({
  attributes: "requestCancelNexusOperationCommandAttributes",
  cause: WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_REQUEST_CANCEL_NEXUS_OPERATION_ATTRIBUTES,
  prepare: () => refuse(DISABLED, "Nexus operations disabled"),
});
