// Reads one source to its end: each page and its new position are one transaction, so a crash resumes where it was.
// It adds nothing up: the stored values are the source's own absolute ones.
import type { cellV1, ReadCounterPage } from "#contracts";
import { inTransaction, type Pool } from "#shared/postgres";
import { storeActions, storeStorage, type StorageIntegral } from "../store/counters-store.ts";
import { advanceSource, completeSource, positionOf } from "../store/sources-store.ts";
import type { CounterSource } from "./cell-source.ts";

/** Pages in one pass; a source with more goes on in the next pass. */
const PAGES_MAX = 200;

/** Answers how many counters rose. */
export async function readSource(pool: Pool, source: CounterSource, signal: AbortSignal): Promise<number> {
  const { revision, askedAt } = await positionOf(pool, source.name);
  let from = revision;
  let changed = 0;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const page = await source.read(from, signal);
    // A source that was restored from a backup counts on from an older revision: it is read again from the beginning.
    const isBehind = BigInt(page.lastRevision) < BigInt(from);
    const to = isBehind ? "0" : page.lastRevision;
    changed += await storePage(pool, source.name, { page, from, to });
    from = to;
    if (isBehind || page.hasMore) continue;
    await completeSource(pool, source.name, { readAt: askedAt, completeUntilMs: page.completeUntilMs });
    break;
  }
  return changed;
}

function storePage(
  pool: Pool,
  source: string,
  { page, from, to }: { page: ReadCounterPage; from: string; to: string },
): Promise<number> {
  if (page.actions.length === 0 && page.storage.length === 0 && from === to) return Promise.resolve(0);
  return inTransaction(pool, async (client) => {
    const changed = await storeActions(client, source, page.actions);
    await storeStorage(client, source, page.storage.map(toStorageIntegral));
    await advanceSource(client, source, { from, to });
    return changed;
  });
}

function toStorageIntegral(counter: cellV1.IStorageCounter): StorageIntegral {
  return {
    namespace: counter.namespace ?? "",
    hourMs: counter.hourMs ?? 0,
    storageClass: counter.storageClass ?? "",
    byteMilliseconds: counter.byteMilliseconds ?? "0",
  };
}
