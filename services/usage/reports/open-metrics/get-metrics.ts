// GetMetrics: the newest complete minute of an account in OpenMetrics, as Temporal Cloud's endpoint serves it: late enough
// that every source has told of it, and never more points than a scrape may have.
import type { cloudV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Pool } from "#shared/postgres";
import type { StreamedBody } from "../download-usage-report.ts";
import { readFinalUntil } from "../final-until.ts";
import { MINUTE_MS } from "../segments.ts";
import { DESCRIPTORS, OPT_IN_LABELS } from "./descriptors.ts";
import { exposition, OPEN_METRICS_TYPE } from "./exposition.ts";
import { readSamples, type MetricFacts } from "./read-samples.ts";
import type { ScrapeBudget } from "./scrape-budget.ts";

export interface MetricsReader {
  usage: Pool;
  accountId: string;
  now: number;
  budget: ScrapeBudget;
  namespaces: () => Promise<readonly MetricFacts[]>;
}

/** A minute is served when it ended so long ago. */
const OFFSET_MS = 3 * MINUTE_MS;
const POINTS_MAX = 30_000;
const PATTERNS_MAX = 100;
const PATTERN_LENGTH_MAX = 200;

/** Errors: NOT_FOUND for another account's; INVALID_ARGUMENT naming the field; RESOURCE_EXHAUSTED. */
export async function getMetrics(
  reader: MetricsReader,
  request: cloudV1.IGetMetricsRequest,
): Promise<StreamedBody> {
  checkAccount(reader.accountId, request.accountId);
  const wanted = wantedMetrics(request.metrics ?? []);
  checkLabels(request.labels ?? []);
  const matches = namespaceFilter(request.namespaces ?? []);
  reader.budget.take(reader.accountId);
  const minuteMs = Math.floor((reader.now - OFFSET_MS) / MINUTE_MS) * MINUTE_MS - MINUTE_MS;
  const namespaces = (await reader.namespaces()).filter(({ namespace }) => matches(namespace));
  const samples = await readSamples(reader.usage, {
    ...{ ...reader, minuteMs, namespaces },
    optIn: request.labels ?? [],
  });
  const own = samples.filter(({ metric }) => wanted.some(({ name }) => name === metric));
  const finalUntil = (await readFinalUntil(reader.usage)) ?? 0;
  const isComplete = finalUntil >= minuteMs + MINUTE_MS;
  const text = exposition(wanted, own.slice(0, POINTS_MAX), minuteMs);
  return {
    contentType: OPEN_METRICS_TYPE,
    fileName: "metrics.txt",
    headers: { "x-completeness": own.length > POINTS_MAX ? "limited" : isComplete ? "complete" : "unknown" },
    chunks: (async function* () {
      yield text;
    })(),
  };
}

export function getMetricDescriptors(
  accountId: string,
  request: cloudV1.IGetMetricDescriptorsRequest,
): cloudV1.IGetMetricDescriptorsResponse {
  checkAccount(accountId, request.accountId);
  return {
    descriptors: DESCRIPTORS.map(({ labels, optInLabels, ...one }) => ({
      ...{ ...one, type: "gauge" },
      labels: [...labels, ...optInLabels],
    })),
  };
}

function checkAccount(accountId: string, asked: string | null | undefined): void {
  if (asked == null || asked === "" || asked === accountId) return;
  throw new CloudError("NOT_FOUND", "There are no metrics of this account for you.", { field: "accountId" });
}

function wantedMetrics(names: readonly string[]): typeof DESCRIPTORS {
  const unknown = names.find((name) => !DESCRIPTORS.some((one) => one.name === name));
  if (unknown === undefined)
    return names.length === 0 ? DESCRIPTORS : DESCRIPTORS.filter(({ name }) => names.includes(name));
  throw invalid(
    "metrics",
    `metrics ${JSON.stringify(unknown.slice(0, 80))} is not served: see v1/descriptors.`,
  );
}

function checkLabels(names: readonly string[]): void {
  const unknown = names.find((name) => !OPT_IN_LABELS.includes(name));
  if (unknown === undefined) return;
  throw invalid("labels", `labels must be of: ${OPT_IN_LABELS.join(", ")}.`);
}

function namespaceFilter(patterns: readonly string[]): (namespace: string) => boolean {
  if (patterns.length === 0) return () => true;
  const isLong = patterns.some((pattern) => pattern.length > PATTERN_LENGTH_MAX);
  if (isLong || patterns.length > PATTERNS_MAX) {
    throw invalid(
      "namespaces",
      `namespaces takes at most ${PATTERNS_MAX} names of at most ${PATTERN_LENGTH_MAX} characters.`,
    );
  }
  return (namespace) => patterns.some((pattern) => matchesPattern(pattern.split("*"), namespace));
}

/** Whether the parts are in the name in this order, the first at its beginning and the last at its end. */
function matchesPattern(parts: readonly string[], name: string): boolean {
  const [first = "", ...rest] = parts;
  if (!name.startsWith(first)) return false;
  const last = rest.pop();
  if (last === undefined) return name === first;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}

function invalid(field: string, message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message, { field });
}
