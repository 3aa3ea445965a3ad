// The filters of ListOpenWorkflowExecutions and ListClosedWorkflowExecutions, which came before the filter language,
// as filters of that language.
import { msOfTimestamp, type temporal } from "#contracts";
import type { Condition, Filter, Literal } from "./filter-syntax.ts";

type OpenRequest = temporal.api.workflowservice.v1.IListOpenWorkflowExecutionsRequest;
type ClosedRequest = temporal.api.workflowservice.v1.IListClosedWorkflowExecutionsRequest;

export function openFilter(request: OpenRequest): Filter {
  return filterOf([
    { kind: "comparison", field: "ExecutionStatus", operator: "=", value: text("Running") },
    ...timeConditions("StartTime", request.startTimeFilter),
    ...nameConditions(request),
  ]);
}

/** The time filter of closed executions is on their close time. */
export function closedFilter(request: ClosedRequest): Filter {
  const status = request.statusFilter?.status;
  return filterOf([
    { kind: "null", field: "CloseTime", negated: true },
    ...timeConditions("CloseTime", request.startTimeFilter),
    ...nameConditions(request),
    ...(status == null || status === 0
      ? []
      : [comparison("ExecutionStatus", { kind: "integer", value: BigInt(status) })]),
  ]);
}

function filterOf(conditions: Condition[]): Filter {
  return { condition: { kind: "and", conditions }, groupBy: [], orderBy: [] };
}

function timeConditions(
  field: string,
  filter: temporal.api.filter.v1.IStartTimeFilter | null | undefined,
): Condition[] {
  const earliest = msOfTimestamp(filter?.earliestTime);
  const latest = msOfTimestamp(filter?.latestTime);
  const conditions: Condition[] = [];
  if (earliest !== undefined) {
    conditions.push({ kind: "comparison", field, operator: ">=", value: nanos(earliest) });
  }
  if (latest !== undefined)
    conditions.push({ kind: "comparison", field, operator: "<=", value: nanos(latest) });
  return conditions;
}

function nameConditions(request: OpenRequest | ClosedRequest): Condition[] {
  const { executionFilter, typeFilter } = request;
  const conditions: Condition[] = [];
  if (executionFilter?.workflowId)
    conditions.push(comparison("WorkflowId", text(executionFilter.workflowId)));
  if (executionFilter?.runId) conditions.push(comparison("RunId", text(executionFilter.runId)));
  if (typeFilter?.name) conditions.push(comparison("WorkflowType", text(typeFilter.name)));
  return conditions;
}

function comparison(field: string, value: Literal): Condition {
  return { kind: "comparison", field, operator: "=", value };
}

function text(value: string): Literal {
  return { kind: "string", value };
}

function nanos(ms: number): Literal {
  return { kind: "integer", value: BigInt(Math.round(ms * 1000)) * 1000n };
}
