// Reads what cells measured, some times a minute, and forgets what is old. A cell that cannot be read loses metrics, never
// counts: it is asked again a moment later.
import { cellV1, methodOf } from "#contracts";
import { delay, systemClock } from "#shared/clock";
import { createGrpcClient } from "#shared/grpc-client";
import type { Logger } from "#shared/log";
import type { Pool } from "#shared/postgres";
import { forgetOldMetrics, storeMetricMinutes } from "../store/metric-minutes-store.ts";

const PERIOD_MS = 10_000;
const DEADLINE_MS = 10_000;
const METHOD = "cellplane.cell.v1.CellControlService/ReadMetrics";

interface MetricSource {
  name: string;
  read(afterMinuteMs: number, signal: AbortSignal): Promise<readonly cellV1.IMetricMinute[]>;
  close(): void;
  /** The newest minute that is stored. */
  readToMs: number;
}

export function runMetricsIntake(options: {
  pool: Pool;
  cells: readonly { cellId: string; address: string }[];
  token: string | undefined;
  log: Logger;
}): { stop(): Promise<void> } {
  const { pool, log } = options;
  const sources = options.cells.map((cell) => sourceOf(cell, options.token));
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await Promise.all(sources.map((source) => readOne({ pool, log }, source, stopping.signal)));
      await forgetOldMetrics(pool, systemClock.now()).catch((error: unknown) =>
        log.warn({ err: error }, "old metrics are not forgotten"),
      );
      await delay(PERIOD_MS, stopping.signal).catch(() => undefined);
    }
    for (const source of sources) source.close();
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function readOne(
  { pool, log }: { pool: Pool; log: Logger },
  source: MetricSource,
  signal: AbortSignal,
): Promise<void> {
  try {
    const minutes = await source.read(source.readToMs, signal);
    await storeMetricMinutes(pool, source.name, minutes);
    source.readToMs = minutes.reduce((last, { minuteMs }) => Math.max(last, minuteMs ?? 0), source.readToMs);
  } catch (error) {
    // That a cell is away is said by who reads its counters.
    if (!signal.aborted) log.debug({ err: error, source: source.name }, "metrics not read");
  }
}

function sourceOf(cell: { cellId: string; address: string }, token: string | undefined): MetricSource {
  const { path } = methodOf(METHOD);
  const client = createGrpcClient(cell.address, { token });
  return {
    name: cell.cellId,
    readToMs: 0,
    close: () => client.close(),
    read: async (afterMinuteMs, signal) => {
      const request = cellV1.ReadMetricsRequest.encode({ afterMinuteMs });
      const answer = await client.call(path, request, { deadlineMs: DEADLINE_MS, signal });
      return cellV1.ReadMetricsResponse.decode(answer).minutes ?? [];
    },
  };
}
