// What every definition of a schedule needs before it is taken: an id, a spec that can be understood, an action that
// can be started. Errors are INVALID_ARGUMENT in Temporal's words.
import { temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import {
  completeSchedule,
  SCHEDULE_WORKFLOW_ID_PREFIX,
  scheduleLimits,
  SpecError,
  type CompleteSchedule,
} from "../schedules/index.ts";
import { validateSearchAttributes } from "../visibility/index.ts";
import { checkText, invalid } from "./lookup.ts";

const { WorkflowIdReusePolicy: Reuse } = temporal.api.enums.v1;
const TIMESTAMP_EXAMPLE = "-2009-11-10T23:00:00Z";

export function checkedScheduleId(scheduleId: string | null | undefined): string {
  if (scheduleId == null || scheduleId === "") throw invalid("ScheduleId is not set on request.");
  checkText(`${SCHEDULE_WORKFLOW_ID_PREFIX}${scheduleId}`, "WorkflowId");
  return scheduleId;
}

export function checkedSchedule(
  engine: Engine,
  namespace: Namespace,
  given: temporal.api.schedule.v1.ISchedule | null | undefined,
): CompleteSchedule {
  const action = given?.action?.startWorkflow;
  if (action != null) checkAction(engine, namespace, action);
  if (Buffer.byteLength(given?.state?.notes ?? "") > scheduleLimits.notesBytesMax) throw notesTooLong();
  try {
    return completeSchedule(given);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw invalid(`Invalid schedule spec: ${error.message}`);
  }
}

function checkAction(
  engine: Engine,
  namespace: Namespace,
  action: temporal.api.workflow.v1.INewWorkflowExecutionInfo,
): void {
  const { idBytesMax } = engine.limits;
  if (!action.workflowId) throw invalid("WorkflowId is not set on request.");
  checkText(`${action.workflowId}${TIMESTAMP_EXAMPLE}`, "WorkflowId");
  if (!action.workflowType?.name) throw invalid("WorkflowType is not set on request.");
  checkText(action.workflowType.name, "WorkflowType");
  if (action.workflowType.name.length > idBytesMax) throw invalid("WorkflowType length exceeds limit.");
  if (!action.taskQueue?.name) throw invalid("missing task queue name");
  checkText(action.taskQueue.name, "TaskQueue");
  if (action.cronSchedule) throw invalid("Scheduled workflow must not contain CronSchedule");
  const reuse = action.workflowIdReusePolicy || Reuse.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE;
  if (reuse !== Reuse.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE) {
    throw invalid("Scheduled workflow must not contain WorkflowIDReusePolicy");
  }
  validateSearchAttributes(action.searchAttributes, namespace);
}

export function checkNotes(patch: temporal.api.schedule.v1.ISchedulePatch | null | undefined): void {
  for (const notes of [patch?.pause ?? "", patch?.unpause ?? ""]) {
    if (Buffer.byteLength(notes) > scheduleLimits.notesBytesMax) throw notesTooLong();
  }
}

function notesTooLong(): Error {
  return invalid("Schedule notes exceeds limit.");
}
