// The lists and counts of executions: what is open or closed, by filter. Answered from visibility.
import type { temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import { closedFilter, listExecutions, openFilter, type Filter } from "../visibility/index.ts";
import { countAnswer } from "./count-answer.ts";
import { rpc } from "./operation.ts";

type ListRequest = temporal.api.workflowservice.v1.IListWorkflowExecutionsRequest;
type ListResponse = temporal.api.workflowservice.v1.IListWorkflowExecutionsResponse;
type OpenRequest = temporal.api.workflowservice.v1.IListOpenWorkflowExecutionsRequest;
type ClosedRequest = temporal.api.workflowservice.v1.IListClosedWorkflowExecutionsRequest;
type CountRequest = temporal.api.workflowservice.v1.ICountWorkflowExecutionsRequest;
type CountResponse = temporal.api.workflowservice.v1.ICountWorkflowExecutionsResponse;

export const listWorkflowExecutions = rpc<ListRequest, ListResponse>(
  "ListWorkflowExecutions",
  (engine, request) => list(engine, request, { query: request.query ?? "", pageSize: request.pageSize }),
);

export const scanWorkflowExecutions = rpc<ListRequest, ListResponse>(
  "ScanWorkflowExecutions",
  (engine, request) => list(engine, request, { query: request.query ?? "", pageSize: request.pageSize }),
);

export const listOpenWorkflowExecutions = rpc<OpenRequest, ListResponse>(
  "ListOpenWorkflowExecutions",
  (engine, request) =>
    list(engine, request, { query: openFilter(request), pageSize: request.maximumPageSize }),
);

export const listClosedWorkflowExecutions = rpc<ClosedRequest, ListResponse>(
  "ListClosedWorkflowExecutions",
  (engine, request) =>
    list(engine, request, { query: closedFilter(request), pageSize: request.maximumPageSize }),
);

export const countWorkflowExecutions = rpc<CountRequest, CountResponse>(
  "CountWorkflowExecutions",
  (engine, request) =>
    countAnswer(engine, engine.namespaces.named(request.namespace), { query: request.query ?? "" }),
);

async function list(
  engine: Engine,
  request: { namespace?: string | null; nextPageToken?: Uint8Array | null },
  options: { query: string | Filter; pageSize: number | null | undefined },
): Promise<ListResponse> {
  const namespace = engine.namespaces.named(request.namespace);
  return listExecutions(engine.pool, {
    namespaceId: namespace.id,
    definitions: namespace.attributes,
    query: options.query,
    pageSize: options.pageSize ?? 0,
    pageToken: request.nextPageToken,
  });
}
