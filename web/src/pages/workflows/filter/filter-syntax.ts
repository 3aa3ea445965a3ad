// The syntax tree of a list filter, its fields and what can be wrong with it, always with the place in the text.

export type FieldType =
  "Keyword" | "Text" | "Int" | "Double" | "Bool" | "Datetime" | "KeywordList" | "Status" | "Duration";

export interface FilterField {
  name: string;
  type: FieldType;
}

/** Half-open, in characters of the text. */
export interface Place {
  from: number;
  to: number;
}

export interface FilterError extends Place {
  message: string;
}

export type Literal = Place &
  ({ kind: "string" | "number"; text: string } | { kind: "boolean"; isTrue: boolean });

export type ComparisonOperator = "=" | "!=" | "<" | "<=" | ">" | ">=" | "STARTS_WITH" | "NOT STARTS_WITH";

export type FilterNode =
  | { kind: "and" | "or"; parts: FilterNode[] }
  | { kind: "not"; part: FilterNode }
  | { kind: "comparison"; field: string; operator: ComparisonOperator; value: Literal }
  | { kind: "in"; field: string; isNegated: boolean; values: Literal[] }
  | { kind: "between"; field: string; isNegated: boolean; lower: Literal; upper: Literal }
  | { kind: "null"; field: string; isNegated: boolean };

export const STATUS_NAMES = [
  "Running",
  "Completed",
  "Failed",
  "Canceled",
  "Terminated",
  "ContinuedAsNew",
  "TimedOut",
  "Paused",
] as const;

/** What every namespace can be searched by; the namespace's own attributes come beside them. */
export const SYSTEM_FIELDS: readonly FilterField[] = [
  { name: "WorkflowType", type: "Keyword" },
  { name: "WorkflowId", type: "Keyword" },
  { name: "ExecutionStatus", type: "Status" },
  { name: "StartTime", type: "Datetime" },
  { name: "CloseTime", type: "Datetime" },
  { name: "ExecutionTime", type: "Datetime" },
  { name: "ExecutionDuration", type: "Duration" },
  { name: "RunId", type: "Keyword" },
  { name: "TaskQueue", type: "Keyword" },
  { name: "HistoryLength", type: "Int" },
  { name: "HistorySizeBytes", type: "Int" },
  { name: "StateTransitionCount", type: "Int" },
  { name: "ParentWorkflowId", type: "Keyword" },
  { name: "ParentRunId", type: "Keyword" },
  { name: "RootWorkflowId", type: "Keyword" },
  { name: "RootRunId", type: "Keyword" },
  { name: "BuildIds", type: "KeywordList" },
  { name: "BatcherUser", type: "Keyword" },
  { name: "TemporalChangeVersion", type: "KeywordList" },
  { name: "TemporalScheduledById", type: "Keyword" },
  { name: "TemporalScheduledStartTime", type: "Datetime" },
  { name: "TemporalSchedulePaused", type: "Bool" },
  { name: "TemporalPauseInfo", type: "KeywordList" },
  { name: "TemporalReportedProblems", type: "KeywordList" },
  { name: "TemporalWorkerDeployment", type: "Keyword" },
  { name: "TemporalWorkerDeploymentVersion", type: "Keyword" },
  { name: "TemporalWorkflowVersioningBehavior", type: "Keyword" },
  { name: "TemporalNamespaceDivision", type: "Keyword" },
];
