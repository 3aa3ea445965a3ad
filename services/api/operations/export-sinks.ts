// Operations of export sinks: where a namespace has the histories of its closed workflows exported to.
import type { temporal } from "#contracts";
import {
  createExportSink,
  deleteExportSink,
  getExportSink,
  getExportSinks,
  updateExportSink,
  validateExportSink,
} from "#domain/export-sinks";
import { operation, type Operation } from "./operation.ts";

const CLOUD = "temporal.api.cloud.cloudservice.v1.CloudService";
type Requests = typeof temporal.api.cloud.cloudservice.v1;
type Request<Name extends keyof Requests> = Requests[Name] extends {
  create(properties?: infer Message): unknown;
}
  ? NonNullable<Message>
  : never;

export const exportSinkOperations: Operation[] = [
  operation({
    rpc: `${CLOUD}/CreateNamespaceExportSink`,
    permission: "cloud.namespace.exportsink.create",
    run: (context, request: Request<"CreateNamespaceExportSinkRequest">) =>
      createExportSink(context, request),
  }),
  operation({
    rpc: `${CLOUD}/GetNamespaceExportSink`,
    permission: "cloud.namespace.exportsink.get",
    run: (context, request: Request<"GetNamespaceExportSinkRequest">) => getExportSink(context, request),
  }),
  operation({
    rpc: `${CLOUD}/GetNamespaceExportSinks`,
    permission: "cloud.namespace.exportsink.list",
    run: (context, request: Request<"GetNamespaceExportSinksRequest">) => getExportSinks(context, request),
  }),
  operation({
    rpc: `${CLOUD}/UpdateNamespaceExportSink`,
    permission: "cloud.namespace.exportsink.update",
    run: (context, request: Request<"UpdateNamespaceExportSinkRequest">) =>
      updateExportSink(context, request),
  }),
  operation({
    rpc: `${CLOUD}/DeleteNamespaceExportSink`,
    permission: "cloud.namespace.exportsink.delete",
    run: (context, request: Request<"DeleteNamespaceExportSinkRequest">) =>
      deleteExportSink(context, request),
  }),
  operation({
    rpc: `${CLOUD}/ValidateNamespaceExportSink`,
    permission: "cloud.namespace.exportsink.validate",
    run: (context, request: Request<"ValidateNamespaceExportSinkRequest">) =>
      validateExportSink(context, context.writeExport, request),
  }),
];
