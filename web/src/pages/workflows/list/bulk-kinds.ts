// What can be done to many workflows at once, as the API's batch operation and on the command line.
import type { RequestOf } from "#api/workflow-service";
import { batchCommand } from "../actions/commands.ts";
import { payloadsOf } from "../actions/json-input.ts";

export type BulkKind = "cancel" | "terminate" | "signal" | "reset" | "delete";
type BatchRequest = RequestOf<"StartBatchOperation">;

export interface BulkForm {
  kind: BulkKind;
  reason: string;
  signalName: string;
  signalInput: readonly string[];
  resetTo: "first" | "last";
}

export const BULK_WORDS: Readonly<Record<BulkKind, { verb: string; done: string; lost: string }>> = {
  cancel: {
    verb: "Cancel",
    done: "Cancellation requested",
    lost: "Each is asked to stop, and may clean up or refuse. Closed ones stay as they are.",
  },
  terminate: {
    verb: "Terminate",
    done: "Terminating",
    lost: "Each ends at once, without a chance to clean up. Closed ones stay as they are.",
  },
  signal: { verb: "Signal", done: "Signaling", lost: "Each open one gets the signal once." },
  reset: {
    verb: "Reset",
    done: "Resetting",
    lost: "Each runs again from that point in a new run; an open run is terminated for it.",
  },
  delete: {
    verb: "Delete",
    done: "Deleting",
    lost: "Histories and results are gone for good; open ones are terminated first.",
  },
};

export type BulkTarget =
  { namespace: string; query: string } | { namespace: string; runs: { workflowId: string; runId: string }[] };

export function batchRequest(form: BulkForm, target: BulkTarget, jobId: string): BatchRequest {
  return {
    namespace: target.namespace,
    jobId,
    reason: form.reason.trim(),
    ...("query" in target ? { visibilityQuery: target.query } : { executions: target.runs }),
    ...operationOf(form),
  };
}

function operationOf({ kind, signalName, signalInput, resetTo }: BulkForm): BatchRequest {
  switch (kind) {
    case "cancel":
      return { cancellationOperation: {} };
    case "terminate":
      return { terminationOperation: {} };
    case "signal":
      return {
        signalOperation: { signal: signalName.trim(), input: { payloads: payloadsOf(signalInput) } },
      };
    case "reset":
      return {
        resetOperation: {
          options: {
            ...(resetTo === "first" ? { firstWorkflowTask: {} } : { lastWorkflowTask: {} }),
            resetReapplyType: "RESET_REAPPLY_TYPE_ALL_ELIGIBLE",
          },
        },
      };
    case "delete":
      return { deletionOperation: {} };
  }
}

export function bulkCommand(form: BulkForm, on: { namespace: string; query: string }): string {
  const { kind, reason, signalName, signalInput, resetTo } = form;
  const input = signalInput
    .filter((text) => text.trim() !== "")
    .map((text) => ["input", text.trim()] as const);
  return batchCommand(kind, on, [
    ["reason", reason.trim()],
    ...(kind === "signal" ? [["name", signalName.trim()] as const, ...input] : []),
    ...(kind === "reset"
      ? [["type", resetTo === "first" ? "FirstWorkflowTask" : "LastWorkflowTask"] as const]
      : []),
  ]);
}
