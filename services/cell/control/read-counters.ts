// ReadCounters: pages of absolute totals by revision. Reading twice, late or after a crash changes no total (U2).
import type { cellV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import { readActionTotals, readStorageTotals } from "../store/counter-store.ts";

const PAGE_SIZE_DEFAULT = 5_000;
const PAGE_SIZE_MAX = 50_000;
/** Storage grows by itself: while nothing else happens it is brought up to date this often. */
const STORAGE_FRESH_MS = 1_000;

export async function readCounters(
  engine: Engine,
  request: cellV1.IReadCountersRequest,
): Promise<cellV1.IReadCountersResponse> {
  const afterRevision = revisionOf(request.afterRevision);
  const rowsMax = Math.min(request.pageSize || PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX);
  const { counters, journal, clock, pool } = engine;
  const isStale = clock.now() - counters.foldedTo > STORAGE_FRESH_MS;
  if (counters.hasUnfolded || isStale) await journal.fold();
  // Whatever was acknowledged before the fold is in the totals, so the moment itself is the bound, not its minute.
  const completeUntilMs = counters.foldedTo;
  // One row more than asked tells whether there is a next page.
  const page = { afterRevision, rowsMax: rowsMax + 1 };
  // One snapshot for both: a fold between two reads would give rows below `last` that no later page brings.
  const { actions, storage } = await pool.snapshot(async (reader) => ({
    actions: await readActionTotals(reader, page),
    storage: await readStorageTotals(reader, page),
  }));
  const revisions = [...actions, ...storage].map((row) => row.revision).sort((a, b) => a - b);
  const last = revisions[Math.min(rowsMax, revisions.length) - 1] ?? afterRevision;
  return {
    actions: actions
      .filter((row) => row.revision <= last)
      .map((row) => ({
        namespace: row.namespace,
        minuteMs: row.minute,
        kind: row.kind,
        workflowType: row.workflowType,
        taskQueue: row.taskQueue,
        count: row.count,
      })),
    storage: storage
      .filter((row) => row.revision <= last)
      .map((row) => ({
        namespace: row.namespace,
        hourMs: row.hour,
        storageClass: row.storageClass,
        byteMilliseconds: row.byteMs,
      })),
    lastRevision: String(last),
    completeUntilMs,
    hasMore: revisions.length > rowsMax,
  };
}

function revisionOf(text: string | null | undefined): number {
  if (text == null || text === "") return 0;
  const revision = Number(text);
  if (!Number.isSafeInteger(revision) || revision < 0) {
    throw new CloudError("INVALID_ARGUMENT", "after_revision is not a revision of this cell.", {
      field: "afterRevision",
    });
  }
  return revision;
}
