// Reads of namespaces for the public API.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { listRegions } from "#domain/regions";
import { readShownRules } from "./connectivity.ts";
import { appliedConfigurationOf, configurationOf, toNamespace, type NamespaceRow } from "./namespace.ts";
import { findNamespace, listNamespaces } from "./namespace-store.ts";
import { activeRegionOf } from "./replicas.ts";

type PublicNamespace = temporal.api.cloud.namespace.v1.INamespace;

export async function getNamespace(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IGetNamespaceRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IGetNamespaceResponse> {
  const row = await findNamespace(context, context.database.query, {
    namespace: request.namespace ?? "",
    action: "cloud.namespace.get",
  });
  const [namespace] = await toNamespaces(context, [row]);
  return { ...(namespace === undefined ? {} : { namespace }) };
}

export async function getNamespaces(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IGetNamespacesRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IGetNamespacesResponse> {
  const { rows, nextPageToken } = await listNamespaces(context, {
    name: request.name ?? "",
    projectId: request.projectId ?? "",
    pageSize: request.pageSize ?? 0,
    pageToken: request.pageToken ?? "",
  });
  return { namespaces: await toNamespaces(context, rows), nextPageToken };
}

async function toNamespaces(
  context: DomainContext,
  rows: readonly NamespaceRow[],
): Promise<PublicNamespace[]> {
  const tx = context.database.query;
  const configurations = rows.map(configurationOf);
  const [regions, rules] = await Promise.all([
    listRegions(tx),
    readShownRules(tx, context.actor.accountId, configurations),
  ]);
  return rows.map((row) => {
    const intended = configurationOf(row);
    const active = activeRegionOf({ intended, applied: appliedConfigurationOf(row) });
    return toNamespace(row, {
      region: regions.find(({ id }) => id === active),
      connectivityRules: intended.connectivityRuleIds.flatMap((id) => rules.get(id) ?? []),
    });
  });
}
