// What each statement of a flush does to the tables, by the statement's name. A statement that is not here fails the
// simulation: whoever adds one to the cell says here what it means.
import { bytes, jsons, numbers, required, texts, timestamps, uuids } from "./array-decoder.ts";
import { DEPLOYMENT_WRITES } from "./deployments.ts";
import { deleteStandalone, upsertStandalone } from "./standalone.ts";
import { keyOf, type HistoryRecord, type Row, type Tables, type UndoLog } from "./tables.ts";

/** An error as the driver gives it. */
export class StoreError extends Error {
  readonly code: string;
  /** Only of what the server says. */
  readonly severity: string | undefined;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
    this.severity = code.startsWith("E") ? undefined : "ERROR";
  }
}

type Values = readonly unknown[];
type Write = (tables: Tables, undo: UndoLog, values: Values) => void;

export const WRITES: Readonly<Record<string, Write>> = {
  fence: (tables, _undo, [epoch]) => {
    if (Number(epoch) !== tables.epoch.epoch) throw new StoreError("CP001", "the epoch is superseded");
  },
  "executions-upsert": upsertExecutions,
  "history-insert": insertHistory,
  "current-upsert": (tables, undo, [namespaces, workflows, runs]) => {
    const [namespaceIds, workflowIds, runIds] = [uuids(namespaces), texts(workflows), uuids(runs)];
    unique(runIds.map((_, place) => keyOf(required(namespaceIds, place), required(workflowIds, place))));
    runIds.forEach((_, place) => {
      const key = keyOf(required(namespaceIds, place), required(workflowIds, place));
      undo.set(tables.current, key, required(runIds, place));
    });
  },
  "executions-delete": (tables, undo, [namespaces, runs]) => {
    for (const key of keysOf(uuids(namespaces), uuids(runs))) undo.delete(tables.executions, key);
  },
  "history-delete": (tables, undo, [namespaces, runs]) => {
    for (const key of keysOf(uuids(namespaces), uuids(runs))) {
      const rows = tables.history.get(key);
      if (rows !== undefined) undo.set(tables.deletedHistory, key, rows);
      undo.delete(tables.history, key);
    }
  },
  "current-delete": (tables, undo, [namespaces, workflows, runs]) => {
    const runIds = uuids(runs);
    keysOf(uuids(namespaces), texts(workflows)).forEach((key, place) => {
      if (tables.current.get(key) === runIds[place]) undo.delete(tables.current, key);
    });
  },
  "visibility-upsert": upsertVisibility,
  "visibility-delete": (tables, undo, [namespaces, workflows, runs]) => {
    const runIds = uuids(runs);
    keysOf(uuids(namespaces), texts(workflows)).forEach((key, place) => {
      undo.delete(tables.visibility, keyOf(key, required(runIds, place)));
    });
  },
  "counter-log-insert": (tables, undo, [flushNumber, deltas]) => {
    const number = Number(flushNumber);
    if (tables.counterLog.has(number)) throw duplicate("counter_log_pkey");
    undo.set(tables.counterLog, number, String(deltas));
  },
  "counter-log-delete": (tables, undo, [until]) => {
    for (const number of tables.counterLog.keys())
      if (number <= Number(until)) undo.delete(tables.counterLog, number);
  },
  "export-mark-upsert": (tables, undo, [sinkId, namespaceId]) => {
    const holder = tables.exportMarks.get(String(sinkId)) ?? namespaceId;
    if (holder === namespaceId) undo.set(tables.exportMarks, String(sinkId), String(namespaceId));
  },
  "export-marks-delete": (tables, undo, [namespaceId]) => {
    for (const [sinkId, holder] of tables.exportMarks)
      if (holder === namespaceId) undo.delete(tables.exportMarks, sinkId);
  },
  "action-counters-add": addActions,
  "storage-counters-add": addStorage,
  "storage-levels-set": (tables, undo, [names, classes, levels, times]) => {
    const columns = { namespace: texts(names), class: texts(classes), bytes: numbers(levels) };
    const integratedTo = numbers(times);
    keysOf(columns.namespace, columns.class).forEach((key, place) => {
      const row = { ...rowAt(columns, place), integrated_to: String(integratedTo[place]) };
      undo.set(tables.storageLevels, key, row);
    });
  },
  "fold-record": (tables, undo, [flushNumber, counterRevision]) => {
    const before = tables.epoch;
    undo.add(() => (tables.epoch = before));
    tables.epoch = {
      ...before,
      flushNumber: Number(flushNumber),
      counterRevision: Number(counterRevision),
    };
  },
  "namespace-upsert": upsertNamespace,
  "namespace-delete": (tables, undo, [namespaceId]) => {
    undo.delete(tables.namespaces, String(namespaceId));
  },
  "schedule-upsert": (tables, undo, values) => {
    const columns = ["namespace_id", "schedule_id", "incarnation_id", "definition", "progress"];
    const row = named([...columns, "last_completion_result", "continued_failure"], values);
    undo.set(tables.schedules, keyOf(String(values[0]), String(values[1])), row);
  },
  "schedule-delete": (tables, undo, [namespaceId, scheduleId]) => {
    undo.delete(tables.schedules, keyOf(String(namespaceId), String(scheduleId)));
  },
  "standalone-upsert": upsertStandalone,
  "standalone-delete": deleteStandalone,
  "queue-config-upsert": (tables, undo, [namespaceId, queueType, name, config]) => {
    const row = { namespace_id: namespaceId, queue_type: Number(queueType), name, config };
    undo.set(tables.queueConfigs, keyOf(String(namespaceId), String(queueType), String(name)), row);
  },
  "queue-config-delete": (tables, undo, [namespaceId, queueType, name]) => {
    undo.delete(tables.queueConfigs, keyOf(String(namespaceId), String(queueType), String(name)));
  },
  "queue-configs-delete": (tables, undo, [namespaceId]) => {
    for (const [key, row] of tables.queueConfigs)
      if (row.namespace_id === namespaceId) undo.delete(tables.queueConfigs, key);
  },
  ...DEPLOYMENT_WRITES,
  "nexus-endpoint-upsert": (tables, undo, values) => {
    const columns = ["endpoint_id", "name", "version", "description", "namespace_id", "task_queue", "url"];
    const later = ["created_at", "modified_at", "scope", "callers", "generation", "cell_id"];
    const row = named([...columns, ...later], values);
    requireFreeName(tables.endpoints, "endpoint_id", row);
    undo.set(tables.endpoints, String(values[0]), row);
  },
  "nexus-endpoint-delete": (tables, undo, [endpointId]) => {
    undo.delete(tables.endpoints, String(endpointId));
  },
  "peer-cell-upsert": (tables, undo, values) => {
    undo.set(tables.peerCells, String(values[0]), named(["cell_id", "address"], values));
  },
  "batch-insert": insertBatch,
  "batch-page": (tables, undo, [namespaceId, jobId, page, next]) => {
    changeBatch(tables, undo, [namespaceId, jobId], { page, position: 0, next_page_token: next });
  },
  "batch-position": (tables, undo, [namespaceId, jobId, completed, failed, position]) => {
    const progress = { completed_count: completed, failed_count: failed, position };
    changeBatch(tables, undo, [namespaceId, jobId], progress);
  },
  "batch-close": (tables, undo, [namespaceId, jobId, state, now]) => {
    const closed = { state, closed_at: now, page: "[]", position: 0, next_page_token: null };
    changeBatch(tables, undo, [namespaceId, jobId], closed);
  },
  "batch-delete": (tables, undo, [namespaceId, closedBefore]) => {
    for (const [key, row] of tables.batches) {
      const isOld = row.closed_at !== null && Number(row.closed_at) < Number(closedBefore);
      const isGone = !tables.namespaces.has(String(row.namespace_id));
      if ((row.namespace_id === namespaceId && isOld) || isGone) undo.delete(tables.batches, key);
    }
  },
};

