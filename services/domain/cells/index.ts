// The door of cells: rows, the port to what runs in them, and its drivers.
export { chooseCell, getCell as findCell, listCells, seedCells } from "./cell-store.ts";
export { cellSettings, type CellRow, type CellSettings } from "./cell.ts";
export { getCell, getCells } from "./get-cells.ts";
export { attachCell } from "./attach-cell.ts";
export { abandonCell, openCell, registerCell } from "./register-cell.ts";
export { createCells, type Cells } from "./open-cell.ts";
export type {
  CellDriver,
  CellNamespace,
  CellNexusEndpoint,
  ClosedHistory,
  ClosedPosition,
  ClosedWorkflow,
  PeerCell,
} from "./cell-driver.ts";
