// Offers workflow and activity tasks to the task queues, and takes back what waits there and is over. A sticky offer that
// no worker would see goes back to the core, which offers it on the workflow's own queue.
import type { Engine } from "../engine.ts";
import type { Place } from "../matching/place.ts";
import type { QueueName, RunKey, TaskOffer } from "../matching/task.ts";
import {
  effectiveVersion,
  isSameVersion,
  mergedPriority,
  type Effect,
  type OfferActivityTask,
  type OfferWorkflowTask,
} from "../workflow/index.ts";
import { mayStaySticky } from "./assign-task.ts";
import { ignoreExpected } from "./close-effects.ts";
import type { LiveExecution } from "./live-execution.ts";
import { placeIn } from "./place-task.ts";
import { transact } from "./transact.ts";

/** A task with the queue that it belongs in. */
interface PlacedTask {
  name: QueueName;
  task: TaskOffer;
}

export function offerWorkflowTask(engine: Engine, execution: LiveExecution, offer: OfferWorkflowTask): void {
  const { name, task } = workflowTaskOf(engine, execution, offer);
  if (!offer.isSticky) engine.matching.offer(name, task);
  else if (mayStaySticky(engine, { task, stickyQueue: name, normalTaskQueue: offer.normalTaskQueue })) {
    engine.matching.queue(name).offer(task);
  } else offerToAll(engine, execution);
}

/**
 * Gives tasks to polls that wait, though the transition that made them is not durable yet: the start of a task then
 * shares its flush, and a poll is answered only when the start is durable (C1). Returns what is left to do after the
 * commit.
 */
export function handOverTasks(engine: Engine, execution: LiveExecution, effects: Effect[]): Effect[] {
  const isLeft = (effect: Effect): boolean => {
    if (effect.kind === "offerActivityTask") {
      const { name, task } = activityTaskOf(engine, execution, effect);
      return !engine.matching.handOver(name, task);
    }
    return effect.kind !== "offerWorkflowTask" || !handOverWorkflowTask(engine, execution, effect);
  };
  return effects.length === 0 ? effects : effects.filter(isLeft);
}

function handOverWorkflowTask(engine: Engine, execution: LiveExecution, offer: OfferWorkflowTask): boolean {
  const { name, task } = workflowTaskOf(engine, execution, offer);
  if (!offer.isSticky) return engine.matching.handOver(name, task);
  const { normalTaskQueue } = offer;
  if (!mayStaySticky(engine, { task, stickyQueue: name, normalTaskQueue })) return false;
  return engine.matching.queue(name).handOver(task);
}

function workflowTaskOf(engine: Engine, execution: LiveExecution, offer: OfferWorkflowTask): PlacedTask {
  const { namespaceId } = execution.state;
  return {
    name: { namespaceId, type: "workflow", name: offer.taskQueue },
    task: {
      kind: "workflow",
      run: runKeyOf(execution),
      place: placeIn(engine, namespaceId, offer.priority),
      directive: offer.directive,
      scheduledEventId: offer.scheduledEventId,
      attempt: offer.attempt,
      scheduledAt: offer.scheduledAt,
    },
  };
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
  const { name, task } = activityTaskOf(engine, execution, offer);
  engine.matching.offer(name, task);
}

function activityTaskOf(engine: Engine, execution: LiveExecution, offer: OfferActivityTask): PlacedTask {
  const { namespaceId, priority } = execution.state;
  return {
    name: { namespaceId, type: "activity", name: offer.taskQueue },
    task: {
      kind: "activity",
      run: runKeyOf(execution),
      place: placeIn(engine, namespaceId, mergedPriority(priority, offer.priority)),
      directive: offer.directive,
      scheduledEventId: offer.scheduledEventId,
      attempt: offer.attempt,
      stamp: offer.stamp,
      scheduledAt: offer.scheduledAt,
    },
  };
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
      isSamePlace(task.place, placeIn(engine, state.namespaceId, state.priority)) &&
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
