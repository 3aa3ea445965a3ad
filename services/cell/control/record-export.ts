// RecordExport: one action for each exported workflow, in the same transaction as how far they were counted (U1), so that
// an export that is done again after a crash is paid once (U2).
import type { cellV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import { readExportMark, upsertExportMark } from "../store/export-store.ts";
import { isAfter, positionOf } from "./closed-position.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const WORKFLOWS_MAX = 500;

/** One call of a sink after the other: a mark is read after the call before has stored its own. */
export function exportRecorder(): (
  engine: Engine,
  request: cellV1.IRecordExportRequest,
) => Promise<cellV1.IRecordExportResponse> {
  const pending = new Map<string, Promise<unknown>>();
  return async (engine, request) => {
    const sinkId = checkedSinkId(request);
    const done = (pending.get(sinkId) ?? Promise.resolve()).then(() => record(engine, sinkId, request));
    const settled = done.catch(() => undefined);
    pending.set(sinkId, settled);
    try {
      return { counted: await done };
    } finally {
      if (pending.get(sinkId) === settled) pending.delete(sinkId);
    }
  };
}

/** Errors: INVALID_ARGUMENT. */
function checkedSinkId({ sinkId, workflows }: cellV1.IRecordExportRequest): string {
  if (sinkId == null || !UUID.test(sinkId))
    throw new CloudError("INVALID_ARGUMENT", "sink_id is not a UUID.", { field: "sinkId" });
  if ((workflows ?? []).length <= WORKFLOWS_MAX) return sinkId;
  throw new CloudError("INVALID_ARGUMENT", `At most ${WORKFLOWS_MAX} workflows are recorded at once.`);
}

/** Errors: INVALID_ARGUMENT, NOT_FOUND, UNAVAILABLE. */
async function record(engine: Engine, sinkId: string, request: cellV1.IRecordExportRequest): Promise<number> {
  const { counters, clock, journal, pool } = engine;
  const namespace = engine.namespaces.named(request.namespace);
  const key = { namespaceId: namespace.id, sinkId };
  const mark = await readExportMark(pool, key);
  const exported = (request.workflows ?? [])
    .map(({ position, workflowType, taskQueue }) => ({
      position: positionOf(position),
      labels: { workflowType: workflowType ?? "", taskQueue: taskQueue ?? "" },
    }))
    .filter(({ position }) => mark === undefined || isAfter(position, mark));
  const last = exported.at(-1);
  if (last === undefined) return 0;
  const group = journal.group();
  for (const { labels } of exported) {
    const counted = counters.labels(namespace.name, labels);
    group.counts.actions.add(counted, clock.now(), [{ kind: "export_workflow", count: 1 }]);
  }
  group.statements.push(upsertExportMark(key, last.position));
  await group.durable;
  return exported.length;
}
