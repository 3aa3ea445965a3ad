// Compares what cells have with what the record says they have, and mends the cell (P4). Namespaces with an operation
// in flight belong to its workflow and are left alone.
import { cellNamespaceOf, isKnown, listSettled, type NamespaceRow } from "#domain/namespaces";
import { findCell, type CellDriver, type CellNamespace, type Cells } from "#domain/cells";
import type { Database } from "#domain/database";
import type { Logger } from "#shared/log";

const PAGE_SIZE = 200;

export async function reconcileCellNamespaces(
  ports: { database: Database; cells: Cells; log: Logger },
  signal: AbortSignal,
): Promise<void> {
  let after = "";
  for (;;) {
    const rows = await listSettled(ports.database.query, { after, limit: PAGE_SIZE });
    for (const row of rows) {
      signal.throwIfAborted();
      await reconcile(ports, row, signal).catch((error: unknown) => {
        // An absent cell must not keep the namespaces of the others waiting.
        ports.log.warn({ err: error, namespace: row.id }, "namespace not compared with its cell");
      });
    }
    after = rows.at(-1)?.id ?? "";
    if (rows.length < PAGE_SIZE) return;
  }
}

async function reconcile(
  ports: { database: Database; cells: Cells; log: Logger },
  row: NamespaceRow,
  signal: AbortSignal,
): Promise<void> {
  const driver: CellDriver = ports.cells.open(await findCell(ports.database.query, row.cellId));
  const intended = cellNamespaceOf(row);
  const actual = await driver.readNamespace(row.id, signal);
  if (actual !== undefined && isAsIntended(actual, intended)) return;
  ports.log.warn({ namespace: row.id, missing: actual === undefined }, "mending a namespace in its cell");
  await driver.applyNamespace(intended, signal);
  // Deleted while we looked: what was mended must go again.
  if (!(await isKnown(ports.database.query, row))) await driver.deleteNamespace(intended, signal);
}

/** Only what a cell keeps is compared: a Temporal cluster knows neither generations nor refused starts. */
function isAsIntended(actual: CellNamespace, intended: CellNamespace): boolean {
  const names = Object.entries(intended.searchAttributes);
  return (
    actual.retentionDays === intended.retentionDays &&
    (actual.generation === 0 ||
      (actual.generation >= intended.generation &&
        actual.fairnessKeysIgnored === intended.fairnessKeysIgnored)) &&
    names.every(([name, type]) => actual.searchAttributes[name] === type)
  );
}
