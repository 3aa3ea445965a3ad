// Reads of a namespace's export sinks for the public API.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { findNamespace } from "#domain/namespaces";
import { findSink, listSinks } from "./export-sink-store.ts";
import { toExportSink } from "./export-sink.ts";

export async function getExportSink(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IGetNamespaceExportSinkRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IGetNamespaceExportSinkResponse> {
  const { query } = context.database;
  const { id: namespace } = await findNamespace(context, query, {
    namespace: request.namespace ?? "",
    action: "cloud.namespace.exportsink.get",
  });
  const { accountId } = context.actor;
  return { sink: toExportSink(await findSink(query, { accountId, namespace, name: request.name ?? "" })) };
}

export async function getExportSinks(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IGetNamespaceExportSinksRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IGetNamespaceExportSinksResponse> {
  const { id: namespace } = await findNamespace(context, context.database.query, {
    namespace: request.namespace ?? "",
    action: "cloud.namespace.exportsink.list",
  });
  const { rows, nextPageToken } = await listSinks(context, {
    namespace,
    pageSize: request.pageSize ?? 0,
    pageToken: request.pageToken ?? "",
  });
  return { sinks: rows.map(toExportSink), nextPageToken };
}
