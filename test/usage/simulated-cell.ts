// A cell as the usage process sees it: absolute counters behind ReadCounters, with faults to order.
import { cellV1, methodOf } from "#contracts";
import { CloudError } from "#shared/errors";
import { startGrpcServer } from "#shared/grpc-server";
import { createLogger } from "#shared/log";

export interface SimulatedCell {
  address: string;
  /** Adds to the counter, as a committed transition would. */
  act(counter: {
    namespace: string;
    minuteMs: number;
    kind: string;
    count: number;
    workflowType?: string;
  }): void;
  /** Sets the integral of an hour so far. */
  store(integral: {
    namespace: string;
    hourMs: number;
    storageClass: string;
    byteMilliseconds: bigint;
  }): void;
  completeUntilMs: number;
  /** Rows on one page; a small number makes many pages. */
  pageRows: number;
  /** Fails every call while true. */
  isDown: boolean;
  stop(): Promise<void>;
}

interface Entry {
  revision: number;
  action?: cellV1.IActionCounter;
  storage?: cellV1.IStorageCounter;
}

const PATH = methodOf("cellplane.cell.v1.CellControlService/ReadCounters").path;

export async function startSimulatedCell(token: string): Promise<SimulatedCell> {
  const entries = new Map<string, Entry>();
  let revision = 0;
  const settings = { completeUntilMs: 0, pageRows: 100, isDown: false };
  const server = await startGrpcServer({
    address: "127.0.0.1:0",
    log: createLogger({ process: "simulated-cell", level: "silent" }),
    table: new Map([
      [
        PATH,
        (call, request): Promise<Uint8Array> => {
          if (call.metadata["authorization"] !== `Bearer ${token}`) {
            return Promise.reject(new CloudError("UNAUTHENTICATED", "Wrong internal token."));
          }
          if (settings.isDown) return Promise.reject(new CloudError("UNAVAILABLE", "The cell is down."));
          const after = Number(cellV1.ReadCountersRequest.decode(request).afterRevision ?? "0");
          return Promise.resolve(cellV1.ReadCountersResponse.encode(pageAfter(after)));
        },
      ],
    ]),
  });
  const pageAfter = (after: number): cellV1.IReadCountersResponse => {
    const changed = [...entries.values()]
      .filter((entry) => entry.revision > after)
      .sort((a, b) => a.revision - b.revision);
    const page = changed.slice(0, settings.pageRows);
    return {
      actions: page.flatMap((entry) => entry.action ?? []),
      storage: page.flatMap((entry) => entry.storage ?? []),
      lastRevision: String(page.at(-1)?.revision ?? after),
      hasMore: changed.length > page.length,
      completeUntilMs: settings.completeUntilMs,
    };
  };
  return Object.assign(settings, {
    address: server.address,
    act: (counter: Parameters<SimulatedCell["act"]>[0]): void => {
      const key = JSON.stringify([counter.namespace, counter.minuteMs, counter.kind, counter.workflowType]);
      const count = (entries.get(key)?.action?.count ?? 0) + counter.count;
      revision += 1;
      entries.set(key, {
        revision,
        action: { workflowType: "order", taskQueue: "orders", ...counter, count },
      });
    },
    store: (integral: Parameters<SimulatedCell["store"]>[0]): void => {
      revision += 1;
      entries.set(JSON.stringify([integral.namespace, integral.hourMs, integral.storageClass]), {
        revision,
        storage: { ...integral, byteMilliseconds: String(integral.byteMilliseconds) },
      });
    },
    stop: () => server.stop(0),
  });
}
