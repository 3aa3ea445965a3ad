// What pages ask a batch operation: its kinds and states, in words.
import type { ReactNode } from "react";
import type { EnumName, Message } from "#api/workflow-service";
import { StatusMark } from "#components/status-mark";

export type BatchInfo = Message<"temporal.api.batch.v1.BatchOperationInfo">;
export type BatchState = EnumName<"temporal.api.enums.v1.BatchOperationState">;
export type BatchType = EnumName<"temporal.api.enums.v1.BatchOperationType">;

/** "Terminate workflow" of BATCH_OPERATION_TYPE_TERMINATE_WORKFLOW. */
export function typeWords(type: BatchType | undefined): string {
  const words = (type ?? "").replace("BATCH_OPERATION_TYPE_", "").replaceAll("_", " ").toLowerCase();
  return words === "" || words === "unspecified" ? "—" : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

export function BatchStatus({ state }: { state: BatchState | undefined }): ReactNode {
  if (state === "BATCH_OPERATION_STATE_RUNNING") return <StatusMark status="running" />;
  if (state === "BATCH_OPERATION_STATE_COMPLETED") return <StatusMark status="completed" />;
  return <StatusMark status="failed" word="Stopped or failed" />;
}

export function stateWord(state: BatchState | undefined): string {
  return (state ?? "").replace("BATCH_OPERATION_STATE_", "").toLowerCase();
}
