// To which run and which workflow task a batch resets an execution: by id, by the build that completed it, or the first
// or last one.
import { codecOf, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { readEvents } from "../executions/read-history.ts";

type ResetOperation = temporal.api.batch.v1.IBatchOperationReset;

export interface ResetTarget {
  runId: string;
  /** Of the completed workflow task that is meant, or one after a task that was only scheduled. */
  finishEventId: number;
}

const { EventType, ResetType } = temporal.api.enums.v1;
const historyCodec = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");

/** Errors: FAILED_PRECONDITION when there is no such task. */
export async function findResetPoint(
  engine: Engine,
  execution: LiveExecution,
  { options, resetType }: ResetOperation,
): Promise<ResetTarget> {
  const { runId } = execution.state;
  const given = Number(options?.workflowTaskId ?? 0);
  if (given !== 0) return { runId, finishEventId: given };
  await execution.settled();
  if ((options?.buildId ?? "") !== "") {
    const wish = { buildId: options?.buildId ?? "", inRunOnly: options?.currentRunOnly === true };
    return pointOfBuild(execution, wish, engine.clock.now());
  }
  const isFirst =
    options == null
      ? resetType === ResetType.RESET_TYPE_FIRST_WORKFLOW_TASK
      : options.firstWorkflowTask != null;
  return { runId, finishEventId: await firstOrLastTask(engine, execution, isFirst) };
}

function pointOfBuild(
  { state }: LiveExecution,
  { buildId, inRunOnly }: { buildId: string; inRunOnly: boolean },
  now: number,
): ResetTarget {
  const point = state.resetPoints.find((one) => one.buildId === buildId);
  if (point === undefined) throw impossible(`Can't find reset point for ${buildId}`);
  if (!point.isResettable) throw impossible(`Reset point for ${buildId} is not resettable`);
  if (point.expiresAt !== 0 && point.expiresAt < now) {
    throw impossible(`Reset point for ${buildId} is expired`);
  }
  if (inRunOnly && point.runId !== "") {
    throw impossible(`Reset point for ${buildId} points to previous run and CurrentRunOnly is set`);
  }
  return { runId: point.runId || state.runId, finishEventId: point.completedEventId };
}

async function firstOrLastTask(engine: Engine, execution: LiveExecution, isFirst: boolean): Promise<number> {
  const { chunks } = await readEvents(engine, execution, {
    from: 1,
    until: execution.durableNextEventId,
    eventsMax: Number.MAX_SAFE_INTEGER,
    bytesMax: Number.MAX_SAFE_INTEGER,
  });
  const events = historyCodec.decode(Buffer.concat(chunks)).events ?? [];
  const idsOf = (type: temporal.api.enums.v1.EventType): number[] =>
    events.filter(({ eventType }) => eventType === type).map(({ eventId }) => Number(eventId));
  const completed = idsOf(EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED).at(isFirst ? 0 : -1);
  const scheduled = idsOf(EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED)[0];
  const point = completed ?? (scheduled === undefined ? undefined : scheduled + 1);
  if (point === undefined) throw impossible("unable to find any scheduled or completed task");
  return point;
}

function impossible(message: string): CloudError {
  return new CloudError("FAILED_PRECONDITION", message);
}
