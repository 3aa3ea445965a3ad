// ListActivityExecutions and CountActivityExecutions.
import { durationOfMs, timestampOfMs, type temporal } from "#contracts";
import {
  countExecutions,
  listStandalone,
  standaloneSchema,
  type ListedStandalone,
} from "../visibility/index.ts";
import { int64 } from "../workflow/index.ts";
import { rpc } from "./operation.ts";

type ListRequest = temporal.api.workflowservice.v1.IListActivityExecutionsRequest;
type ListResponse = temporal.api.workflowservice.v1.IListActivityExecutionsResponse;
type CountRequest = temporal.api.workflowservice.v1.ICountActivityExecutionsRequest;
type CountResponse = temporal.api.workflowservice.v1.ICountActivityExecutionsResponse;

const SCHEMA = standaloneSchema({
  kind: 1,
  id: "ActivityId",
  statuses: ["Unspecified", "Running", "Completed", "Failed", "Canceled", "Terminated", "TimedOut", "Paused"],
  keywords: { ActivityType: "keyword_1", TaskQueue: "keyword_2" },
});

export const listActivityExecutions = rpc<ListRequest, ListResponse>(
  "ListActivityExecutions",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const { executions, nextPageToken } = await listStandalone(engine.pool, {
      namespaceId: namespace.id,
      schema: SCHEMA,
      definitions: namespace.attributes,
      query: request.query ?? "",
      // As the limit of pages: Temporal takes a negative size for none.
      pageSize: Math.max(0, request.pageSize ?? 0),
      pageToken: request.nextPageToken,
    });
    return { executions: executions.map(listed), nextPageToken };
  },
);

function listed(execution: ListedStandalone): temporal.api.activity.v1.IActivityExecutionListInfo {
  const { closedMs, startedMs, keywords } = execution;
  return {
    activityId: execution.id,
    runId: execution.runId,
    activityType: { name: keywords[0] },
    taskQueue: keywords[1],
    status: execution.status,
    scheduleTime: timestampOfMs(startedMs),
    executionTime: timestampOfMs(execution.executionMs),
    closeTime: closedMs === undefined ? null : timestampOfMs(closedMs),
    executionDuration: closedMs === undefined ? null : durationOfMs(closedMs - startedMs),
    searchAttributes: { indexedFields: execution.searchAttributes },
    stateTransitionCount: int64(execution.transitionCount),
    stateSizeBytes: int64(execution.sizeBytes),
  };
}

export const countActivityExecutions = rpc<CountRequest, CountResponse>(
  "CountActivityExecutions",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const { count, groups } = await countExecutions(engine.pool, {
      namespaceId: namespace.id,
      schema: SCHEMA,
      definitions: namespace.attributes,
      query: request.query ?? "",
    });
    return {
      count: int64(count),
      groups: groups.map((group) => ({ groupValues: group.groupValues, count: int64(group.count) })),
    };
  },
);
