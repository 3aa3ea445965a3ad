// Turns a group of transitions into the statements of one transaction. Runs at the moment the flush begins, without
// any pause, so that the encoded states are exactly those of the group's last transitions.
import { deleteStatement, upsertStatement } from "../visibility/index.ts";
import {
  deleteRuns,
  insertHistory,
  upsertCurrent,
  upsertExecutions,
  type ExecutionRow,
  type HistoryRow,
} from "../store/execution-statements.ts";
import { standaloneRow } from "../standalone/index.ts";
import { deleteStandalone, upsertStandalone } from "../store/standalone-statements.ts";
import type { Statement } from "../store/statement.ts";
import { expiryOf } from "../timers/retention.ts";
import { encodeState, nextWakeAt, pendingPlace, visibilityOf, type PendingPlace } from "../workflow/index.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import type { ExecutionWrite, FlushGroup } from "./flush-group.ts";

export function flushStatements(group: FlushGroup, now: number): Statement[] {
  const statements: Statement[] = [];
  const writes = [...group.writes.values()].filter(({ execution }) => !execution.isDeleted);
  const history = writes.flatMap(historyRow);
  if (writes.length > 0) statements.push(upsertExecutions(writes.map(executionRow)));
  if (history.length > 0) statements.push(insertHistory(history));
  const current = writes.filter((write) => write.isCurrent).map(({ execution }) => execution.state);
  if (current.length > 0) statements.push(upsertCurrent(lastOfEachWorkflow(current)));
  const listed = writes.filter((write) => write.isListed);
  const upsert = upsertStatement(listed.map(({ execution }) => visibilityOf(execution.state)));
  if (upsert !== undefined) statements.push(upsert);
  if (group.deletedRuns.length > 0) {
    statements.push(...deleteRuns(group.deletedRuns));
    const unlisted = deleteStatement(group.deletedRuns);
    if (unlisted !== undefined) statements.push(unlisted);
  }
  return [...statements, ...standaloneStatements(group, now), ...group.statements];
}

function standaloneStatements(group: FlushGroup, now: number): Statement[] {
  const statements: Statement[] = [];
  const rows = [...group.standalone]
    .filter((execution) => !execution.isDeleted)
    .map((execution) => standaloneRow(execution, group.counts.storage, now));
  if (rows.length > 0) statements.push(upsertStandalone(rows));
  if (group.deletedStandalone.length > 0) statements.push(deleteStandalone(group.deletedStandalone));
  return statements;
}

/** Batches of one run in one flush are stored as one row: concatenated batches are a history too. */
function historyRow({ execution, batches }: ExecutionWrite): HistoryRow[] {
  const first = batches[0];
  if (first === undefined) return [];
  return [
    {
      namespaceId: execution.state.namespaceId,
      runId: execution.state.runId,
      firstEventId: first.firstEventId,
      events: batches.length === 1 ? first.bytes : Buffer.concat(batches.map((batch) => batch.bytes)),
    },
  ];
}

function executionRow(write: ExecutionWrite): ExecutionRow {
  const { execution } = write;
  const { state } = execution;
  const isClosed = state.closedAt > 0;
  const marks = marksOf(execution, write.isExact);
  execution.storedWakeAt = marks.wakeAt;
  execution.storedPending = marks.pending;
  const encoded = encodeState(state);
  execution.stateBytes = encoded.length;
  return {
    namespaceId: state.namespaceId,
    workflowId: state.workflowId,
    runId: state.runId,
    status: state.status,
    historyBytes: execution.historyBytes,
    taskQueue: state.taskQueue,
    ...marks,
    deleteAt: isClosed ? expiryOf(state.closedAt, execution.namespace) : undefined,
    state: encoded,
  };
}

interface Marks {
  wakeAt: number | undefined;
  pending: PendingPlace;
}

/**
 * An earlier or larger mark than the truth only costs a look after a start, and keeping it saves the write of index
 * entries. A closed execution's are exact: callbacks that could not be told yet are tried again after the close.
 */
function marksOf(execution: LiveExecution, isExact: boolean): Marks {
  const { state } = execution;
  const wakeAt = nextWakeAt(state);
  if (isExact || execution.isClosed) return { wakeAt, pending: pendingPlace(state) };
  const { storedWakeAt, storedPending } = execution;
  const keepsStored = storedWakeAt !== undefined && wakeAt !== undefined && storedWakeAt <= wakeAt;
  return {
    wakeAt: keepsStored ? storedWakeAt : wakeAt,
    pending: storedPending === "elsewhere" || pendingPlace(state) === "elsewhere" ? "elsewhere" : "ownQueue",
  };
}

/** A statement may name a row once: of several runs of a workflow in one flush the last one is current. */
function lastOfEachWorkflow<Run extends { namespaceId: string; workflowId: string }>(runs: Run[]): Run[] {
  const last = new Map(runs.map((run) => [`${run.namespaceId}/${run.workflowId}`, run]));
  return last.size === runs.length ? runs : [...last.values()];
}
