// Resets a workflow: gathers the past of a run and what was told to it since, then makes the new run, ends the open one
// and moves the current-run pointer in one transaction. Nothing pauses from the last look at the runs to the end.
import { codecOf, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { decideContext, type Engine } from "../engine.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import {
  decide,
  isReapplied,
  messageOfOverride,
  resetRun,
  type HistoryEvent,
  type OptionsChange,
  type ReapplyExclusion,
} from "../workflow/index.ts";
import type { LiveExecution } from "./live-execution.ts";
import { noticeOverride } from "./notice-override.ts";
import { readEvents } from "./read-history.ts";
import { record, recordNewRun } from "./transact.ts";

/** Runs may change while their histories are read; then it is tried again. */
const TRIES_MAX = 20;
/** Runs of a continue-as-new chain whose signals and updates are applied again. */
const CHAIN_RUNS_MAX = 10_000;

const historyCodec = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");

export interface ResetWish {
  workflowId: string;
  /** Empty: the current run. */
  runId: string;
  /** The new run's own history begins with this event id. */
  finishEventId: number;
  requestId: string;
  reason: string;
  excluded: ReadonlySet<ReapplyExclusion>;
  optionsChanges: readonly OptionsChange[];
}

interface Gathered {
  past: { events: HistoryEvent[]; bytes: Uint8Array };
  reapplied: HistoryEvent[];
  /** Whether the chain that was read ends with the current run. */
  reachesCurrent: boolean;
  /** How far the histories of runs that may still change were read. */
  readTo: Map<LiveExecution, number>;
}

/** The id of the new run, or of the one that an earlier call with this request id made. Errors: INVALID_ARGUMENT, NOT_FOUND. */
export async function resetExecution(engine: Engine, namespace: Namespace, wish: ResetWish): Promise<string> {
  const lookup = { namespaceId: namespace.id, workflowId: wish.workflowId };
  for (let count = 0; count < TRIES_MAX; count += 1) {
    const base = await engine.executions.find({ ...lookup, runId: wish.runId });
    const current = await engine.executions.find({ ...lookup, runId: "" });
    if (base === undefined) throw notFound(wish);
    const { finishEventId } = wish;
    if (finishEventId <= 1 || finishEventId >= base.state.nextEventId) {
      throw new CloudError(
        "INVALID_ARGUMENT",
        "Workflow task finish ID must be > 1 && <= workflow last event ID.",
      );
    }
    if (current?.state.startRequestIds[wish.requestId] !== undefined) {
      await current.settled();
      return current.state.runId;
    }
    const gathered = await gather(engine, { base, current, wish });
    const isSame = engine.executions.held({ ...lookup, runId: "" }) === current || current === undefined;
    if (!isSame || !isUnchanged(gathered)) continue;
    const made = apply(engine, namespace, { base, current, wish, gathered });
    await made.settled();
    noticeOverride(engine, namespace.id, messageOfOverride(made.state.versioning?.override));
    return made.state.runId;
  }
  throw new CloudError("UNAVAILABLE", "The workflow changes too fast to be reset. Try again.");
}

function notFound({ workflowId }: ResetWish): CloudError {
  return new CloudError("NOT_FOUND", `workflow not found for ID: ${workflowId}`);
}

function isUnchanged({ readTo }: Gathered): boolean {
  for (const [run, until] of readTo) if (run.isDropped || run.state.nextEventId !== until) return false;
  return true;
}

interface Runs {
  base: LiveExecution;
  current: LiveExecution | undefined;
  wish: ResetWish;
}

async function gather(engine: Engine, { base, current, wish }: Runs): Promise<Gathered> {
  const { finishEventId, excluded } = wish;
  const readTo = new Map<LiveExecution, number>();
  const past = await eventsOf(engine, base, 1, finishEventId);
  const reapplied: HistoryEvent[] = [];
  let run: LiveExecution | undefined = base;
  let last = base;
  for (let count = 0; run !== undefined && count < CHAIN_RUNS_MAX; count += 1) {
    await run.settled();
    const until = run.durableNextEventId;
    readTo.set(run, until);
    last = run;
    const { events } = await eventsOf(engine, run, run === base ? finishEventId : 1, until);
    for (const event of events) if (isReapplied(event, excluded)) reapplied.push(event);
    const nextRunId = events.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? "";
    if (nextRunId === "") break;
    const { namespaceId, workflowId } = base.state;
    // A run that retention removed ends the chain.
    run = await engine.executions.find({ namespaceId, workflowId, runId: nextRunId });
  }
  if (current !== undefined && !readTo.has(current)) {
    await current.settled();
    readTo.set(current, current.state.nextEventId);
  }
  return { past, reapplied, reachesCurrent: last === current, readTo };
}

async function eventsOf(
  engine: Engine,
  run: LiveExecution,
  from: number,
  until: number,
): Promise<{ events: HistoryEvent[]; bytes: Uint8Array }> {
  if (from >= until) return { events: [], bytes: new Uint8Array(0) };
  const { chunks } = await readEvents(engine, run, {
    from,
    until,
    eventsMax: Number.MAX_SAFE_INTEGER,
    bytesMax: Number.MAX_SAFE_INTEGER,
  });
  const bytes = Buffer.concat(chunks);
  return { events: historyCodec.decode(bytes).events ?? [], bytes };
}

/** Does not pause: all three runs are in the same transaction. */
function apply(
  engine: Engine,
  namespace: Namespace,
  { base, current, wish, gathered }: Runs & { gathered: Gathered },
): LiveExecution {
  engine.journal.group();
  engine.namespaces.requireThere(namespace);
  const context = decideContext(engine);
  const { state } = base;
  const { workflowId, requestId, reason, excluded, optionsChanges } = wish;
  const runId = engine.ids.orderedUuid(context.now);
  const input = {
    identity: { namespace: namespace.name, namespaceId: namespace.id, workflowId, runId },
    base: { runId: state.runId, startRequestId: state.startRequestId, version: state.version },
    past: gathered.past,
    requestId,
    reason,
    optionsChanges,
  };
  // Refuses what cannot be reset before anything is changed.
  resetRun({ ...input, reapplied: [] }, context);
  const late: HistoryEvent[] = [];
  for (const run of new Set([base, ...(current === undefined ? [] : [current])])) {
    const ended = decide(
      run.state,
      {
        kind: "makeWay",
        ...(run === base ? { resetRunId: runId } : {}),
        ...(run === current ? { terminateReason: reason } : {}),
      },
      context,
    );
    record(engine, run, ended);
    if (run === current && gathered.reachesCurrent)
      late.push(...ended.batches.flatMap(({ events }) => events));
  }
  // Events that waited for a workflow task entered the history only now.
  const reapplied = [...gathered.reapplied, ...late.filter((event) => isReapplied(event, excluded))];
  return recordNewRun(engine, namespace, resetRun({ ...input, reapplied }, context));
}
