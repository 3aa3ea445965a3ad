// The endpoint of the server itself. Its only operation is off in Temporal's server unless it is told otherwise.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { refuse, type Refusal } from "./refusal.ts";

type Attributes = temporal.api.command.v1.IScheduleNexusOperationCommandAttributes;

export const SYSTEM_ENDPOINT = "__temporal_system";

const { WORKFLOW_TASK_FAILED_CAUSE_BAD_SCHEDULE_NEXUS_OPERATION_ATTRIBUTES: BAD } =
  temporal.api.enums.v1.WorkflowTaskFailedCause;
const SERVICE = "temporal.api.workflowservice.v1.WorkflowService";
const OPERATION = "SignalWithStartWorkflowExecution";

/** Errors: UNIMPLEMENTED for the operation that there is; the task stays with the worker. */
export function refuseSystemOperation({ nexusHeader, service, operation }: Attributes): Refusal {
  if (Object.keys(nexusHeader ?? {}).length > 0) {
    const what = "ScheduleNexusOperationCommandAttributes.NexusHeader must be empty";
    return refuse(BAD, `${what} when using ${SYSTEM_ENDPOINT} endpoint`);
  }
  if (service !== SERVICE) return refuse(BAD, `service ${JSON.stringify(service ?? "")} not found`);
  if (operation !== OPERATION) return refuse(BAD, `operation ${JSON.stringify(operation ?? "")} not found`);
  throw new CloudError("UNIMPLEMENTED", "SignalWithStart operation is disabled");
}
