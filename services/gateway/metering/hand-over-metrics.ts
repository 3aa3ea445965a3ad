// Hands what the gateway measured to the control plane, a minute at a time. What cannot be handed over is kept for some
// minutes and then forgotten: metrics never hold a call up.
import { cellV1, directoryV1, methodOf } from "#contracts";
import { delay, type Clock } from "#shared/clock";
import { randomIds } from "#shared/ids";
import type { Logger } from "#shared/log";
import type { EndedMinute, Series } from "#shared/minute-series";
import { createUnaryClient } from "#wire";
import type { RunningCall } from "../proxy/edge.ts";
import { isLongPoll, type CallTallies, type PendingPolls } from "./call-tallies.ts";

const RECORD_METRICS = methodOf("cellplane.directory.v1.MetricsIntakeService/RecordMetrics").path;
const PERIOD_MS = 5_000;
const DEADLINE_MS = 10_000;
/** Series in a request, as far as whole namespaces go: each has a handful of operations. */
const SERIES_PER_REQUEST = 5_000;

export function handOverMetrics(options: {
  tallies: CallTallies;
  calls: ReadonlySet<RunningCall>;
  address: string;
  token: string;
  clock: Clock;
  log: Logger;
}): { stop(): Promise<void> } {
  const { tallies, calls, clock, log } = options;
  const abort = new AbortController();
  const gatewayId = `gateway-${randomIds.short(16)}`;
  const run = async (): Promise<void> => {
    const client = createUnaryClient(options);
    let wasLost = false;
    while (!abort.signal.aborted) {
      await delay(PERIOD_MS, abort.signal).catch(() => undefined);
      const minutes = tallies.takeEnded(clock.now(), () => pendingPolls(calls));
      try {
        for (const part of minutes.flatMap(partsOf)) {
          const metrics = cellV1.ReadMetricsResponse.encode({ minutes: [part] });
          const request = directoryV1.RecordMetricsRequest.encode({ gatewayId, metrics });
          await client.call(RECORD_METRICS, request, { deadlineMs: DEADLINE_MS, signal: abort.signal });
        }
        wasLost = false;
      } catch (error) {
        // The same minutes again replace themselves, so those that were taken do no harm.
        tallies.giveBack(minutes);
        if (!wasLost && !abort.signal.aborted) log.warn({ err: error }, "metrics wait for the control plane");
        wasLost = true;
      }
    }
    client.close();
  };
  const running = run();
  return {
    stop: async () => {
      abort.abort();
      await running;
    },
  };
}

function* pendingPolls(calls: ReadonlySet<RunningCall>): Generator<PendingPolls> {
  const counts = new Map<string, PendingPolls>();
  for (const { admitted } of calls) {
    if (admitted === undefined || !isLongPoll(admitted.operation)) continue;
    const key = `${admitted.namespace}\0${admitted.operation}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { ...admitted, count: 1 });
    else known.count += 1;
  }
  yield* counts.values();
}

/** What a namespace has of a minute stays together: the receiver replaces it as a whole. */
function partsOf({ minuteMs, series }: EndedMinute): EndedMinute[] {
  const byNamespace = new Map<string, Series[]>();
  for (const one of series) {
    const known = byNamespace.get(one.namespace);
    if (known === undefined) byNamespace.set(one.namespace, [one]);
    else known.push(one);
  }
  const parts: Series[][] = [];
  for (const ofNamespace of byNamespace.values()) {
    const last = parts.at(-1);
    if (last === undefined || last.length + ofNamespace.length > SERIES_PER_REQUEST)
      parts.push([...ofNamespace]);
    else last.push(...ofNamespace);
  }
  return parts.map((part) => ({ minuteMs, series: part }));
}
