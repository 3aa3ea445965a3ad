// Operations of cells, for the installation's operators.
import type { cloudV1 } from "#contracts";
import { getCell, getCells, registerCell } from "#domain/cells";
import { operation, type Operation } from "./operation.ts";

const CELLS = "cellplane.cloud.v1.CellService";

export const cellsOperations: Operation[] = [
  operation({ rpc: `${CELLS}/GetCells`, permission: "cloud.cell.list", run: (context) => getCells(context) }),
  operation({
    rpc: `${CELLS}/GetCell`,
    permission: "cloud.cell.get",
    run: (context, request: cloudV1.IGetCellRequest) => getCell(context, request),
  }),
  operation({
    rpc: `${CELLS}/RegisterCell`,
    permission: "cloud.cell.register",
    run: (context, request: cloudV1.IRegisterCellRequest) => registerCell(context, request),
  }),
];
