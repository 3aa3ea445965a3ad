// What the registration of a cell does: ask the cell, then open or forget its row.
import { abandonCell, findCell, openCell, type Cells } from "#domain/cells";
import type { Database } from "#domain/database";
import { startOperation } from "#domain/operations";
import type { Clock } from "#shared/clock";

export interface CellInput {
  accountId: string;
  operationId: string;
  cellId: string;
}

export interface FailedCellInput extends CellInput {
  reason: string;
}

export interface CellActivities {
  probeCell(input: CellInput): Promise<void>;
  openCell(input: CellInput): Promise<void>;
  abandonCell(input: FailedCellInput): Promise<void>;
}

export function cellActivities(ports: { database: Database; cells: Cells; clock: Clock }): CellActivities {
  const { database, cells, clock } = ports;
  const now = (): number => clock.now();
  return {
    async probeCell(input) {
      await startOperation(database.query, { ...input, now: now() });
      await cells.open(await findCell(database.query, input.cellId)).probe();
    },
    openCell: (input) => database.transaction((tx) => openCell(tx, { ...input, now: now() })),
    abandonCell: (input) => database.transaction((tx) => abandonCell(tx, { ...input, now: now() })),
  };
}
