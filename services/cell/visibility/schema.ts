// A table that filters are compiled for: what its built-in names read. Here alone are columns spelled for filters; a
// column's `sql` is null where an execution has no such value.
import type { AttributeType, SystemAttribute } from "./search-attributes.ts";
import { SYSTEM_ATTRIBUTES } from "./search-attributes.ts";
import { STATUS_NAMES } from "./execution-status.ts";

export interface Column {
  readonly type: AttributeType;
  readonly sql: string;
  /** Compared as a uuid where the value is one. */
  readonly isUuid?: boolean;
  /** Literals are names or numbers of states, or durations. */
  readonly literal?: "status" | "duration";
  /** Counts may be grouped by it; the group's value as text. */
  readonly groupSql?: string;
}

export interface Schema {
  readonly table: string;
  readonly columns: ReadonlyMap<string, Column>;
  /** Executions of a division are hidden unless the filter names the division. */
  readonly hidesDivisions: boolean;
  /** Part of the WHERE of every statement; trusted text. */
  readonly where?: string;
}

const CLOSED = "close_time < 'infinity'";

/** Counts and durations are known of closed executions only, as in Temporal's visibility. */
const WORKFLOW_SQL: Readonly<Record<SystemAttribute, string>> = {
  WorkflowId: "workflow_id",
  RunId: "run_id",
  WorkflowType: "workflow_type",
  StartTime: "start_time",
  ExecutionTime: "execution_time",
  CloseTime: "nullif(close_time, 'infinity')",
  ExecutionStatus: "status",
  TaskQueue: "task_queue",
  HistoryLength: `case when ${CLOSED} then history_length end`,
  ExecutionDuration: `case when ${CLOSED} then extract(epoch from close_time - execution_time) * 1000000000 end`,
  StateTransitionCount: `case when ${CLOSED} then state_transition_count end`,
  HistorySizeBytes: `case when ${CLOSED} then history_size_bytes end`,
  ParentWorkflowId: "parent_workflow_id",
  ParentRunId: "parent_run_id",
  RootWorkflowId: "coalesce(root_workflow_id, workflow_id)",
  RootRunId: "coalesce(root_run_id, run_id)",
};

const MORE: Partial<Record<SystemAttribute, Partial<Column>>> = {
  RunId: { isUuid: true },
  ParentRunId: { isUuid: true },
  RootRunId: { isUuid: true },
  ExecutionStatus: { literal: "status", groupSql: nameOfNumber("status", STATUS_NAMES) },
  ExecutionDuration: { literal: "duration" },
};

export const WORKFLOWS: Schema = {
  table: "visibility",
  hidesDivisions: true,
  columns: systemColumns(WORKFLOW_SQL, MORE),
};

function systemColumns(
  sql: Readonly<Record<SystemAttribute, string>>,
  more: Partial<Record<SystemAttribute, Partial<Column>>>,
): ReadonlyMap<string, Column> {
  const names = Object.keys(sql) as SystemAttribute[];
  const columns = new Map<string, Column>(
    names.map((name) => [name, { type: SYSTEM_ATTRIBUTES[name], sql: sql[name], ...more[name] }]),
  );
  // What Temporal calls the workflow of a schedule.
  const workflowId = columns.get("WorkflowId");
  if (workflowId !== undefined) columns.set("ScheduleId", workflowId);
  return columns;
}

/** What a kind of standalone execution calls its id, its states and its three keywords. */
export interface StandaloneNames {
  readonly kind: number;
  readonly id: string;
  /** From 0 on. */
  readonly statuses: readonly string[];
  readonly keywords: Readonly<Record<string, "keyword_1" | "keyword_2" | "keyword_3">>;
}

/** System fields of workflows are known here too; those without a meaning are null. */
export function standaloneSchema({ kind, id, statuses, keywords }: StandaloneNames): Schema {
  const nothing = "null::text";
  const columns = new Map(
    systemColumns(
      {
        ...WORKFLOW_SQL,
        WorkflowId: "id",
        WorkflowType: "''::text",
        TaskQueue: nothing,
        HistoryLength: `case when ${CLOSED} then 0 end`,
        HistorySizeBytes: `case when ${CLOSED} then state_size_bytes end`,
        ParentWorkflowId: nothing,
        ParentRunId: nothing,
        RootWorkflowId: nothing,
        RootRunId: nothing,
      },
      { RunId: { isUuid: true }, ExecutionDuration: { literal: "duration" } },
    ),
  );
  const status = nameOfNumber("status", statuses);
  columns.set(id, { type: "Keyword", sql: "id" });
  columns.set("ExecutionStatus", { type: "Keyword", sql: status, groupSql: status });
  for (const [name, column] of Object.entries(keywords)) columns.set(name, { type: "Keyword", sql: column });
  return {
    table: "standalone_executions",
    hidesDivisions: false,
    where: `kind = ${String(kind)}`,
    columns,
  };
}

function nameOfNumber(column: string, names: readonly string[]): string {
  return `(array[${names.map((name) => `'${name}'`).join(",")}])[${column} + 1]`;
}
