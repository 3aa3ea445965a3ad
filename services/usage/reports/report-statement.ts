// The SQL of a report. All parts of the text are fixed or numbers; what a caller names comes as parameters. Pure.
import { groupingOf, needsFacts, type Column, type GroupBy, type Grouping } from "./grouping.ts";
import { segmentsOf, type Level, type Segment, type TimeRange } from "./segments.ts";

/** The kind under which storage stands when a report is grouped by kind. */
export const STORAGE_KIND = "storage";

/** What the control plane knows of a namespace, and usage does not. */
export interface NamespaceFacts {
  /** "<name>.<account>" */
  namespace: string;
  projectId: string;
  projectName: string;
  /** The active one. */
  regionId: string;
  regionName: string;
  tags: Readonly<Record<string, string>>;
}

export interface UsageQuery {
  accountId: string;
  /** "<name>.<account>", or undefined for all namespaces of the account. */
  namespace?: string | undefined;
  /** Half-open; both ends are whole minutes. Storage counts with the hours that begin inside. */
  range: TimeRange;
  groupBy: readonly GroupBy[];
  /** For reports by project or tag. Namespaces that are not among them have neither. */
  facts?: readonly NamespaceFacts[];
}

export interface ReportStatement {
  text: string;
  values: unknown[];
}

const SOURCES: Record<Level, { table: string; moment: string }> = {
  minute: { table: "action_minutes", moment: "minute" },
  hour: { table: "current_action_hours", moment: "hour" },
  day: { table: "current_action_days", moment: "day" },
};

/** How each column reads, from `used` and `facts`. */
const READ: Record<Column, string> = {
  account: "$1::text",
  namespace: "used.namespace",
  project: "coalesce(facts.project, '')",
  tag: "coalesce(facts.tags, '{}'::jsonb)",
  kind: "kind",
  workflow_type: "workflow_type",
  task_queue: "task_queue",
};

/** Columns: account, namespace, project, tag, kind, workflow_type, task_queue, period_start, actions, active, retained. */
export function statementOf(query: UsageQuery): ReportStatement {
  const grouping = groupingOf(query.groupBy);
  const values: unknown[] = [query.accountId, query.namespace ?? null];
  const facts = needsFacts(grouping) ? factsIn(query.facts ?? [], values) : "";
  const used = [
    ...segmentsOf(query.range, grouping.period === "hour" ? "hour" : "day").map(actionsIn),
    storageIn(query.range),
  ];
  const text = `with used as (${used.join(" union all ")})
    select ${selected(grouping, values).join(", ")}, ${periodOf(grouping)} as period_start,
      coalesce(sum(actions), 0)::text as actions, coalesce(sum(active), 0)::text as active,
      coalesce(sum(retained), 0)::text as retained
    from used ${facts} group by 1, 2, 3, 4, 5, 6, 7, 8
    having sum(actions) > 0 or sum(active) > 0 or sum(retained) > 0
    order by 8 nulls first, 1, 2, 3, 4, 5, 6, 7`;
  return { text, values };
}

function selected(grouping: Grouping, values: unknown[]): string[] {
  return (Object.keys(READ) as Column[]).map((column) => {
    if (column === "tag" && grouping.tagKeys.length > 0) {
      values.push(grouping.tagKeys);
      return `coalesce((select jsonb_object_agg(key, coalesce(facts.tags ->> key, ''))
        from unnest($${values.length}::text[]) as asked(key)), '{}'::jsonb) as tag`;
    }
    const nothing = column === "tag" ? "null::jsonb" : "''";
    return `${grouping.columns.has(column) ? READ[column] : nothing} as ${column}`;
  });
}

function factsIn(facts: readonly NamespaceFacts[], values: unknown[]): string {
  values.push(
    facts.map(({ namespace }) => namespace),
    facts.map(({ projectId }) => projectId),
    facts.map(({ tags }) => JSON.stringify(tags)),
  );
  const first = values.length - 2;
  return `left join unnest($${first}::text[], $${first + 1}::text[], $${first + 2}::jsonb[])
    as facts(namespace, project, tags) on facts.namespace = used.namespace`;
}

function periodOf({ period }: Grouping): string {
  return period === undefined ? "null::timestamptz" : `date_trunc('${period}', moment, 'UTC')`;
}

function actionsIn(segment: Segment): string {
  const { table, moment } = SOURCES[segment.level];
  return `select namespace, kind, workflow_type, task_queue, ${moment} as moment,
      count::numeric as actions, 0::numeric as active, 0::numeric as retained
    from ${table} where account = $1 and ($2::text is null or namespace = $2)
      and ${moment} >= ${momentOf(segment.fromMs)} and ${moment} < ${momentOf(segment.toMs)}`;
}

function storageIn(range: TimeRange): string {
  return `select namespace, '${STORAGE_KIND}', '', '', hour, 0::numeric,
      case when storage_class = 'active' then byte_milliseconds else 0 end,
      case when storage_class = 'retained' then byte_milliseconds else 0 end
    from storage_hours where account = $1 and ($2::text is null or namespace = $2)
      and hour >= ${momentOf(range.fromMs)} and hour < ${momentOf(range.toMs)}`;
}

function momentOf(ms: number): string {
  return `to_timestamp(${String(Math.trunc(ms))}::float8 / 1000)`;
}
