// Workflows that start, signal and cancel others.
import type { ChildWorkflowCancellationType } from "@temporalio/workflow";
import {
  CancellationScope,
  ChildWorkflowFailure,
  executeChild,
  getExternalWorkflowHandle,
  isCancellation,
  sleep,
  startChild,
  type ParentClosePolicy,
} from "@temporalio/workflow";

export async function parentOf(childType: string, args: unknown[]): Promise<unknown> {
  try {
    return await executeChild(childType, { args });
  } catch (error) {
    if (!(error instanceof ChildWorkflowFailure)) throw error;
    return { failure: error.cause?.message, retryState: error.retryState, childType: error.workflowType };
  }
}

export async function summariseChild(childId: string, staticSummary: string): Promise<void> {
  await executeChild("echo", { workflowId: childId, args: ["x"], staticSummary });
}

export async function leaveChild(childId: string, policy: ParentClosePolicy): Promise<string> {
  const child = await startChild("forever", { workflowId: childId, parentClosePolicy: policy });
  return child.firstExecutionRunId;
}

export async function cancelChild(type: ChildWorkflowCancellationType): Promise<string> {
  const scope = new CancellationScope();
  const child = await scope.run(() => startChild("cleanUpOnCancel", { cancellationType: type }));
  await sleep(50);
  scope.cancel();
  return child.result().then(
    () => "finished",
    (error: unknown) => (isCancellation(error) ? "cancelled" : String(error)),
  );
}

export async function duplicateChild(childId: string): Promise<string> {
  await startChild("forever", { workflowId: childId, parentClosePolicy: "TERMINATE" });
  try {
    await startChild("forever", { workflowId: childId });
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
  return "started twice";
}

export async function signalOther(workflowId: string, signal: string, argument: string): Promise<string> {
  try {
    await getExternalWorkflowHandle(workflowId).signal(signal, argument);
    return "signalled";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export async function cancelOther(workflowId: string): Promise<string> {
  try {
    await getExternalWorkflowHandle(workflowId).cancel();
    return "cancel requested";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export async function grandparent(): Promise<unknown> {
  return executeChild("parentOf", { args: ["info", []] });
}
