// The text of OpenMetrics 1.0: families with their metadata, then samples, then the end mark. Pure.
import type { MetricDescriptor } from "./descriptors.ts";

export interface Sample {
  metric: string;
  labels: Readonly<Record<string, string>>;
  value: number;
}

export const OPEN_METRICS_TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/** `atMs` is when the samples hold. Families without samples are left out. */
export function exposition(
  descriptors: readonly MetricDescriptor[],
  samples: readonly Sample[],
  atMs: number,
): string {
  const lines: string[] = [];
  for (const { name, help } of descriptors) {
    const own = samples.filter(({ metric }) => metric === name);
    if (own.length === 0) continue;
    lines.push(`# TYPE ${name} gauge`, `# HELP ${name} ${escaped(help)}`);
    for (const sample of own)
      lines.push(`${name}${labelsOf(sample)} ${String(sample.value)} ${atMs / 1_000}`);
  }
  return [...lines, "# EOF", ""].join("\n");
}

function labelsOf({ labels }: Sample): string {
  const pairs = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([name, text]) => `${name}="${escaped(text)}"`).join(",")}}`;
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
