// Applies a command to a live execution and hands what follows to the journal. Everything here happens without a pause,
// so commands of one execution are in order; answers wait for `settled`.
import { CloudError } from "#shared/errors";
import { decideContext, type Engine } from "../engine.ts";
import {
  decide,
  forgetCloseEvent,
  nextWakeAt,
  type Command,
  type CommandResults,
  type Effect,
  type Outcome,
} from "../workflow/index.ts";
import { releaseQueries } from "../queries/release-queries.ts";
import { LiveExecution } from "./live-execution.ts";
import { handOverTasks, reviewOffers } from "./offer-tasks.ts";
import { runEffects } from "./run-effects.ts";
import { warnOfLength } from "./warn-of-length.ts";

/** temporal.api.enums.v1.EventType of events that change what is listed. */
const LISTED_EVENT_TYPES: ReadonlySet<number> = new Set([
  40, // UPSERT_WORKFLOW_SEARCH_ATTRIBUTES
  46, // WORKFLOW_PROPERTIES_MODIFIED
  58, // WORKFLOW_EXECUTION_PAUSED
  59, // WORKFLOW_EXECUTION_UNPAUSED
]);

/**
 * The command's result, before it is durable. Errors: those of the command, and UNAVAILABLE; after either, nothing of
 * the command has happened.
 */
export function transact<Given extends Command>(
  engine: Engine,
  execution: LiveExecution,
  command: Given,
): CommandResults[Given["kind"]] {
  // Refuses before the state is changed when the journal takes nothing now.
  engine.journal.group();
  if (execution.isDropped) throw gone(execution);
  const outcome = decide(execution.state, command, decideContext(engine));
  record(engine, execution, outcome);
  return outcome.result;
}

function gone({ isDeleted, state }: LiveExecution): CloudError {
  if (isDeleted) return new CloudError("NOT_FOUND", `workflow not found for ID: ${state.workflowId}`);
  return new CloudError("UNAVAILABLE", "The cell lost track of the workflow for a moment. Try again.");
}

/** The command's result when it is durable, and its error when what the error is about is. */
export async function commit<Given extends Command>(
  engine: Engine,
  execution: LiveExecution,
  command: Given,
): Promise<CommandResults[Given["kind"]]> {
  let result: CommandResults[Given["kind"]];
  try {
    result = transact(engine, execution, command);
  } catch (error) {
    await execution.settled();
    throw error;
  }
  await execution.settled();
  return result;
}

/** Hands an outcome to the journal, with the next run of the chain if there is one. */
export function record(
  engine: Engine,
  execution: LiveExecution,
  outcome: Outcome<unknown>,
  options: { isNew?: boolean } = {},
): void {
  const isNew = options.isNew === true;
  if (outcome.isDurable || isNew) recordDurable(engine, execution, outcome, isNew);
  else if (execution.group === undefined) carryOut(engine, execution, outcome.effects);
  else execution.group.afterCommit.push(() => carryOut(engine, execution, outcome.effects));
  engine.wakes.set(execution.state, nextWakeAt(execution.state));
  if (outcome.newRun !== undefined) recordNewRun(engine, execution.namespace, outcome.newRun);
}

/** Registers and records a run that did not exist before. */
export function recordNewRun(
  engine: Engine,
  namespace: LiveExecution["namespace"],
  run: { state: LiveExecution["state"]; outcome: Outcome<unknown> },
): LiveExecution {
  const execution = new LiveExecution(namespace, run.state, true);
  execution.batches = [];
  engine.executions.addNew(execution);
  record(engine, execution, run.outcome, { isNew: true });
  return execution;
}

function recordDurable(
  engine: Engine,
  execution: LiveExecution,
  outcome: Outcome<unknown>,
  isNew: boolean,
): void {
  const { state, namespace } = execution;
  const now = engine.clock.now();
  const group = engine.journal.group();
  const write = group.write(execution);
  let bytes = 0;
  for (const batch of outcome.batches) {
    write.batches.push(batch);
    execution.hold({ firstEventId: batch.firstEventId, nextEventId: batch.nextEventId, bytes: batch.bytes });
    bytes += batch.bytes.length;
    if (batch.events.some((event) => LISTED_EVENT_TYPES.has(event.eventType ?? 0))) write.isListed = true;
  }
  const [first] = outcome.batches;
  if (first !== undefined) warnOfLength(engine, execution, { firstEventId: first.firstEventId, bytes });
  group.heldBytes += bytes;
  engine.executions.grow(execution.batches === undefined ? 0 : bytes);
  if (outcome.isListed) write.isListed = true;
  if (isNew) write.isCurrent = write.isListed = true;
  countBytes(group.counts.storage, execution, bytes, now);
  engine.measures.recorded(state, outcome, () => engine.counters.labels(namespace.name, state));
  if (outcome.actions.length > 0) {
    group.counts.actions.add(engine.counters.labels(namespace.name, state), now, outcome.actions);
  }
  if (execution.isClosed && !execution.isCloseRecorded) {
    execution.isCloseRecorded = true;
    write.isListed = write.isClosed = true;
    engine.retention.closed(state.closedAt, namespace);
  }
  const effects = handOverTasks(engine, execution, outcome.effects);
  group.afterCommit.push(() => {
    engine.executions.measure(execution);
    carryOut(engine, execution, effects);
    if (execution.queries.length > 0) releaseQueries(engine, execution);
    execution.notify();
    if (!execution.isDurablyClosed) return;
    forgetCloseEvent(state);
    engine.executions.ended(execution);
  });
}

/** What waits in task queues and is over goes before what is new comes. */
function carryOut(engine: Engine, execution: LiveExecution, effects: readonly Effect[]): void {
  reviewOffers(engine, execution);
  runEffects(engine, execution, effects);
}

/** The close of an execution moves its bytes from active to retained. */
function countBytes(
  storage: { add(namespace: string, storageClass: "active" | "retained", now: number, bytes: number): void },
  execution: LiveExecution,
  bytes: number,
  now: number,
): void {
  const { name } = execution.namespace;
  if (execution.isCloseRecorded) {
    storage.add(name, "retained", now, bytes);
  } else if (execution.isClosed) {
    storage.add(name, "active", now, bytes - execution.historyBytes);
    storage.add(name, "retained", now, execution.historyBytes);
  } else {
    storage.add(name, "active", now, bytes);
  }
}
