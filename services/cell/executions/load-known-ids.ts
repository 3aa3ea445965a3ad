// Reads every stored workflow id after a start, in the background: until the last page is read, lookups ask the database.
import { delay } from "#shared/clock";
import type { Engine } from "../engine.ts";
import { readCurrentIds, type CurrentId } from "../store/execution-queries.ts";
import { FIRST_UUID } from "../store/read-pages.ts";

const ROWS_PER_PAGE_MAX = 5_000;
const RETRY_MS = 1_000;

/** Never rejects. */
export async function loadKnownIds(engine: Engine): Promise<void> {
  const { knownIds } = engine.executions;
  let after: CurrentId = { namespaceId: FIRST_UUID, workflowId: "" };
  while (!engine.stopping.aborted && !knownIds.isGivenUp) {
    try {
      const rows = await readCurrentIds(engine.pool, { after, rowsMax: ROWS_PER_PAGE_MAX });
      for (const row of rows) knownIds.add(row);
      const last = rows.at(-1);
      if (last === undefined || rows.length < ROWS_PER_PAGE_MAX) return knownIds.complete();
      after = last;
    } catch (error) {
      engine.log.warn({ err: error }, "workflow ids could not be read; trying again");
      await delay(RETRY_MS, engine.stopping).catch(() => undefined);
    }
  }
}