function upsertExecutions(tables: Tables, undo: UndoLog, values: Values): void {
  const namespaceIds = uuids(values[0]);
  const runIds = uuids(values[1]);
  const workflowIds = texts(values[2]);
  const [statuses, historyBytes, wakeAt, deleteAt, pending] = values.slice(3, 8).map(numbers);
  const taskQueues = texts(values[8]);
  const states = bytes(values[9]);
  const keys = keysOf(namespaceIds, runIds);
  unique(keys);
  keys.forEach((key, place) => {
    undo.set(tables.executions, key, {
      namespaceId: required(namespaceIds, place),
      workflowId: required(workflowIds, place),
      runId: required(runIds, place),
      status: required(statuses ?? [], place),
      historyBytes: required(historyBytes ?? [], place),
      wakeAt: wakeAt?.[place],
      deleteAt: deleteAt?.[place],
      pending: required(pending ?? [], place),
      // What never changes stays.
      taskQueue: tables.executions.get(key)?.taskQueue ?? required(taskQueues, place),
      state: required(states, place),
    });
  });
}

function insertHistory(tables: Tables, undo: UndoLog, values: Values): void {
  const firstEventIds = numbers(values[2]);
  const events = bytes(values[3]);
  keysOf(uuids(values[0]), uuids(values[1])).forEach((key, place) => {
    const rows = tables.history.get(key) ?? [];
    const firstEventId = required(firstEventIds, place);
    if (rows.some((row) => row.firstEventId === firstEventId)) throw duplicate("history_pkey");
    const row: HistoryRecord = { firstEventId, events: required(events, place) };
    undo.set(
      tables.history,
      key,
      [...rows, row].sort((a, b) => a.firstEventId - b.firstEventId),
    );
  });
}

