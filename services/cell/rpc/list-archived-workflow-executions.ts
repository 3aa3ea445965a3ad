// ListArchivedWorkflowExecutions: refused in Temporal's words for a cluster without archival. Closed executions are
// deleted after their retention.
import { CloudError } from "#shared/errors";
import type { temporal } from "#contracts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IListArchivedWorkflowExecutionsRequest;
type Response = temporal.api.workflowservice.v1.IListArchivedWorkflowExecutionsResponse;

export const listArchivedWorkflowExecutions = rpc<Request, Response>(
  "ListArchivedWorkflowExecutions",
  (engine, request) => {
    engine.namespaces.named(request.namespace);
    throw new CloudError("INVALID_ARGUMENT", "Cluster is not configured for visibility archival.");
  },
);
