// Operations of namespaces.
import type { temporal } from "#contracts";
import {
  createNamespace,
  deleteNamespace,
  getNamespace,
  getNamespaces,
  renameCustomSearchAttribute,
  updateNamespace,
  updateNamespaceTags,
} from "#domain/namespaces";
import { operation, type Operation } from "./operation.ts";

const CLOUD = "temporal.api.cloud.cloudservice.v1.CloudService";
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
    permission: "cloud.namespace.update",
    run: (context, request: Request<"RenameCustomSearchAttributeRequest">) =>
      renameCustomSearchAttribute(context, request),
  }),
  operation({
    rpc: `${CLOUD}/UpdateNamespaceTags`,
    permission: "cloud.namespace.update",
    run: (context, request: Request<"UpdateNamespaceTagsRequest">) => updateNamespaceTags(context, request),
  }),
];
