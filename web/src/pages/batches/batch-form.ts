// What the form of a batch operation holds, and what it is as a request and as a command. Pure.
import type { RequestOf } from "#api/workflow-service";
import { temporalCommand, type CliTarget } from "#format/temporal-cli";

export const OPERATIONS = [
  {
    value: "cancel",
    label: "Cancel",
    text: "Asks each workflow to end; its code can clean up.",
    verb: "Cancel",
    needsName: false,
  },
  {
    value: "terminate",
    label: "Terminate",
    text: "Ends each workflow at once; its code learns nothing of it.",
    verb: "Terminate",
    needsName: true,
  },
  {
    value: "signal",
    label: "Signal",
    text: "Sends each workflow a signal.",
    verb: "Signal",
    needsName: false,
  },
  {
    value: "reset",
    label: "Reset",
    text: "Runs each workflow again from its first or last workflow task.",
    verb: "Reset",
    needsName: false,
  },
  {
    value: "delete",
    label: "Delete",
    text: "Removes each workflow with its history; an open one is terminated first.",
    verb: "Delete",
    needsName: true,
  },
] as const;

export type Operation = (typeof OPERATIONS)[number]["value"];
export type ResetPoint = "FirstWorkflowTask" | "LastWorkflowTask";

export interface BatchForm {
  query: string;
  operation: Operation;
  reason: string;
  signalName: string;
  resetPoint: ResetPoint;
  /** Empty for the server's own. */
  perSecond: string;
}

export const EMPTY_BATCH: BatchForm = {
  ...{ query: "", operation: "cancel", reason: "", signalName: "" },
  ...{ resetPoint: "LastWorkflowTask", perSecond: "" },
};

export function isComplete(form: BatchForm): boolean {
  const hasRate = form.perSecond.trim() === "" || Number(form.perSecond) > 0;
  const hasSignal = form.operation !== "signal" || form.signalName.trim() !== "";
  return form.query.trim() !== "" && form.reason.trim() !== "" && hasRate && hasSignal;
}

/** The filter of those that it will act on: most operations are about open workflows only. Empty for none. */
export function actedOn({ query, operation }: BatchForm): string {
  const given = query.trim();
  const isForAll = operation === "reset" || operation === "delete";
  return given === "" || isForAll ? given : `(${given}) AND ExecutionStatus = "Running"`;
}

export function startRequest(
  form: BatchForm,
  { namespace, jobId, identity }: { namespace: string; jobId: string; identity: string },
): RequestOf<"StartBatchOperation"> {
  const perSecond = Number(form.perSecond);
  return {
    ...{ namespace, jobId, visibilityQuery: form.query.trim(), reason: form.reason.trim() },
    ...(form.perSecond.trim() === "" ? {} : { maxOperationsPerSecond: perSecond }),
    ...operationPart(form, identity),
  };
}

function operationPart(form: BatchForm, identity: string): Partial<RequestOf<"StartBatchOperation">> {
  switch (form.operation) {
    case "cancel":
      return { cancellationOperation: { identity } };
    case "terminate":
      return { terminationOperation: { identity } };
    case "signal":
      return { signalOperation: { signal: form.signalName.trim(), identity } };
    case "delete":
      return { deletionOperation: { identity } };
    case "reset": {
      const isFirst = form.resetPoint === "FirstWorkflowTask";
      const options = isFirst ? { firstWorkflowTask: {} } : { lastWorkflowTask: {} };
      return { resetOperation: { identity, options } };
    }
  }
}

export function startCommand(form: BatchForm, target: CliTarget): string {
  return temporalCommand(`workflow ${form.operation}`, target, {
    query: form.query.trim(),
    ...(form.operation === "signal" ? { name: form.signalName.trim() } : {}),
    ...(form.operation === "reset" ? { type: form.resetPoint } : {}),
    reason: form.reason.trim(),
    rps: form.perSecond,
    yes: true,
  });
}
