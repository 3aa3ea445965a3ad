// The table of executions without a workflow, in memory: what its statements do and what its queries answer.
import { bytes, jsons, numbers, required, texts, timestamps, uuids } from "./array-decoder.ts";
import { keyOf, type Row, type Tables, type UndoLog } from "./tables.ts";

type Values = readonly unknown[];

export function upsertStandalone(tables: Tables, undo: UndoLog, values: Values): void {
  const [namespaceIds, runIds] = [uuids(values[0]), uuids(values[1])];
  const [kinds, ids, isCurrent, statuses] = [
    numbers(values[2]),
    texts(values[3]),
    numbers(values[4]),
    numbers(values[5]),
  ];
  const closeTimes = timestamps(values[8]);
  const [deleteAt, wakeAt, hasTasks, transitions, sizes] = values.slice(9, 14).map(numbers);
  jsons(values[17]);
  const [requests, states] = [bytes(values[18]), bytes(values[19])];
  runIds.forEach((runId, place) => {
    const key = keyOf(required(namespaceIds, place), required(runIds, place));
    undo.set(tables.standalone, key, {
      namespace_id: required(namespaceIds, place),
      run_id: runId,
      kind: required(kinds, place),
      id: required(ids, place),
      is_current: isCurrent?.[place] === 1,
      status: required(statuses, place),
      close_time: required(closeTimes, place),
      delete_at: textOf(deleteAt?.[place]),
      wake_at: textOf(wakeAt?.[place]),
      has_tasks: hasTasks?.[place] === 1,
      state_transition_count: textOf(transitions?.[place]),
      state_size_bytes: textOf(sizes?.[place]),
      // A row that is there keeps what never changes.
      request: tables.standalone.get(key)?.request ?? required(requests, place),
      state: required(states, place),
    });
  });
}

export function deleteStandalone(tables: Tables, undo: UndoLog, [namespaces, runs]: Values): void {
  const namespaceIds = uuids(namespaces);
  uuids(runs).forEach((runId, place) => {
    const key = keyOf(required(namespaceIds, place), runId ?? "");
    if (!tables.standalone.has(key)) return;
    undo.delete(tables.standalone, key);
    const id = runId ?? "";
    tables.deletedStandalone.add(id);
    undo.add(() => tables.deletedStandalone.delete(id));
  });
}

function textOf(value: number | undefined): string | null {
  return value === undefined ? null : String(value);
}

export function standaloneByRun(tables: Tables, [namespaceId, kind, id, runId]: Values): Row[] {
  const row = tables.standalone.get(keyOf(String(namespaceId), String(runId)));
  return row !== undefined && row.kind === kind && row.id === id ? [whole(row)] : [];
}

export function currentStandalone(tables: Tables, [namespaceId, kind, id]: Values): Row[] {
  return rowsOf(tables, kind)
    .filter((row) => row.namespace_id === namespaceId && row.id === id && row.is_current === true)
    .map(whole);
}

/** What a load asks for. */
function whole(row: Row): Row {
  const { namespace_id, run_id, id, is_current, has_tasks, state_size_bytes, request, state } = row;
  return { namespace_id, run_id, id, is_current, has_tasks, state_size_bytes, request, state };
}

function keyOfRow({ namespace_id, id, run_id }: Row): Row {
  return { namespace_id, id, run_id };
}

export function standaloneWithTasks(tables: Tables, [kind, namespaceId, runId, limit]: Values): Row[] {
  const after = keyOf(String(namespaceId), String(runId));
  return [...tables.standalone]
    .filter(([key, row]) => row.kind === kind && row.has_tasks === true && key > after)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, Number(limit))
    .map(([, row]) => keyOfRow(row));
}

export function standaloneWakes(tables: Tables, [kind, after, until, limit]: Values): Row[] {
  const due = rowsOf(tables, kind)
    .filter((row) => row.wake_at !== null && isWithin(Number(row.wake_at), Number(after), Number(until)))
    .sort((a, b) => Number(a.wake_at) - Number(b.wake_at));
  const last = Number(due[Number(limit) - 1]?.wake_at ?? Infinity);
  return due
    .filter((row) => Number(row.wake_at) <= last)
    .map((row) => ({ ...keyOfRow(row), wake_at: row.wake_at }));
}

export function nextStandaloneWake(tables: Tables, [kind, after]: Values): Row[] {
  const times = rowsOf(tables, kind).flatMap((row) => (row.wake_at === null ? [] : [Number(row.wake_at)]));
  return [{ at: leastOf(times.filter((at) => at > Number(after))) }];
}

export function expiredStandalone(tables: Tables, [kind, now, limit]: Values): Row[] {
  return rowsOf(tables, kind)
    .filter((row) => row.delete_at !== null && Number(row.delete_at) <= Number(now))
    .sort((a, b) => Number(a.delete_at) - Number(b.delete_at))
    .slice(0, Number(limit))
    .map(keyOfRow);
}

export function nextStandaloneExpiry(tables: Tables, [kind]: Values): Row[] {
  const times = rowsOf(tables, kind).flatMap((row) =>
    row.delete_at === null ? [] : [Number(row.delete_at)],
  );
  return [{ at: leastOf(times) }];
}

export function someStandaloneOfNamespace(tables: Tables, [namespaceId, limit]: Values): Row[] {
  return [...tables.standalone.values()]
    .filter((row) => row.namespace_id === namespaceId)
    .slice(0, Number(limit))
    .map(keyOfRow);
}

function rowsOf(tables: Tables, kind: unknown): Row[] {
  return [...tables.standalone.values()].filter((row) => row.kind === kind);
}

function isWithin(at: number, after: number, until: number): boolean {
  return at > after && at <= until;
}

function leastOf(times: readonly number[]): string | null {
  return times.length === 0 ? null : String(Math.min(...times));
}
