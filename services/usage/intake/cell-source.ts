// Reads the counters of one cell over gRPC, page by page, from a revision on.
import { cellV1, methodOf } from "#contracts";
import { createGrpcClient } from "#shared/grpc-client";

const PAGE_ROWS = 5_000;
const DEADLINE_MS = 10_000;

export interface CounterPage {
  actions: cellV1.IActionCounter[];
  storage: cellV1.IStorageCounter[];
  lastRevision: string;
  completeUntilMs: number;
  hasMore: boolean;
}

export interface CounterSource {
  readonly name: string;
  read(afterRevision: string, signal: AbortSignal): Promise<CounterPage>;
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
      const page = cellV1.ReadCountersResponse.decode(answer);
      return {
        actions: page.actions ?? [],
        storage: page.storage ?? [],
        lastRevision: orZero(page.lastRevision),
        completeUntilMs: page.completeUntilMs ?? 0,
        hasMore: page.hasMore ?? false,
      };
    },
  };
}

function orZero(revision: string | null | undefined): string {
  return revision == null || revision === "" ? "0" : revision;
}
