// ListNexusOperationExecutions and CountNexusOperationExecutions.
import { durationOfMs, timestampOfMs, type temporal } from "#contracts";
import {
  countExecutions,
  listStandalone,
  standaloneSchema,
  type ListedStandalone,
} from "../visibility/index.ts";
import { int64 } from "../workflow/index.ts";
import { rpc } from "./operation.ts";

type ListRequest = temporal.api.workflowservice.v1.IListNexusOperationExecutionsRequest;
type ListResponse = temporal.api.workflowservice.v1.IListNexusOperationExecutionsResponse;
type CountRequest = temporal.api.workflowservice.v1.ICountNexusOperationExecutionsRequest;
type CountResponse = temporal.api.workflowservice.v1.ICountNexusOperationExecutionsResponse;

const SCHEMA = standaloneSchema({
  kind: 2,
  id: "OperationId",
  statuses: ["Unspecified", "Running", "Completed", "Failed", "Canceled", "Terminated", "TimedOut"],
  keywords: { Endpoint: "keyword_1", Service: "keyword_2", Operation: "keyword_3" },
});

export const listNexusOperationExecutions = rpc<ListRequest, ListResponse>(
  "ListNexusOperationExecutions",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const { executions, nextPageToken } = await listStandalone(engine.pool, {
      namespaceId: namespace.id,
      schema: SCHEMA,
      definitions: namespace.attributes,
      query: request.query ?? "",
      pageSize: Math.max(0, request.pageSize ?? 0),
      pageToken: request.nextPageToken,
    });
    return { operations: executions.map(listed), nextPageToken };
  },
);

function listed(execution: ListedStandalone): temporal.api.nexus.v1.INexusOperationExecutionListInfo {
  const { closedMs, startedMs, keywords } = execution;
  const [endpoint, service, operation] = keywords;
  return {
    operationId: execution.id,
    runId: execution.runId,
    endpoint,
    service,
    operation,
    status: execution.status,
    scheduleTime: timestampOfMs(startedMs),
    closeTime: closedMs === undefined ? null : timestampOfMs(closedMs),
    executionDuration: closedMs === undefined ? null : durationOfMs(closedMs - startedMs),
    searchAttributes: { indexedFields: execution.searchAttributes },
    stateTransitionCount: int64(execution.transitionCount),
    stateSizeBytes: int64(execution.sizeBytes),
  };
}

export const countNexusOperationExecutions = rpc<CountRequest, CountResponse>(
  "CountNexusOperationExecutions",
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
