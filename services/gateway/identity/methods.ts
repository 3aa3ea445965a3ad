// What each method of the data plane needs, as data: the permission, and where its request names the namespace.
// A method that is not in the table does not exist for tenants.
import { methodsOf } from "#contracts";

export type Permission = "read" | "write" | "admin";

export interface GatewayMethod {
  path: string;
  name: string;
  need: Permission;
  /** Number of the request's namespace field; 0 for methods that concern no namespace. */
  namespaceField: number;
  /** Number of a field that can name the namespace by id; 0 when there is none. */
  namespaceIdField: number;
}

const WORKFLOW_SERVICE = "temporal.api.workflowservice.v1.WorkflowService";
const OPERATOR_SERVICE = "temporal.api.operatorservice.v1.OperatorService";

/** They change or show what belongs to the cell or the account: the Cloud Ops API is the place for them. */
const NOT_FOR_TENANTS = new Set([
  "RegisterNamespace",
  "UpdateNamespace",
  "DeprecateNamespace",
  "AddSearchAttributes",
  "RemoveSearchAttributes",
  "DeleteNamespace",
  "AddOrUpdateRemoteCluster",
  "RemoveRemoteCluster",
  "ListClusters",
  "GetNexusEndpoint",
  "CreateNexusEndpoint",
  "UpdateNexusEndpoint",
  "DeleteNexusEndpoint",
  "ListNexusEndpoints",
]);

/** Reading methods whose names do not begin with Describe, List, Get, Count or Scan. */
const OTHER_READS = new Set([
  "QueryWorkflow",
  "PollWorkflowExecutionUpdate",
  "PollActivityExecution",
  "PollNexusOperationExecution",
  "PollWorkflowExecutionTimeSkipping",
  "FetchWorkerConfig",
]);
const READ_PREFIX = /^(Describe|List|Get|Count|Scan)/;

function needOf(name: string): Permission {
  // As in Temporal Cloud, no method of a running namespace needs more than a writer's right.
  return READ_PREFIX.test(name) || OTHER_READS.has(name) ? "read" : "write";
}

export type MethodTable = ReadonlyMap<string, GatewayMethod | "not-for-tenants">;

export function methodTable(): MethodTable {
  const table = new Map<string, GatewayMethod | "not-for-tenants">();
  for (const method of [...methodsOf(WORKFLOW_SERVICE), ...methodsOf(OPERATOR_SERVICE)]) {
    const { fields } = method.request.type;
    table.set(
      method.path,
      NOT_FOR_TENANTS.has(method.name)
        ? "not-for-tenants"
        : {
            path: method.path,
            name: method.name,
            need: needOf(method.name),
            namespaceField: fields["namespace"]?.id ?? 0,
            namespaceIdField: method.name === "DescribeNamespace" ? (fields["id"]?.id ?? 0) : 0,
          },
    );
  }
  return table;
}