function upsertVisibility(tables: Tables, undo: UndoLog, values: Values): void {
  const [namespaceIds, runIds] = [uuids(values[0]), uuids(values[1])];
  const closeTimes = timestamps(values[2]);
  const counts = numbers(values[6]);
  const statuses = numbers(values[8]);
  const workflowIds = texts(values[9]);
  jsons(values[17]);
  keysOf(namespaceIds, workflowIds).forEach((prefix, place) => {
    const key = keyOf(prefix, required(runIds, place));
    const stateTransitionCount = required(counts, place);
    if ((tables.visibility.get(key)?.stateTransitionCount ?? 0) > stateTransitionCount) return;
    undo.set(tables.visibility, key, {
      namespaceId: required(namespaceIds, place),
      workflowId: required(workflowIds, place),
      runId: required(runIds, place),
      status: required(statuses, place),
      closeTime: required(closeTimes, place),
      stateTransitionCount,
    });
  });
}

function addActions(tables: Tables, undo: UndoLog, values: Values): void {
  const columns = {
    namespace: texts(values[0]),
    minute: numbers(values[1]),
    kind: texts(values[2]),
    workflow_type: texts(values[3]),
    task_queue: texts(values[4]),
  };
  add(tables.actionCounters, undo, { columns, sum: "count", added: values[5], revisions: values[6] });
}

function addStorage(tables: Tables, undo: UndoLog, values: Values): void {
  const columns = { namespace: texts(values[0]), hour: numbers(values[1]), class: texts(values[2]) };
  add(tables.storageCounters, undo, { columns, sum: "byte_ms", added: values[3], revisions: values[4] });
}

interface Addition {
  columns: Record<string, (string | number | undefined)[]>;
  /** The column that is added to. */
  sum: string;
  added: unknown;
  revisions: unknown;
}

