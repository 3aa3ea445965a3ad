// Why a worker's commands are not accepted: the cause in the failed event and the words the worker gets.
import { temporal } from "#contracts";

export type Cause = temporal.api.enums.v1.WorkflowTaskFailedCause;

export interface Refusal {
  cause: Cause;
  message: string;
  /** The workflow is terminated: the same commands would come again for ever. */
  terminates: boolean;
}

const PREFIX = "WORKFLOW_TASK_FAILED_CAUSE_";
const causeNames = new Map<number, string>(
  Object.entries(temporal.api.enums.v1.WorkflowTaskFailedCause).flatMap(([name, value]) =>
    typeof value === "number" ? [[value, camelCase(name.slice(PREFIX.length))] as const] : [],
  ),
);

function camelCase(name: string): string {
  return name
    .toLowerCase()
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

export function nameOfCause(cause: Cause): string {
  return causeNames.get(cause) ?? "Unspecified";
}

/** `message` is empty when the cause says it all. */
export function refuse(cause: Cause, message: string): Refusal {
  const name = nameOfCause(cause);
  return { cause, message: message === "" ? name : `${name}: ${message}`, terminates: false };
}

export function refuseForGood(cause: Cause, message: string): Refusal {
  return { ...refuse(cause, message), terminates: true };
}
