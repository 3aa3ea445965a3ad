// What the four closing commands share: a workflow does not close over events it has not seen.
import { temporal } from "#contracts";
import type { Plan } from "./plan.ts";
import { refuse, type Refusal } from "./refusal.ts";

const { WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND } = temporal.api.enums.v1.WorkflowTaskFailedCause;

export function refuseWhileBuffered(plan: Plan): Refusal | undefined {
  return plan.hasBufferedEvents ? refuse(WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND, "") : undefined;
}
