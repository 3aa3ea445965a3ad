// What a report may be grouped by: columns, tags of the namespaces, and one period. Pure.
import { CloudError } from "#shared/errors";

export const COLUMNS = [
  "account",
  "namespace",
  "project",
  "tag",
  "kind",
  "workflow_type",
  "task_queue",
] as const;
export const PERIODS = ["hour", "day", "month"] as const;

export type Column = (typeof COLUMNS)[number];
export type Period = (typeof PERIODS)[number];
/** "tag" stands for all tags of a namespace together, "tag:KEY" for the value of one. */
export type GroupBy = Column | Period | `tag:${string}`;

export interface Grouping {
  /** As they were asked for: also the order of the columns of a file. */
  names: readonly GroupBy[];
  columns: ReadonlySet<Column>;
  tagKeys: readonly string[];
  period: Period | undefined;
}

const TAG_KEY = /^[a-z0-9._@-]{1,63}$/;
/** As many as a namespace may have tags. */
const TAG_KEYS_MAX = 10;
const RULE = `group_by must be of: ${[...COLUMNS, "tag:KEY", ...PERIODS].join(", ")}.`;

/** Errors: INVALID_ARGUMENT naming the field, the name and the rule. */
export function parseGrouping(names: readonly string[]): Grouping {
  const known = names.flatMap((name) => name.split(",")).map(parseName);
  const twice = known.find((name, index) => known.indexOf(name) !== index);
  if (twice !== undefined) throw invalid(`group_by names ${JSON.stringify(twice)} twice.`);
  return groupingOf(known);
}

/** The grouping of names that are known. Errors: INVALID_ARGUMENT for names that exclude each other. */
export function groupingOf(names: readonly GroupBy[]): Grouping {
  const periods = PERIODS.filter((period) => names.includes(period));
  if (periods.length > 1) throw invalid("group_by takes one of hour, day and month.");
  const tagKeys = names.flatMap((name) => (name.startsWith("tag:") ? [name.slice("tag:".length)] : []));
  if (tagKeys.length > TAG_KEYS_MAX) throw invalid(`group_by takes at most ${TAG_KEYS_MAX} tags.`);
  const columns = new Set(COLUMNS.filter((column) => names.includes(column)));
  if (tagKeys.length > 0 && columns.has("tag")) {
    throw invalid("group_by takes tag, which is all of them, or tag:KEY, not both.");
  }
  return { names, columns, tagKeys, period: periods[0] };
}

/** Whether the namespaces' projects and tags must be known. */
export function needsFacts({ columns, tagKeys }: Grouping): boolean {
  return columns.has("project") || columns.has("tag") || tagKeys.length > 0;
}

function parseName(name: string): GroupBy {
  const known = [...COLUMNS, ...PERIODS].find((each) => each === name);
  if (known !== undefined) return known;
  const key = name.startsWith("tag:") ? name.slice("tag:".length) : "";
  if (TAG_KEY.test(key)) return `tag:${key}`;
  throw invalid(`group_by ${JSON.stringify(name.slice(0, 80))} is not known: ${RULE}`);
}

function invalid(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message, { field: "groupBy" });
}
