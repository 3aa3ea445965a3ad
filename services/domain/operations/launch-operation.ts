// Starts the workflow of an operation after its row is committed. The reconciler calls the same function again for
// operations that stayed unfinished, so a crash between commit and start costs only time.
import assert from "node:assert/strict";
import type { WorkflowStarter } from "#domain/context";
import type { OperationRow } from "./operation.ts";

export async function launchOperation(
  workflows: WorkflowStarter,
  operation: OperationRow,
  signal?: AbortSignal,
): Promise<void> {
  assert(operation.workflowType !== "", "an operation without a workflow ends in its own transaction");
  await workflows.start({
    workflowType: operation.workflowType,
    accountId: operation.accountId,
    operationId: operation.id,
    // Operation and account are always part of the input, whatever the use case added.
    input: {
      ...(operation.workflowInput as Record<string, unknown>),
      operationId: operation.id,
      accountId: operation.accountId,
    },
    ...(signal === undefined ? {} : { signal }),
  });
}
