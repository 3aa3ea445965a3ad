// The rules that counting by command and counting by event share: what is exempt, what is capped, what counts double.
import type { temporal } from "#contracts";

/** A child costs two: recording the intent and starting it. Both are counted on the parent, when it asks. */
export const START_CHILD_WORKFLOW_COUNT = 2;
/** A run started by a schedule costs three: two for the schedule, one for the start. */
export const SCHEDULE_WORKFLOW_COUNT = 3;
/** Local activity retries counted per workflow task at most. */
export const LOCAL_RETRIES_PER_TASK_MAX = 100;

/** Markers which SDKs write for versioning; alone they cost nothing. */
const FREE_MARKERS: ReadonlySet<string> = new Set(["Version", "core_patch"]);
/** Search attributes which SDKs upsert for versioning; alone they cost nothing. */
const FREE_SEARCH_ATTRIBUTES: ReadonlySet<string> = new Set(["TemporalChangeVersion"]);
/** Queries which the web console asks for its own display. */
const FREE_QUERIES: ReadonlySet<string> = new Set(["__temporal_workflow_metadata"]);

export function isBillableMarker(markerName: string | null | undefined): boolean {
  return !FREE_MARKERS.has(markerName ?? "");
}

/** False when nothing but the version attribute is set. */
export function isBillableUpsert(
  searchAttributes: temporal.api.common.v1.ISearchAttributes | null | undefined,
): boolean {
  const names = Object.keys(searchAttributes?.indexedFields ?? {});
  return names.length === 0 || names.some((name) => !FREE_SEARCH_ATTRIBUTES.has(name));
}

/** True for queries that are never billed, whoever asks. */
export function isFreeQuery(queryType: string | null | undefined): boolean {
  return FREE_QUERIES.has(queryType ?? "");
}

export function localRetriesOf(
  metering: temporal.api.common.v1.IMeteringMetadata | null | undefined,
): number {
  return Math.min(metering?.nonfirstLocalActivityExecutionAttempts ?? 0, LOCAL_RETRIES_PER_TASK_MAX);
}

/** Retries told by the event of an activity's last attempt: attempt 1 costs none. */
export function activityRetriesOf(attempt: number | null | undefined): number {
  return Math.max((attempt ?? 1) - 1, 0);
}