function add(table: Map<string, Row>, undo: UndoLog, { columns, sum, added, revisions }: Addition): void {
  const amounts = sum === "count" ? numbers(added).map((amount) => String(amount)) : texts(added);
  const keys = keysOf(...Object.values(columns));
  unique(keys);
  keys.forEach((key, place) => {
    const before = table.get(key)?.[sum];
    // Sums are texts of whole numbers of any size, as numeric is.
    const total = BigInt(typeof before === "string" ? before : 0) + BigInt(required(amounts, place));
    const revision = String(required(numbers(revisions), place));
    undo.set(table, key, { ...rowAt(columns, place), [sum]: total.toString(), revision });
  });
}

function upsertNamespace(tables: Tables, undo: UndoLog, values: Values): void {
  const row = named(
    [
      ...["namespace_id", "name", "retention_days", "search_attributes", "data", "generation"],
      ...["starts_refused", "description", "owner_email", "created_at", "deleted_at"],
      ...["former_attribute_names", "forgotten_attributes", "fairness_keys_ignored"],
    ],
    values,
  );
  requireFreeName(tables.namespaces, "namespace_id", row);
  // The driver sends texts; columns of these types come back as values.
  const parsed = ["search_attributes", "data", "starts_refused", "retention_days", "fairness_keys_ignored"];
  for (const column of [...parsed, "former_attribute_names", "forgotten_attributes"]) {
    row[column] = JSON.parse(String(row[column])) as unknown;
  }
  undo.set(tables.namespaces, String(row.namespace_id), row);
}

const RUNNING = 1;

function insertBatch(tables: Tables, undo: UndoLog, values: Values): void {
  const [namespaceId, jobId, token, request, startedAt, total, page, next, runningMax] = values;
  const running = [...tables.batches.values()].filter(
    (row) => row.namespace_id === namespaceId && row.state === RUNNING,
  );
  const key = keyOf(String(namespaceId), String(jobId));
  if (running.length >= Number(runningMax) || tables.batches.has(key)) return;
  undo.set(tables.batches, key, {
    ...{ namespace_id: namespaceId, job_id: jobId, token, state: RUNNING, request, started_at: startedAt },
    ...{ closed_at: null, total_count: total, completed_count: 0, failed_count: 0 },
    ...{ page, position: 0, next_page_token: next },
  });
}

function changeBatch(tables: Tables, undo: UndoLog, [namespaceId, jobId]: Values, change: Row): void {
  const key = keyOf(String(namespaceId), String(jobId));
  const row = tables.batches.get(key);
  if (row?.state === RUNNING) undo.set(tables.batches, key, { ...row, ...change });
}

function keysOf(...columns: readonly (readonly (string | number | undefined)[])[]): string[] {
  const [first = []] = columns;
  return first.map((_, place) => columns.map((column) => String(required(column, place))).join("/"));
}

/** One statement may name a row once: PostgreSQL refuses to change it twice. */
function unique(keys: readonly string[]): void {
  if (new Set(keys).size !== keys.length) {
    throw new StoreError("21000", "ON CONFLICT DO UPDATE command cannot affect row a second time");
  }
}

function requireFreeName(table: ReadonlyMap<string, Row>, key: string, row: Row): void {
  for (const other of table.values())
    if (other.name === row.name && other.scope === row.scope && other[key] !== row[key])
      throw duplicate(`${key}: name`);
}

function rowAt(columns: Record<string, (string | number | undefined)[]>, place: number): Row {
  const entries = Object.entries(columns).map(([name, values]) => {
    const value = values[place];
    return [name, typeof value === "number" ? String(value) : value];
  });
  return Object.fromEntries(entries) as Row;
}

function named(columns: readonly string[], values: Values): Row {
  return Object.fromEntries(columns.map((column, place) => [column, values[place] ?? null])) as Row;
}

function duplicate(constraint: string): StoreError {
  return new StoreError("23505", `duplicate key value violates unique constraint "${constraint}"`);
}
