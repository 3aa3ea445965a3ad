// Waits until an update has come as far as its caller wants, and tells how far it is.
import { codecOf, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { UnaryCall } from "#shared/grpc";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { readEvents } from "../executions/read-history.ts";
import { isAtLeast } from "../executions/update-waiters.ts";
import { updateStatusOf, type UpdateStage, type UpdateStatus } from "../workflow/index.ts";
import { WATCH_MS_MAX, watchSignal } from "./poll-timeout.ts";
import type { WantedStage } from "./update-request.ts";

type Outcome = temporal.api.update.v1.IOutcome;

const { EventType, UpdateWorkflowExecutionLifecycleStage: Stage } = temporal.api.enums.v1;

const NUMBERS: Readonly<Record<UpdateStage, temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage>> = {
  admitted: Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ADMITTED,
  accepted: Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ACCEPTED,
  completed: Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED,
};

const historyCodec = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");

export interface ReachedStage {
  stage: UpdateStage;
  outcome: Outcome | undefined;
}

/**
 * The stage when it is reached, or the one there is when the server has waited long enough: the caller asks again.
 * Errors: DEADLINE_EXCEEDED when the caller's own time is over first; those that abort the update.
 */
export async function waitForStage(
  engine: Engine,
  execution: LiveExecution,
  { status, wanted, call }: { status: UpdateStatus; wanted: WantedStage; call: UnaryCall },
): Promise<ReachedStage> {
  if (wanted === "current" || isAtLeast(status.stage, wanted)) {
    return { stage: status.stage, outcome: await outcomeOf(engine, execution, status) };
  }
  const { signal, done } = watchSignal(engine, call, WATCH_MS_MAX);
  try {
    const reached = await execution.updates.wait(status.updateId, wanted, signal);
    if (reached?.stage === "completed") return { stage: "completed", outcome: reached.outcome };
    if (reached === undefined && call.signal.aborted) {
      throw new CloudError("DEADLINE_EXCEEDED", "context deadline exceeded");
    }
    // What was accepted may have been completed with it: then that is told.
    const now = updateStatusOf(execution.state, status.updateId) ?? status;
    await execution.settled();
    return { stage: now.stage, outcome: await outcomeOf(engine, execution, now) };
  } finally {
    done();
  }
}

async function outcomeOf(
  engine: Engine,
  execution: LiveExecution,
  status: UpdateStatus,
): Promise<Outcome | undefined> {
  if (status.outcome !== undefined || status.outcomeEventId === 0) return status.outcome;
  const page = await readEvents(engine, execution, {
    from: status.outcomeEventId,
    until: status.outcomeEventId + 1,
    eventsMax: 1,
    bytesMax: Number.MAX_SAFE_INTEGER,
  });
  const event = historyCodec.decode(Buffer.concat(page.chunks)).events?.[0];
  return event?.workflowExecutionUpdateCompletedEventAttributes?.outcome ?? undefined;
}

/** What both calls about updates answer. */
export function stageMessage(
  { state }: LiveExecution,
  updateId: string,
  { stage, outcome }: ReachedStage,
): temporal.api.workflowservice.v1.IPollWorkflowExecutionUpdateResponse {
  return {
    updateRef: { workflowExecution: { workflowId: state.workflowId, runId: state.runId }, updateId },
    stage: NUMBERS[stage],
    outcome: outcome ?? null,
  };
}

/** To the event of the acceptance; a failure may have none, so it leads to the workflow. */
export function linkToUpdate(
  { state, namespace }: LiveExecution,
  requestId: string,
  { stage, outcome }: ReachedStage,
): temporal.api.common.v1.ILink | null {
  const target = { namespace: namespace.name, workflowId: state.workflowId, runId: state.runId };
  if (stage === "completed" && outcome?.failure != null) {
    return { workflow: { ...target, reason: "Update rejected" } };
  }
  if (stage === "admitted") return null;
  const eventType = EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED;
  return { workflowEvent: { ...target, requestIdRef: { requestId, eventType } } };
}
