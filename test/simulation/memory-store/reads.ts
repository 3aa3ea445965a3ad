// What each query of the cell answers, known by a piece of its text that no other query has. A query that is not here
// fails the simulation.
import { numbers, required, texts, uuids } from "./array-decoder.ts";
import { deployment, deploymentPage, versionPage, versionsOf } from "./deployments.ts";
import {
  currentStandalone,
  expiredStandalone,
  nextStandaloneExpiry,
  nextStandaloneWake,
  someStandaloneOfNamespace,
  standaloneByRun,
  standaloneWakes,
  standaloneWithTasks,
} from "./standalone.ts";
import { keyOf, type ExecutionRecord, type Row, type Tables } from "./tables.ts";

type Values = readonly unknown[];
type Read = (tables: Tables, values: Values) => Row[];

const READS: readonly (readonly [marker: string, read: Read])[] = [
  ["join current_executions cur", currentRuns],
  ["e.run_id = asked.r", runs],
  ["workflow_id from current_executions", currentIds],
  ["where pending = 2 and", pendingElsewhere],
  ["where pending = 1 and namespace_id = $1 and task_queue = $2 and run_id >", pendingInQueue],
  ["with recursive queues", queuesWithPending],
  ["wake_at from executions", wakes],
  [
    "min(wake_at) as at from executions",
    (tables, [after]) => [{ at: least(tables, "wakeAt", Number(after)) }],
  ],
  ["where delete_at <= $1", expired],
  ["min(delete_at) as at from executions", (tables) => [{ at: least(tables, "deleteAt", -Infinity) }]],
  ["from executions where namespace_id = $1 limit", someOfNamespace],
  ["from history where namespace_id = $1 and run_id = $2\n", history],
  ["as wanted (id)", batchesOfEvents],
  ["select max(flush_number) as last", (tables) => [{ last: lastFlush(tables) }]],
  ["as last\n       from cell_epoch", epoch],
  ["select writer from cell_epoch", (tables) => [{ writer: tables.epoch.writer }]],
  ["select deltas from counter_log", counterLog],
  ["from storage_levels", (tables) => [...tables.storageLevels.values()]],
  ["from action_counters where revision", (tables, values) => changed(tables.actionCounters, values)],
  ["from storage_counters where revision", (tables, values) => changed(tables.storageCounters, values)],
  ["select * from namespaces order by name", (tables) => byName(tables.namespaces)],
  ["from schedules where namespace_id = $1 and", schedule],
  ["from schedules where (namespace_id", schedules],
  ["from batch_operations where namespace_id = $1 and job_id", batch],
  ["from batch_operations where state = 1", runningBatches],
  ["and id = $3 and\n     run_id = $4", standaloneByRun],
  ["and id = $3 and\n     is_current", currentStandalone],
  ["where has_tasks and kind = $1", standaloneWithTasks],
  ["wake_at from standalone_executions", standaloneWakes],
  ["min(wake_at) as at from standalone_executions", nextStandaloneWake],
  ["where kind = $1 and delete_at <= $2", expiredStandalone],
  ["min(delete_at) as at from standalone_executions", nextStandaloneExpiry],
  ["run_id from standalone_executions where namespace_id = $1 limit", someStandaloneOfNamespace],
  ["from task_queue_configs where", queueConfigs],
  ["from worker_deployments where (namespace_id", deploymentPage],
  ["from worker_deployments where namespace_id", deployment],
  ["from worker_deployment_versions where (namespace_id", versionPage],
  ["from worker_deployment_versions where namespace_id", versionsOf],
  ["select * from nexus_endpoints", (tables) => [...tables.endpoints.values()]],
  ["select * from peer_cells", (tables) => [...tables.peerCells.values()]],
  ["insert into cell_keys", makeKey],
  ["select key from cell_keys", (tables, [name]) => present(tables.keys.get(String(name)))],
];

const known = new Map<string, Read>();

export function answer(tables: Tables, text: string, values: Values): Row[] {
  let read = known.get(text);
  if (read === undefined) {
    const matching = READS.filter(([marker]) => text.includes(marker));
    if (matching.length !== 1 || matching[0] === undefined) {
      throw new Error(`the store in memory does not know this query (${String(matching.length)}): ${text}`);
    }
    read = matching[0][1];
    known.set(text, read);
  }
  return read(tables, values);
}

