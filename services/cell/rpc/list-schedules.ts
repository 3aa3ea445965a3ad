// ListSchedules and CountSchedules: lists of executions, in the division where schedules are.
import type { temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import { SCHEDULE_DIVISION, SCHEDULE_WORKFLOW_ID_PREFIX } from "../schedules/index.ts";
import { listExecutions, parseFilter, type Filter } from "../visibility/index.ts";
import { countAnswer } from "./count-answer.ts";
import { rpc } from "./operation.ts";
import { listInfoOf } from "./schedule-message.ts";

type ListRequest = temporal.api.workflowservice.v1.IListSchedulesRequest;
type ListResponse = temporal.api.workflowservice.v1.IListSchedulesResponse;
type CountRequest = temporal.api.workflowservice.v1.ICountSchedulesRequest;
type CountResponse = temporal.api.workflowservice.v1.ICountSchedulesResponse;
type Condition = NonNullable<Filter["condition"]>;
type Literal = Extract<Condition, { kind: "comparison" }>["value"];

const SCHEDULE_ID_FIELDS: ReadonlySet<string> = new Set(["ScheduleId", "TemporalScheduleId"]);
/** Attributes that tell the cell's own bookkeeping. */
const HIDDEN_ATTRIBUTES: ReadonlySet<string> = new Set([
  "TemporalNamespaceDivision",
  "TemporalSchedulePaused",
]);

export const listSchedules = rpc<ListRequest, ListResponse>("ListSchedules", async (engine, request) => {
  const namespace = engine.namespaces.named(request.namespace);
  const { executions, nextPageToken } = await listExecutions(engine.pool, {
    namespaceId: namespace.id,
    definitions: namespace.attributes,
    query: scheduleFilter(request.query),
    pageSize: Math.max(0, request.maximumPageSize ?? 0),
    pageToken: request.nextPageToken,
  });
  return {
    schedules: executions.map((info) => entryOf(engine, namespace.id, info)),
    nextPageToken,
  };
});

export const countSchedules = rpc<CountRequest, CountResponse>("CountSchedules", (engine, request) =>
  countAnswer(engine, engine.namespaces.named(request.namespace), { query: scheduleFilter(request.query) }),
);

function scheduleFilter(query: string | null | undefined): Filter {
  const filter = parseFilter(query ?? "");
  const division = literal(SCHEDULE_DIVISION);
  const field = "TemporalNamespaceDivision";
  const conditions: Condition[] = [{ kind: "comparison", field, operator: "=", value: division }];
  if (filter.condition !== undefined) conditions.push(withWorkflowIds(filter.condition));
  return { ...filter, condition: { kind: "and", conditions } };
}

/** ScheduleId is the end of the workflow id under which a schedule is listed. */
function withWorkflowIds(condition: Condition): Condition {
  switch (condition.kind) {
    case "and":
    case "or":
      return { ...condition, conditions: condition.conditions.map(withWorkflowIds) };
    case "not":
      return { ...condition, condition: withWorkflowIds(condition.condition) };
    default:
      return SCHEDULE_ID_FIELDS.has(condition.field) ? onWorkflowId(condition) : condition;
  }
}

function onWorkflowId(condition: Exclude<Condition, { kind: "and" | "or" | "not" }>): Condition {
  const field = "WorkflowId";
  switch (condition.kind) {
    case "comparison":
      return { ...condition, field, value: prefixed(condition.value) };
    case "in":
      return { ...condition, field, values: condition.values.map(prefixed) };
    case "between":
      return { ...condition, field, from: prefixed(condition.from), to: prefixed(condition.to) };
    case "null":
      return { ...condition, field };
  }
}

function prefixed(value: Literal): Literal {
  return value.kind === "string" ? literal(`${SCHEDULE_WORKFLOW_ID_PREFIX}${value.value}`) : value;
}

function literal(value: string): Literal {
  return { kind: "string", value };
}

function entryOf(
  engine: Engine,
  namespaceId: string,
  listed: temporal.api.workflow.v1.IWorkflowExecutionInfo,
): temporal.api.schedule.v1.IScheduleListEntry {
  const scheduleId = (listed.execution?.workflowId ?? "").slice(SCHEDULE_WORKFLOW_ID_PREFIX.length);
  const live = engine.schedules.known({ namespaceId, scheduleId });
  const attributes = Object.entries(listed.searchAttributes?.indexedFields ?? {});
  const shown = attributes.filter(([name]) => !HIDDEN_ATTRIBUTES.has(name));
  return {
    scheduleId,
    memo: listed.memo ?? null,
    searchAttributes: { indexedFields: Object.fromEntries(shown) },
    info: live === undefined ? null : listInfoOf(live),
  };
}
