// What the control plane needs on a Temporal cluster: a namespace of its own.
import { Connection } from "@temporalio/client";
import { durationOfMs } from "#contracts";
import { eventually } from "#harness/eventually";
import { randomIds } from "#shared/ids";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A namespace of its own for the control plane, once every part of the cluster sees it. */
export async function registerControlNamespace(address: string): Promise<string> {
  const namespace = `cellplane-${randomIds.short(8)}`;
  const connection = await Connection.connect({ address });
  const workflowExecutionRetentionPeriod = durationOfMs(DAY_MS);
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  await eventually(async () => {
    await connection.workflowService.listWorkflowExecutions({ namespace });
    return true;
  });
  await connection.close();
  return namespace;
}
