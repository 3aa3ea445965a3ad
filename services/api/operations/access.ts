// Who has access to a namespace or a project, and giving it.
import type { cloudV1, temporal } from "#contracts";
import {
  explainAccess,
  getNamespaceAssignments,
  getProjectAssignments,
  setNamespaceAccess,
  setProjectAccess,
  type Assignment,
} from "#domain/access";
import { getProjectScopedServiceAccounts } from "#domain/service-accounts";
import type { PageRequest } from "#shared/page";
import { operation, type Operation, type OperationContext } from "./operation.ts";

const SERVICE = "temporal.api.cloud.cloudservice.v1.CloudService";

type Namespaced = PageRequest & { namespace?: string | null };
type InProject = PageRequest & { projectId?: string | null };
type Message = temporal.api.cloud.cloudservice.v1.ISetUserNamespaceAccessRequest &
  temporal.api.cloud.cloudservice.v1.ISetUserGroupNamespaceAccessRequest &
  temporal.api.cloud.cloudservice.v1.ISetServiceAccountNamespaceAccessRequest;
type ProjectMessage = temporal.api.cloud.cloudservice.v1.ISetUserProjectAccessRequest &
  temporal.api.cloud.cloudservice.v1.ISetUserGroupProjectAccessRequest &
  temporal.api.cloud.cloudservice.v1.ISetServiceAccountProjectAccessRequest;

/** Each kind of principal: the words of its rpcs and messages. */
const KINDS = [
  { type: "user", noun: "User", list: "users", label: "email" },
  { type: "group", noun: "UserGroup", list: "groups", label: "displayName" },
  {
    type: "service_account",
    noun: "ServiceAccount",
    list: "serviceAccounts",
    label: "name",
  },
] as const;

export const accessOperations: Operation[] = [
  ...KINDS.flatMap(({ type, noun, list, label }) => [
    operation({
      rpc: `${SERVICE}/Set${noun}NamespaceAccess`,
      permission: `cloud.namespace.set${noun}Access`,
      run: (context: OperationContext, request: Message) =>
        setNamespaceAccess(context, { principalType: type, principalId: idOf(type, request) }, request),
    }),
    operation({
      rpc: `${SERVICE}/Set${noun}ProjectAccess`,
      permission: `cloud.project.set${noun}Access`,
      run: (context: OperationContext, request: ProjectMessage) =>
        setProjectAccess(context, { principalType: type, principalId: idOf(type, request) }, request),
    }),
    operation({
      rpc: `${SERVICE}/Get${noun}NamespaceAssignments`,
      permission: `cloud.namespace.get${noun}NamespaceAssignments`,
      run: async (context: OperationContext, request: Namespaced) => {
        const { assignments, nextPageToken } = await getNamespaceAssignments(context, type, request);
        return { [list]: assignments.map((one) => named(one, label)), nextPageToken };
      },
    }),
    operation({
      rpc: `${SERVICE}/Get${noun}ProjectAssignments`,
      permission: `cloud.project.get${noun}ProjectAssignments`,
      run: async (context: OperationContext, request: InProject) => {
        const { assignments, nextPageToken } = await getProjectAssignments(context, type, request);
        return { [list]: assignments.map((one) => named(one, label)), nextPageToken };
      },
    }),
  ]),
  operation({
    rpc: `${SERVICE}/GetProjectScopedServiceAccounts`,
    permission: "cloud.project.getServiceAccountProjectAssignments",
    run: (context, request: InProject) => getProjectScopedServiceAccounts(context, request),
  }),
  operation({
    rpc: "cellplane.cloud.v1.AccessService/ExplainAccess",
    permission: "cloud.access.explain",
    run: (context, request: cloudV1.IExplainAccessRequest) => explainAccess(context, request),
  }),
];

function idOf(type: (typeof KINDS)[number]["type"], request: Message | ProjectMessage): string {
  const id = { user: request.userId, group: request.groupId, service_account: request.serviceAccountId }[
    type
  ];
  return id ?? "";
}

function named({ name, ...rest }: Assignment, label: (typeof KINDS)[number]["label"]): object {
  return { ...rest, [label]: name };
}
