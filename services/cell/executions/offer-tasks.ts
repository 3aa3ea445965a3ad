// Offers workflow and activity tasks to the task queues, and takes back what waits there and is over. A sticky offer that
// no worker would see goes back to the core, which offers it on the workflow's own queue.
import type { Engine } from "../engine.ts";
import { placeOf, type Place } from "../matching/place.ts";
import type { QueueName, RunKey, TaskOffer } from "../matching/task.ts";
import {
  effectiveVersion,
  isSameVersion,
  mergedPriority,
  type OfferActivityTask,
  type OfferWorkflowTask,
} from "../workflow/index.ts";
import { mayStaySticky } from "./assign-task.ts";
import { ignoreExpected } from "./close-effects.ts";
import type { LiveExecution } from "./live-execution.ts";
import { transact } from "./transact.ts";

export function offerWorkflowTask(engine: Engine, execution: LiveExecution, offer: OfferWorkflowTask): void {
  const { namespaceId } = execution.state;
  const name: QueueName = { namespaceId, type: "workflow", name: offer.taskQueue };
  const task: TaskOffer = {
    kind: "workflow",
    run: runKeyOf(execution),
    place: placeOf(offer.priority),
    directive: offer.directive,
    scheduledEventId: offer.scheduledEventId,
    attempt: offer.attempt,
    scheduledAt: offer.scheduledAt,
  };
  if (!offer.isSticky) engine.matching.offer(name, task);
  else if (mayStaySticky(engine, { task, stickyQueue: name, normalTaskQueue: offer.normalTaskQueue })) {
    engine.matching.queue(name).offer(task);
  } else offerToAll(engine, execution);
}

/** What became of the task meanwhile may have made the offer needless. */
function offerToAll(engine: Engine, execution: LiveExecution): void {
  if (execution.isDropped) return;
  try {
    transact(engine, execution, { kind: "resetSticky" });
  } catch (error) {
    ignoreExpected(error);
  }
}

export function offerActivityTask(engine: Engine, execution: LiveExecution, offer: OfferActivityTask): void {
  const { namespaceId } = execution.state;
  engine.matching.offer(
    { namespaceId, type: "activity", name: offer.taskQueue },
    {
      kind: "activity",
      run: runKeyOf(execution),
      place: placeOf(mergedPriority(execution.state.priority, offer.priority)),
      directive: offer.directive,
      scheduledEventId: offer.scheduledEventId,
      attempt: offer.attempt,
      stamp: offer.stamp,
      scheduledAt: offer.scheduledAt,
    },
  );
}

/** Tasks that wait in line for this execution and are over, or have another place now, leave it. */
export function reviewOffers(engine: Engine, execution: LiveExecution): void {
  engine.matching.review(execution.state.runId, (task) => isWanted(engine, execution, task));
}

function isWanted(engine: Engine, { state, isClosed }: LiveExecution, task: TaskOffer): boolean {
  if (task.kind === "query") return engine.queries.has(task.queryId) && !engine.queries.isTaken(task.queryId);
  // A Nexus request is of no run; whoever waits for its answer takes it away.
  if (task.kind === "nexus") return true;
  if (isClosed) return false;
  if (task.kind === "workflow") {
    const pending = state.workflowTask;
    if (pending?.startedEventId !== 0 || pending.attempt !== task.attempt) return false;
    return (
      pending.scheduledEventId === task.scheduledEventId &&
      isSamePlace(task.place, placeOf(state.priority)) &&
      isSameVersion(task.directive, effectiveVersion(state))
    );
  }
  if (task.kind === "standaloneActivity") return false;
  const activity = state.activities.get(task.scheduledEventId);
  return activity?.startedAt === 0 && activity.attempt === task.attempt && activity.stamp === task.stamp;
}

function isSamePlace(a: Place | undefined, b: Place | undefined): boolean {
  return a?.level === b?.level && a?.key === b?.key && a?.weight === b?.weight;
}

export function runKeyOf({ state }: LiveExecution): RunKey {
  return { namespaceId: state.namespaceId, workflowId: state.workflowId, runId: state.runId };
}
