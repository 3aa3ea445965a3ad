// To which completed workflow tasks a chain of runs can be reset by the build whose worker completed them first: one for
// each build, kept over continue-as-new, retries and cron until the run it is of is no longer stored.
import { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { ExecutionState, HistoryEvent, ResetPoint } from "../state.ts";
import { buildIdOf, versionOfMessage } from "../versioning/version-name.ts";
import { int64, msOf, numberOf, timestampIfSet, timestampOf } from "../wire-numbers.ts";

type Message = temporal.api.workflow.v1.IResetPoints;
type Completed = temporal.api.history.v1.IWorkflowTaskCompletedEventAttributes;

const { EventType } = temporal.api.enums.v1;
/** They end the wait for a child or another workflow. */
const OF_OTHERS: ReadonlySet<number> = new Set([
  EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_FAILED,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_FAILED,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_CANCELED,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TIMED_OUT,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TERMINATED,
  EventType.EVENT_TYPE_EXTERNAL_WORKFLOW_EXECUTION_SIGNALED,
  EventType.EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED,
  EventType.EVENT_TYPE_EXTERNAL_WORKFLOW_EXECUTION_CANCEL_REQUESTED,
  EventType.EVENT_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED,
]);

/** As Temporal's: the oldest go first. */
const POINTS_MAX = 20;

/** Before the commands of the task are applied. */
export function noteResetPoint(state: ExecutionState, event: HistoryEvent, completed: Completed): void {
  const binaryChecksum = completed.binaryChecksum ?? "";
  const buildId = buildOf(completed);
  const points = state.resetPoints;
  if (points.some((point) => point.binaryChecksum === binaryChecksum && point.buildId === buildId)) return;
  points.push({
    binaryChecksum,
    buildId,
    runId: "",
    completedEventId: numberOf(event.eventId),
    createdAt: msOf(event.eventTime),
    expiresAt: 0,
    isResettable: !isWaitingForOthers(state),
  });
  if (points.length > POINTS_MAX) points.shift();
}

/** What came while the worker had the task is still ahead of it in the history, where a replay finds it. */
function isWaitingForOthers({
  children,
  externalCancels,
  externalSignals,
  bufferedEvents,
}: ExecutionState): boolean {
  if (children.size + externalCancels.size + externalSignals.size > 0) return true;
  return bufferedEvents.some(({ eventType }) => OF_OTHERS.has(eventType ?? 0));
}

function buildOf({ deploymentVersion, deployment, workerVersion }: Completed): string {
  if (deploymentVersion != null) return buildIdOf(versionOfMessage(deploymentVersion));
  return (deployment ?? workerVersion)?.buildId ?? "";
}

/** For the run that follows this one at `now`: this one's go with it, after the retention of its namespace. */
export function inheritedResetPoints(
  state: ExecutionState,
  { now, retentionMs }: { now: EpochMs; retentionMs: number },
): Message | null {
  const kept = state.resetPoints.filter(({ expiresAt }) => expiresAt === 0 || expiresAt >= now);
  if (kept.length === 0) return null;
  return describeResetPoints(
    state.runId,
    kept.map((point) => (point.runId === "" ? { ...point, expiresAt: now + retentionMs } : point)),
  );
}

export function resetPointsOf(message: Message | null | undefined): ResetPoint[] {
  return (message?.points ?? []).map((point) => ({
    binaryChecksum: point.binaryChecksum ?? "",
    buildId: point.buildId ?? "",
    runId: point.runId ?? "",
    completedEventId: numberOf(point.firstWorkflowTaskCompletedId),
    createdAt: msOf(point.createTime),
    expiresAt: msOf(point.expireTime),
    isResettable: point.resettable ?? false,
  }));
}

export function describeResetPoints(ownRunId: string, points: readonly ResetPoint[]): Message {
  return {
    points: points.map((point) => ({
      binaryChecksum: point.binaryChecksum,
      buildId: point.buildId,
      runId: point.runId || ownRunId,
      firstWorkflowTaskCompletedId: int64(point.completedEventId),
      createTime: timestampOf(point.createdAt),
      expireTime: timestampIfSet(point.expiresAt),
      resettable: point.isResettable,
    })),
  };
}