function executionRow(tables: Tables, record: ExecutionRecord, place = 0): Row {
  const { namespaceId, workflowId, runId } = record;
  return {
    place: String(place),
    namespace_id: namespaceId,
    workflow_id: workflowId,
    run_id: runId,
    history_bytes: String(record.historyBytes),
    wake_at: record.wakeAt === undefined ? null : String(record.wakeAt),
    delete_at: record.deleteAt === undefined ? null : String(record.deleteAt),
    pending: record.pending,
    is_current: tables.current.get(keyOf(namespaceId, workflowId)) === runId,
    state: record.state,
  };
}

function currentRuns(tables: Tables, [namespaces, workflows]: Values): Row[] {
  const namespaceIds = uuids(namespaces);
  return texts(workflows).flatMap((workflowId, place) => {
    const namespaceId = required(namespaceIds, place);
    const runId = tables.current.get(keyOf(namespaceId, workflowId ?? ""));
    const record = runId === undefined ? undefined : tables.executions.get(keyOf(namespaceId, runId));
    return record === undefined ? [] : [executionRow(tables, record, place + 1)];
  });
}

function currentIds(tables: Tables, [namespaceId, workflowId, limit]: Values): Row[] {
  const after = [String(namespaceId), Buffer.from(String(workflowId))] as const;
  const current = [...tables.executions.values()].filter(
    (record) => tables.current.get(keyOf(record.namespaceId, record.workflowId)) === record.runId,
  );
  const sorted = current.map(
    (record) => [record.namespaceId, Buffer.from(record.workflowId), record] as const,
  );
  const order = (one: readonly [string, Buffer, ...unknown[]], other: typeof after): number =>
    one[0] === other[0] ? Buffer.compare(one[1], other[1]) : one[0] < other[0] ? -1 : 1;
  return sorted
    .filter((row) => order(row, after) > 0)
    .sort((one, other) => order(one, [other[0], other[1]]))
    .slice(0, Number(limit))
    .map(([, , record]) => ({ namespace_id: record.namespaceId, workflow_id: record.workflowId }));
}

function runs(tables: Tables, [namespaces, workflows, ids]: Values): Row[] {
  const namespaceIds = uuids(namespaces);
  const workflowIds = texts(workflows);
  return uuids(ids).flatMap((runId, place) => {
    const record = tables.executions.get(keyOf(required(namespaceIds, place), runId ?? ""));
    return record?.workflowId === workflowIds[place] && record !== undefined
      ? [executionRow(tables, record, place + 1)]
      : [];
  });
}

function byName(table: ReadonlyMap<string, Row>): Row[] {
  return [...table.values()].sort((a, b) => (String(a.name) < String(b.name) ? -1 : 1));
}

function pendingElsewhere(tables: Tables, [namespaceId, runId, limit]: Values): Row[] {
  const after = keyOf(String(namespaceId), String(runId));
  return [...tables.executions]
    .filter(([key, record]) => record.pending === 2 && key > after)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, Number(limit))
    .map(([, record]) => executionRow(tables, record));
}

function pendingInQueue(tables: Tables, [namespaceId, taskQueue, afterRunId, limit]: Values): Row[] {
  return [...tables.executions.values()]
    .filter((record) => record.pending === 1 && record.namespaceId === namespaceId)
    .filter((record) => record.taskQueue === taskQueue && record.runId > String(afterRunId))
    .sort((a, b) => (a.runId < b.runId ? -1 : 1))
    .slice(0, Number(limit))
    .map((record) => executionRow(tables, record));
}

function queuesWithPending(tables: Tables, [namespaceId, taskQueue, limit]: Values): Row[] {
  const pending = [...tables.executions.values()].filter((record) => record.pending === 1);
  const queues = new Set(pending.map((record) => keyOf(record.namespaceId, record.taskQueue)));
  return [...queues]
    .filter((queue) => queue > keyOf(String(namespaceId), String(taskQueue)))
    .sort()
    .slice(0, Number(limit))
    .map((queue) => ({ namespace_id: queue.slice(0, 36), task_queue: queue.slice(37) }));
}

function wakes(tables: Tables, [after, until, limit]: Values): Row[] {
  const due = [...tables.executions.values()]
    .filter(({ wakeAt = -Infinity }) => wakeAt > Number(after) && wakeAt <= Number(until))
    .sort((a, b) => (a.wakeAt ?? 0) - (b.wakeAt ?? 0));
  const last = due[Number(limit) - 1]?.wakeAt ?? Infinity;
  return due.filter(({ wakeAt = 0 }) => wakeAt <= last).map((record) => executionRow(tables, record));
}

