// One act of a schedule: takes what is due, decides what to start and to stop, and puts the runs and the schedule's row
// into one flush, so that neither is ever stored without the other.
import type { ActionKind } from "#usage/actions";
import { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import { ignoreExpected } from "../executions/close-effects.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { startAfter } from "../executions/start-run.ts";
import { transact } from "../executions/transact.ts";
import type { ScheduleCounts } from "../measures/measures.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import { upsertSchedule } from "../store/schedule-store.ts";
import { upsertStatement } from "../visibility/index.ts";
import { recordStart } from "./changes.ts";
import { takeDue } from "./due-starts.ts";
import { spendAction } from "./limited-actions.ts";
import { listedSchedule } from "./listed-schedule.ts";
import type { LiveSchedule } from "./live-schedule.ts";
import { decideOverlap, type OverlapDecision } from "./overlap.ts";
import { noticeEnds } from "./notice-ends.ts";
import { policyOf, scheduledStart, schedulerIdentity, workflowIdOf } from "./scheduled-start.ts";
import type { BufferedStart, ScheduleState } from "./state.ts";
import { rowOf } from "./stored-schedule.ts";

const { WORKFLOW_EXECUTION_STATUS_RUNNING } = temporal.api.enums.v1.WorkflowExecutionStatus;

export interface Change {
  apply(state: ScheduleState, now: EpochMs): void;
  bill?: ActionKind;
}

/** Executions by workflow id, found before the act: the act itself does not pause. */
type Found = ReadonlyMap<string, LiveExecution | undefined>;

/** True when what is left in the buffer may go now. Errors: UNAVAILABLE, and those of the change; then reload. */
export async function act(engine: Engine, live: LiveSchedule, change?: Change): Promise<boolean> {
  const namespace = engine.namespaces.byId(live.state.namespaceId);
  if (namespace === undefined || live.isGone) throw new CloudError("NOT_FOUND", "schedule not found");
  const { state } = live;
  const now = engine.clock.now();
  const before = countsOf(state);
  takeDue(state, live.spec, now);
  change?.apply(state, now);
  takeDue(state, live.spec, now);
  await noticeEnds(engine, state);
  if (state.schedule.action.startWorkflow == null) state.buffer = [];
  const decision = decideOverlap(state.buffer, state.running.length > 0, (start) => policyOf(state, start));
  const found = await findAll(engine, state, decision);
  if (live.isGone) throw new CloudError("NOT_FOUND", "schedule not found");

  const group = engine.journal.group();
  state.buffer = decision.rest;
  state.overlapSkipped += decision.skipped;
  const isDone = startAll(engine, namespace, { state, decision, found });
  if (decision.stopRunning !== undefined) stopAll(engine, namespace, { state, decision, found });
  engine.measures.scheduled(namespace.name, before, countsOf(state));
  state.revision += 1;
  group.statements.push(upsertSchedule(rowOf(state)));
  const listed = upsertStatement([listedSchedule(state)]);
  if (listed !== undefined) group.statements.push(listed);
  if (change?.bill !== undefined) {
    const labels = engine.counters.labels(namespace.name, labelsOf(state));
    group.counts.actions.add(labels, now, [{ kind: change.bill, count: 1 }]);
  }
  await group.durable;
  engine.reach?.("schedule.acted");
  return !isDone && state.buffer.length > 0;
}

function countsOf(state: ScheduleState): ScheduleCounts {
  const { actionCount, bufferDropped, missedCatchupWindow, overlapSkipped } = state;
  return { actionCount, bufferDropped, missedCatchupWindow, overlapSkipped };
}

export function labelsOf({ schedule }: ScheduleState): { workflowType: string; taskQueue: string } {
  const action = schedule.action.startWorkflow;
  return { workflowType: action?.workflowType?.name ?? "", taskQueue: action?.taskQueue?.name ?? "" };
}

async function findAll(engine: Engine, state: ScheduleState, decision: OverlapDecision): Promise<Found> {
  const starts = startsOf(decision).map((start) => workflowIdOf(state, start));
  const stops = decision.stopRunning === undefined ? [] : state.running.map(({ workflowId }) => workflowId);
  const { namespaceId } = state;
  const find = async (workflowId: string): Promise<[string, LiveExecution | undefined]> => [
    workflowId,
    await engine.executions.find({ namespaceId, workflowId, runId: "" }),
  ];
  return new Map(await Promise.all([...new Set([...starts, ...stops])].map(find)));
}

function startsOf({ overlapping, exclusive }: OverlapDecision): BufferedStart[] {
  return exclusive === undefined ? overlapping : [...overlapping, exclusive];
}

interface Acting {
  state: ScheduleState;
  decision: OverlapDecision;
  found: Found;
}

/** False when a start was not made, so that its place is free. */
function startAll(engine: Engine, namespace: Namespace, acting: Acting): boolean {
  const { state, decision } = acting;
  let isDone = true;
  for (const start of startsOf(decision)) {
    if (!spendAction(state, start.isManual)) {
      isDone = false;
      continue;
    }
    try {
      startOne(engine, namespace, { ...acting, start });
    } catch (error) {
      if (!(error instanceof CloudError) || error.code === "UNAVAILABLE") throw error;
      engine.log.warn({ err: error, scheduleId: state.scheduleId }, "a scheduled workflow was not started");
      isDone = false;
    }
  }
  return isDone;
}

function startOne(engine: Engine, namespace: Namespace, acting: Acting & { start: BufferedStart }): void {
  const { state, decision, start } = acting;
  const input = scheduledStart(namespace, state, start);
  const current = currentOf(engine, acting, workflowIdOf(state, start));
  const { execution } = startAfter(engine, namespace, { current, input });
  const action = {
    workflowId: execution.state.workflowId,
    firstRunId: execution.state.firstRunId,
    scheduledAt: start.actualAt,
    startedAt: engine.clock.now(),
    status: WORKFLOW_EXECUTION_STATUS_RUNNING,
  };
  recordStart(state, action, start === decision.exclusive);
}

function stopAll(engine: Engine, namespace: Namespace, acting: Acting): void {
  const { state, decision } = acting;
  const identity = schedulerIdentity(namespace, state);
  for (const run of state.running) {
    const execution = currentOf(engine, acting, run.workflowId);
    if (execution?.state.firstRunId !== run.firstRunId || execution.isClosed) continue;
    try {
      if (decision.stopRunning === "terminate") {
        const reason = "terminated by schedule overlap policy";
        transact(engine, execution, {
          kind: "terminate",
          reason,
          identity,
          details: undefined,
          links: undefined,
        });
      } else {
        const cause = "cancelled by schedule overlap policy";
        const requestId = `${run.firstRunId}:schedule`;
        transact(engine, execution, { kind: "requestCancel", cause, identity, requestId, links: undefined });
      }
    } catch (error) {
      ignoreExpected(error);
    }
  }
}

/** What was found a moment ago must still be what is there. */
function currentOf(engine: Engine, { state, found }: Acting, workflowId: string): LiveExecution | undefined {
  const held = engine.executions.held({ namespaceId: state.namespaceId, workflowId, runId: "" });
  if (held === undefined && found.get(workflowId) !== undefined) {
    throw new CloudError("UNAVAILABLE", "The cell lost track of the workflow for a moment. Try again.");
  }
  return held;
}
