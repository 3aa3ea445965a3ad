// `tcld namespace`: create, list, get, update of every kind, delete.
import { tcldV1, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { cloudSpec, tcldNamespace } from "./namespace-spec.ts";
import {
  CLOUD,
  operationId,
  requestStatus,
  translation,
  type CallOperation,
  type Translation,
} from "./translation.ts";

const SERVICE = "api.namespaceservice.v1.NamespaceService";
type Namespace = temporal.api.cloud.namespace.v1.INamespace;
interface Page {
  namespaces?: Namespace[];
  nextPageToken?: string;
}
interface Changed {
  namespace?: string;
  asyncOperation?: temporal.api.cloud.operation.v1.IAsyncOperation | null;
}

const statusOf = (answer: Changed, id: string): { requestStatus: tcldV1.IRequestStatus } => ({
  requestStatus: requestStatus(answer.asyncOperation, { type: "namespace", id }),
});

async function read(call: CallOperation, namespace: string): Promise<Namespace> {
  const { namespace: found } = await call<{ namespace?: Namespace }>(`${CLOUD}/GetNamespace`, { namespace });
  return found ?? {};
}

export const namespaceTranslations: Translation[] = [
  translation({
    rpc: `${SERVICE}/CreateNamespace`,
    request: tcldV1.CreateNamespaceRequest,
    response: tcldV1.CreateNamespaceResponse,
    run: async (call, request) => {
      if ((request.userNamespacePermissions ?? []).length > 0)
        throw new CloudError(
          "INVALID_ARGUMENT",
          "user_namespace_permissions: give them when the namespace is there, with `tcld user set-namespace-permissions`.",
          { field: "userNamespacePermissions" },
        );
      // "orders.a1b2c3" and "orders" are both taken for the name.
      const [name = ""] = (request.namespace ?? "").split(".");
      const spec = cloudSpec(name, request.spec ?? {});
      const made = await call<Changed>(`${CLOUD}/CreateNamespace`, { spec, ...operationId(request) });
      return statusOf(made, made.namespace ?? "");
    },
  }),
  translation({
    rpc: `${SERVICE}/ListNamespaces`,
    request: tcldV1.ListNamespacesRequest,
    response: tcldV1.ListNamespacesResponse,
    run: async (call, { pageSize, pageToken }) => {
      const page = await call<Page>(`${CLOUD}/GetNamespaces`, { pageSize, pageToken });
      return {
        namespaces: (page.namespaces ?? []).map(({ namespace }) => namespace ?? ""),
        nextPageToken: page.nextPageToken ?? "",
      };
    },
  }),
  translation({
    rpc: `${SERVICE}/GetNamespace`,
    request: tcldV1.GetNamespaceRequest,
    response: tcldV1.GetNamespaceResponse,
    run: async (call, { namespace }) => ({ namespace: tcldNamespace(await read(call, namespace ?? "")) }),
  }),
  translation({
    rpc: `${SERVICE}/UpdateNamespace`,
    request: tcldV1.UpdateNamespaceRequest,
    response: tcldV1.UpdateNamespaceResponse,
    run: async (call, request) => {
      const namespace = request.namespace ?? "";
      const before = await read(call, namespace);
      const spec = cloudSpec(before.spec?.name ?? "", request.spec ?? {}, before.spec ?? {});
      const { resourceVersion } = request;
      const change = { namespace, spec, resourceVersion, ...operationId(request) };
      return statusOf(await call<Changed>(`${CLOUD}/UpdateNamespace`, change), namespace);
    },
  }),
  translation({
    rpc: `${SERVICE}/RenameCustomSearchAttribute`,
    request: tcldV1.RenameCustomSearchAttributeRequest,
    response: tcldV1.RenameCustomSearchAttributeResponse,
    run: async (call, { requestId, ...request }) => {
      const change = { ...request, ...operationId({ requestId: requestId ?? "" }) };
      const answer = await call<Changed>(`${CLOUD}/RenameCustomSearchAttribute`, change);
      return statusOf(answer, request.namespace ?? "");
    },
  }),
  translation({
    rpc: `${SERVICE}/DeleteNamespace`,
    request: tcldV1.DeleteNamespaceRequest,
    response: tcldV1.DeleteNamespaceResponse,
    run: async (call, request) => {
      const { namespace, resourceVersion } = request;
      const answer = await call<Changed>(`${CLOUD}/DeleteNamespace`, {
        namespace,
        resourceVersion,
        ...operationId(request),
      });
      return statusOf(answer, namespace ?? "");
    },
  }),
];
