// ReadMetrics: the minutes that ended, with what was measured in them and the values of their end. Who asks first after a
// minute's end has its values sampled; minutes that nobody asks for have sums alone.
import type { cellV1 } from "#contracts";
import type { MetricName, Series } from "#shared/minute-series";
import type { Engine } from "../engine.ts";
import { BACKLOG, OPEN_RUNS } from "../measures/metrics.ts";
import { countOpenByNamespace } from "../store/execution-queries.ts";

export async function readMetrics(
  engine: Engine,
  request: cellV1.IReadMetricsRequest,
): Promise<cellV1.IReadMetricsResponse> {
  const { measures } = engine;
  const minuteMs = measures.minuteToSample;
  if (minuteMs !== undefined) {
    const open = await countOpenByNamespace(engine.pool);
    // Another call may have sampled it meanwhile.
    if (measures.minuteToSample === minuteMs) measures.sampled(minuteMs, sample(engine, open));
  }
  return { minutes: measures.endedAfter(request.afterMinuteMs ?? 0) };
}

function sample({ matching, namespaces, counters }: Engine, open: ReadonlyMap<string, number>): Series[] {
  const series = namespaces.all().map(({ id, name }) => valueOf(OPEN_RUNS, name, [], open.get(id) ?? 0));
  for (const { namespaceId, type, name, level, count } of matching.backlogs()) {
    const namespace = namespaces.nameOf(namespaceId);
    if (namespace === undefined || type === "nexus") continue;
    const queue = counters.queues.bound(namespace, name);
    series.push(valueOf(BACKLOG, namespace, [queue, type, String(level)], count));
  }
  return series;
}

function valueOf(metric: MetricName, namespace: string, values: readonly string[], value: number): Series {
  const labels = Object.fromEntries(metric.labels.map((label, at) => [label, values[at] ?? ""]));
  return { namespace, metric: metric.name, labels, value, buckets: [], counts: [] };
}
