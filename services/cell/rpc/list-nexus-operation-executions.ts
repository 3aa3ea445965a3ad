// ListNexusOperationExecutions and CountNexusOperationExecutions.
import type { temporal } from "#contracts";
import { standaloneSchema, type ListedStandalone } from "../visibility/index.ts";
import { countAnswer } from "./count-answer.ts";
import { listedFields, listedPage } from "./list-standalone.ts";
import { rpc } from "./operation.ts";

type ListRequest = temporal.api.workflowservice.v1.IListNexusOperationExecutionsRequest;
type ListResponse = temporal.api.workflowservice.v1.IListNexusOperationExecutionsResponse;
type CountRequest = temporal.api.workflowservice.v1.ICountNexusOperationExecutionsRequest;
type CountResponse = temporal.api.workflowservice.v1.ICountNexusOperationExecutionsResponse;

const schema = standaloneSchema({
  kind: 2,
  id: "OperationId",
  statuses: ["Unspecified", "Running", "Completed", "Failed", "Canceled", "Terminated", "TimedOut"],
  keywords: { Endpoint: "keyword_1", Service: "keyword_2", Operation: "keyword_3" },
});

export const listNexusOperationExecutions = rpc<ListRequest, ListResponse>(
  "ListNexusOperationExecutions",
  async (engine, request) => {
    const { listed, nextPageToken } = await listedPage(engine, request, { schema, infoOf });
    return { operations: listed, nextPageToken };
  },
);

function infoOf(execution: ListedStandalone): temporal.api.nexus.v1.INexusOperationExecutionListInfo {
  const [endpoint, service, operation] = execution.keywords;
  return { operationId: execution.id, endpoint, service, operation, ...listedFields(execution) };
}

export const countNexusOperationExecutions = rpc<CountRequest, CountResponse>(
  "CountNexusOperationExecutions",
  (engine, request) =>
    countAnswer(engine, engine.namespaces.named(request.namespace), { query: request.query ?? "", schema }),
);