function least(tables: Tables, column: "wakeAt" | "deleteAt", after: number): string | null {
  let found = Infinity;
  for (const record of tables.executions.values()) {
    const at = record[column];
    if (at !== undefined && at > after) found = Math.min(found, at);
  }
  return found === Infinity ? null : String(found);
}

function expired(tables: Tables, [now, limit]: Values): Row[] {
  return [...tables.executions.values()]
    .filter(({ deleteAt = Infinity }) => deleteAt <= Number(now))
    .sort((a, b) => (a.deleteAt ?? 0) - (b.deleteAt ?? 0))
    .slice(0, Number(limit))
    .map((record) => executionRow(tables, record));
}

function someOfNamespace(tables: Tables, [namespaceId, limit]: Values): Row[] {
  return [...tables.executions.values()]
    .filter((record) => record.namespaceId === namespaceId)
    .slice(0, Number(limit))
    .map((record) => executionRow(tables, record));
}

function history(tables: Tables, [namespaceId, runId, from, until, limit]: Values): Row[] {
  const rows = tables.history.get(keyOf(String(namespaceId), String(runId))) ?? [];
  const first = rows.findLast((row) => row.firstEventId <= Number(from))?.firstEventId ?? 0;
  return rows
    .filter((row) => row.firstEventId >= first && row.firstEventId < Number(until))
    .slice(0, Number(limit))
    .map((row) => ({ first_event_id: String(row.firstEventId), events: row.events }));
}

function batchesOfEvents(tables: Tables, [namespaceId, runId, eventIds]: Values): Row[] {
  const rows = tables.history.get(keyOf(String(namespaceId), String(runId))) ?? [];
  const wanted = numbers(eventIds).map((id) => rows.findLast((row) => row.firstEventId <= (id ?? 0)));
  return [...new Set(wanted)].flatMap((row) => (row === undefined ? [] : [{ events: row.events }]));
}

function lastFlush(tables: Tables): string | null {
  return tables.counterLog.size === 0 ? null : String(Math.max(...tables.counterLog.keys()));
}

function epoch(tables: Tables): Row[] {
  const { flushNumber, counterRevision } = tables.epoch;
  return [
    {
      flush_number: String(flushNumber),
      counter_revision: String(counterRevision),
      last: lastFlush(tables) ?? "0",
    },
  ];
}

function counterLog(tables: Tables): Row[] {
  return [...tables.counterLog].sort(([a], [b]) => a - b).map(([, deltas]) => ({ deltas }));
}

function changed(table: Map<string, Row>, [after, limit]: Values): Row[] {
  return [...table.values()]
    .filter((row) => Number(row.revision) > Number(after))
    .sort((a, b) => Number(a.revision) - Number(b.revision))
    .slice(0, Number(limit));
}

function queueConfigs(tables: Tables, [namespaceId, queueType, name, limit]: Values): Row[] {
  const after = keyOf(String(namespaceId), String(queueType), String(name));
  return [...tables.queueConfigs]
    .filter(([key]) => key > after)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, Number(limit))
    .map(([, row]) => row);
}

/** The only write that is not in a flush. */
function makeKey(tables: Tables, [name, key]: Values): Row[] {
  if (!tables.keys.has(String(name))) tables.keys.set(String(name), { key });
  return [];
}

function present(row: Row | undefined): Row[] {
  return row === undefined ? [] : [row];
}

function schedule(tables: Tables, [namespaceId, scheduleId]: Values): Row[] {
  return present(tables.schedules.get(keyOf(String(namespaceId), String(scheduleId))));
}

function schedules(tables: Tables, [namespaceId, scheduleId, limit]: Values): Row[] {
  const after = keyOf(String(namespaceId), String(scheduleId));
  return [...tables.schedules]
    .filter(([key]) => key > after)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, Number(limit))
    .map(([, row]) => row);
}

function batch(tables: Tables, [namespaceId, jobId]: Values): Row[] {
  return present(tables.batches.get(keyOf(String(namespaceId), String(jobId))));
}

function runningBatches(tables: Tables, [limit]: Values): Row[] {
  return [...tables.batches.values()].filter((row) => row.state === 1).slice(0, Number(limit));
}
