// Reads the counters of one cell over gRPC, page by page, from a revision on.
import { cellV1, decodeCounterPage, methodOf, type ReadCounterPage } from "#contracts";
import { createGrpcClient } from "#shared/grpc-client";

const PAGE_ROWS = 5_000;
const DEADLINE_MS = 10_000;

export interface CounterSource {
  readonly name: string;
  read(afterRevision: string, signal: AbortSignal): Promise<ReadCounterPage>;
  close(): void;
}

const METHOD = "cellplane.cell.v1.CellControlService/ReadCounters";

export function createCellSource(cell: {
  cellId: string;
  address: string;
  token: string | undefined;
}): CounterSource {
  const { path } = methodOf(METHOD);
  const client = createGrpcClient(cell.address, { token: cell.token });
  return {
    name: cell.cellId,
    close: () => client.close(),
    read: async (afterRevision, signal) => {
      const request = cellV1.ReadCountersRequest.encode({ afterRevision, pageSize: PAGE_ROWS });
      const answer = await client.call(path, request, { deadlineMs: DEADLINE_MS, signal });
      const page = decodeCounterPage(answer);
      return { ...page, lastRevision: page.lastRevision === "" ? "0" : page.lastRevision };
    },
  };
}
