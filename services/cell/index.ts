// The door of the cell for those who run one in their own process: the development server of the command line.
export { startCell, type RunningCell } from "./cell.ts";
export { readCellConfig, type CellConfig } from "./config.ts";
