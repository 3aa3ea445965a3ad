// Looks at the runs that a schedule believes to be running: what ended while nobody could tell it is noticed here.
import { codecOf, temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { readEvents } from "../executions/read-history.ts";
import { recordEnd, type RunEnd } from "./changes.ts";
import type { ScheduledRun, ScheduleState } from "./state.ts";

const historyCodec = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");
const { WORKFLOW_EXECUTION_STATUS_UNSPECIFIED } = temporal.api.enums.v1.WorkflowExecutionStatus;

/** Changes the given state. */
export async function noticeEnds(engine: Engine, state: ScheduleState): Promise<void> {
  const ends = await Promise.all(state.running.map((run) => endOf(engine, state.namespaceId, run)));
  for (const end of ends) if (end !== undefined) recordEnd(state, end);
}

async function endOf(engine: Engine, namespaceId: string, run: ScheduledRun): Promise<RunEnd | undefined> {
  const { workflowId, firstRunId } = run;
  let found = await engine.executions.find({ namespaceId, workflowId, runId: "" });
  // Another chain has taken the workflow id: the run that began ours tells how it ended.
  if (found?.state.firstRunId !== firstRunId) {
    found = await engine.executions.find({ namespaceId, workflowId, runId: firstRunId });
  }
  if (found === undefined) return { ...run, status: WORKFLOW_EXECUTION_STATUS_UNSPECIFIED, event: undefined };
  return found.isClosed && (found.state.newRunId === "" || !found.isCurrent)
    ? endOfExecution(engine, found)
    : undefined;
}

export async function endOfExecution(engine: Engine, execution: LiveExecution): Promise<RunEnd> {
  const { workflowId, firstRunId, status } = execution.state;
  return { workflowId, firstRunId, status, event: await closeEventOf(engine, execution) };
}

async function closeEventOf(
  engine: Engine,
  execution: LiveExecution,
): Promise<temporal.api.history.v1.IHistoryEvent | undefined> {
  const { closeEvent, closeEventId } = execution.state;
  if (closeEvent !== undefined) return closeEvent;
  await execution.settled();
  const range = { from: closeEventId, until: closeEventId + 1, eventsMax: 1, bytesMax: 1 };
  const { chunks } = await readEvents(engine, execution, range);
  return historyCodec.decode(Buffer.concat(chunks)).events?.[0];
}
