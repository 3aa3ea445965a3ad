// The report of the chosen range and group, by period: read once, drawn and summed up in several ways.
import { keepPreviousData } from "@tanstack/react-query";
import { api, type Schemas } from "#api/client";
import { msOf } from "#format/time";
import type { UsageView } from "./use-usage-search.ts";

export type UsageReport = Schemas["cellplane.cloud.v1.GetUsageReportResponse"];

const REFETCH_MS = 60_000;

export function useUsageReport(view: UsageView) {
  return api.useQuery(
    "get",
    "/api/v1/usage-report",
    { params: { query: reportQuery(view) } },
    { placeholderData: keepPreviousData, refetchInterval: REFETCH_MS },
  );
}

/** The same query for files and for the equivalents that are shown. */
export function reportQuery({ range, period, group, namespace }: UsageView) {
  return {
    startTimeInclusive: new Date(range.fromMs).toISOString(),
    endTimeExclusive: new Date(range.toMs).toISOString(),
    groupBy: [group, period],
    ...(namespace === "" ? {} : { namespace }),
  };
}

/** "/api/v1/usage-report?..." with more parameters, for downloads. */
export function reportAddress(
  path: string,
  query: Readonly<Record<string, string | readonly string[]>>,
): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of typeof value === "string" ? [value] : value) parameters.append(name, each);
  }
  return `${path}?${parameters.toString()}`;
}

/** The moment before which everything is counted; what came after it may still be added to. */
export function finalUntilMs(report: Pick<UsageReport, "finalUntil"> | undefined): number {
  return msOf(report?.finalUntil) ?? 0;
}

/** The words of figures of a time that is not over, or not all counted yet. */
export function notFinal(
  report: Pick<UsageReport, "finalUntil"> | undefined,
  endMs: number,
): string | undefined {
  const until = finalUntilMs(report);
  if (report === undefined || until >= endMs) return undefined;
  return until === 0
    ? "Not final: nothing is known to be complete yet."
    : `Not final: complete until ${new Date(until).toISOString().slice(0, 16).replace("T", " ")} UTC, what is later adds to it.`;
}
