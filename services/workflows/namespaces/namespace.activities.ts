// What the namespace workflows do to cells and to the record. Each activity can be repeated and looks first whether its
// operation is still in flight (P3); each effect has its undo here.
import { findCell, type CellDriver, type Cells } from "#domain/cells";
import type { Database } from "#domain/database";
import {
  abandonNamespace,
  cellNamespaceOf,
  findProvisioned,
  forgetNamespace,
  publishNamespace,
  restoreConfiguration,
  settleNamespace,
  type NamespaceRow,
} from "#domain/namespaces";
import { startOperation } from "#domain/operations";
import type { Clock } from "#shared/clock";

/** Input of every namespace workflow and activity. */
export interface NamespaceInput {
  accountId: string;
  operationId: string;
  /** "<name>.<account>" */
  namespace: string;
}

export interface FailedNamespaceInput extends NamespaceInput {
  reason: string;
}

export interface NamespaceActivities {
  applyNamespaceToCell(input: NamespaceInput): Promise<void>;
  removeNamespaceFromCell(input: NamespaceInput): Promise<void>;
  restoreNamespaceInCell(input: NamespaceInput): Promise<void>;
  publishNamespace(input: NamespaceInput): Promise<void>;
  abandonNamespace(input: FailedNamespaceInput): Promise<void>;
  settleNamespace(input: FailedNamespaceInput): Promise<void>;
  forgetNamespace(input: NamespaceInput): Promise<void>;
}

export function namespaceActivities(ports: {
  database: Database;
  cells: Cells;
  clock: Clock;
}): NamespaceActivities {
  const { database, cells, clock } = ports;
  const now = (): number => clock.now();
  const cellOf = async (row: NamespaceRow): Promise<CellDriver> =>
    cells.open(await findCell(database.query, row.cellId));
  const inFlight = (input: NamespaceInput): Promise<NamespaceRow | undefined> =>
    findProvisioned(database.query, { ...input, now: now() });

  return {
    async applyNamespaceToCell(input) {
      const [row] = await Promise.all([
        inFlight(input),
        startOperation(database.query, { ...input, now: now() }),
      ]);
      if (row !== undefined) await (await cellOf(row)).applyNamespace(cellNamespaceOf(row));
    },
    async removeNamespaceFromCell(input) {
      const [row] = await Promise.all([
        inFlight(input),
        startOperation(database.query, { ...input, now: now() }),
      ]);
      if (row !== undefined) {
        await (await cellOf(row)).deleteNamespace({ name: row.id, namespaceId: row.namespaceId });
      }
    },
    async restoreNamespaceInCell(input) {
      const row = await database.transaction((tx) => restoreConfiguration(tx, { ...input, now: now() }));
      if (row !== undefined) await (await cellOf(row)).applyNamespace(cellNamespaceOf(row));
    },
    publishNamespace: (input) => database.transaction((tx) => publishNamespace(tx, { ...input, now: now() })),
    abandonNamespace: (input) => database.transaction((tx) => abandonNamespace(tx, { ...input, now: now() })),
    settleNamespace: (input) => database.transaction((tx) => settleNamespace(tx, { ...input, now: now() })),
    forgetNamespace: (input) => database.transaction((tx) => forgetNamespace(tx, { ...input, now: now() })),
  };
}
