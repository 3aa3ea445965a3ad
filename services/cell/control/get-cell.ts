// GetCell: who this cell is and how it fares.
import type { cellV1 } from "#contracts";
import type { Engine } from "../engine.ts";
import { SERVER_VERSION } from "../rpc/system-info.ts";
import { countOpen } from "../store/execution-queries.ts";

export async function getCell(
  engine: Engine,
  _request: cellV1.IGetCellRequest,
): Promise<cellV1.IGetCellResponse> {
  const namespaces = engine.namespaces.all();
  return {
    cellId: engine.cellId,
    version: SERVER_VERSION,
    serving: !engine.stopping.aborted && engine.journal.recovery === undefined,
    epoch: engine.journal.epoch,
    namespaces: namespaces.length,
    openWorkflows: await countOpen(
      engine.pool,
      namespaces.map((namespace) => namespace.id),
    ),
  };
}
