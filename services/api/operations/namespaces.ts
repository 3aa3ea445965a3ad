// Operations of namespaces.
import type { cloudV1, temporal } from "#contracts";
import {
  addNamespaceRegion,
  createNamespace,
  deleteCustomSearchAttribute,
  deleteNamespace,
  deleteNamespaceRegion,
  failoverNamespaceRegion,
  getNamespace,
  getNamespaceCapacityInfo,
  getNamespaces,
  getNamespaceWarnings,
  renameCustomSearchAttribute,
  updateNamespace,
  updateNamespaceTags,
} from "#domain/namespaces";
import { readActionRates } from "#usage/reports";
import { operation, type Operation } from "./operation.ts";

const CLOUD = "temporal.api.cloud.cloudservice.v1.CloudService";
const NAMESPACES = "cellplane.cloud.v1.NamespaceService";
type Requests = typeof temporal.api.cloud.cloudservice.v1;
type Request<Name extends keyof Requests> = Requests[Name] extends {
  create(properties?: infer Message): unknown;
}
  ? NonNullable<Message>
  : never;

export const namespacesOperations: Operation[] = [
  operation({
    rpc: `${CLOUD}/CreateNamespace`,
    permission: "cloud.namespace.create",
    run: (context, request: Request<"CreateNamespaceRequest">) => createNamespace(context, request),
  }),
  operation({
    rpc: `${CLOUD}/GetNamespaces`,
    permission: "cloud.namespace.list",
    run: (context, request: Request<"GetNamespacesRequest">) => getNamespaces(context, request),
  }),
  operation({
    rpc: `${CLOUD}/GetNamespace`,
    permission: "cloud.namespace.get",
    run: (context, request: Request<"GetNamespaceRequest">) => getNamespace(context, request),
  }),
  operation({
    rpc: `${CLOUD}/UpdateNamespace`,
    permission: "cloud.namespace.update",
    run: (context, request: Request<"UpdateNamespaceRequest">) => updateNamespace(context, request),
  }),
  operation({
    rpc: `${CLOUD}/DeleteNamespace`,
    permission: "cloud.namespace.delete",
    run: (context, request: Request<"DeleteNamespaceRequest">) => deleteNamespace(context, request),
  }),
  operation({
    rpc: `${CLOUD}/RenameCustomSearchAttribute`,
    permission: "cloud.namespace.renameCustomSearchAttribute",
    run: (context, request: Request<"RenameCustomSearchAttributeRequest">) =>
      renameCustomSearchAttribute(context, request),
  }),
  operation({
    rpc: `${CLOUD}/UpdateNamespaceTags`,
    permission: "cloud.namespace.updateTags",
    run: (context, request: Request<"UpdateNamespaceTagsRequest">) => updateNamespaceTags(context, request),
  }),
  operation({
    rpc: `${CLOUD}/AddNamespaceRegion`,
    permission: "cloud.namespace.addRegion",
    run: (context, request: Request<"AddNamespaceRegionRequest">) => addNamespaceRegion(context, request),
  }),
  operation({
    rpc: `${CLOUD}/DeleteNamespaceRegion`,
    permission: "cloud.namespace.deleteRegion",
    run: (context, request: Request<"DeleteNamespaceRegionRequest">) =>
      deleteNamespaceRegion(context, request),
  }),
  operation({
    rpc: `${CLOUD}/FailoverNamespaceRegion`,
    permission: "cloud.namespace.failoverRegion",
    run: (context, request: Request<"FailoverNamespaceRegionRequest">) =>
      failoverNamespaceRegion(context, request),
  }),
  operation({
    rpc: `${CLOUD}/GetNamespaceCapacityInfo`,
    permission: "cloud.namespace.capacityinfo.get",
    run: (context, request: Request<"GetNamespaceCapacityInfoRequest">) =>
      getNamespaceCapacityInfo(context, request, (namespace) =>
        readActionRates(context.usage, {
          accountId: context.actor.accountId,
          namespace,
          now: context.clock.now(),
        }),
      ),
  }),
  operation({
    rpc: `${NAMESPACES}/DeleteCustomSearchAttribute`,
    permission: "cloud.namespace.update",
    run: (context, request: cloudV1.IDeleteCustomSearchAttributeRequest) =>
      deleteCustomSearchAttribute(context, request),
  }),
  operation({
    rpc: `${NAMESPACES}/GetNamespaceWarnings`,
    permission: "cloud.namespace.get",
    run: (context, request: cloudV1.IGetNamespaceWarningsRequest) => getNamespaceWarnings(context, request),
  }),
];
