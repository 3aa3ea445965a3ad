// ReadClosedHistories: a page of closed workflows with their histories, as the bytes that are stored.
import type { cellV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import { readClosedRuns, readWholeHistory, type ClosedRun } from "../store/export-store.ts";
import { positionMessage, positionOf } from "./closed-position.ts";

const PAGE_SIZE_MAX = 500;
/** A page ends before it has more, but for a single history, which may be larger. */
const PAGE_BYTES_MAX = 8 * 1024 * 1024;

/** Errors: INVALID_ARGUMENT, NOT_FOUND. */
export async function readClosedHistories(
  engine: Engine,
  request: cellV1.IReadClosedHistoriesRequest,
): Promise<cellV1.IReadClosedHistoriesResponse> {
  const namespaceId = engine.namespaces.named(request.namespace).id;
  const closedBefore = request.closedBeforeMs ?? 0;
  if (!Number.isSafeInteger(closedBefore))
    throw new CloudError("INVALID_ARGUMENT", "closed_before_ms must be whole milliseconds.");
  const rowsMax = Math.min(request.pageSize || PAGE_SIZE_MAX, PAGE_SIZE_MAX);
  const after = positionOf(request.after);
  // One row more than asked tells whether there is a next page.
  const runs = await readClosedRuns(engine.pool, namespaceId, { after, closedBefore, rowsMax: rowsMax + 1 });
  const page = withinBytes(runs.slice(0, rowsMax));
  const workflows: cellV1.IClosedHistory[] = [];
  for (const run of page) {
    const history = await readWholeHistory(engine.pool, { namespaceId, runId: run.runId });
    const { workflowId, workflowType, taskQueue } = run;
    workflows.push({ position: positionMessage(run), workflowId, workflowType, taskQueue, history });
  }
  return { workflows, hasMore: page.length < runs.length };
}

function withinBytes(runs: readonly ClosedRun[]): ClosedRun[] {
  let bytes = 0;
  const end = runs.findIndex(({ historyBytes }, index) => {
    bytes += historyBytes;
    return index > 0 && bytes > PAGE_BYTES_MAX;
  });
  return end < 0 ? [...runs] : runs.slice(0, end);
}
