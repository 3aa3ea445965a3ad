// Reads of connectivity rules for the public API.
import type { cloudV1, temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { toConnectivityRule } from "./connectivity-rule.ts";
import { findRule, listRules } from "./rule-store.ts";

const GET = "cloud.connectivityrule.get";

export async function getConnectivityRule(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IGetConnectivityRuleRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IGetConnectivityRuleResponse> {
  const row = await findRule(context, context.database.query, {
    ruleId: request.connectivityRuleId ?? "",
    action: GET,
  });
  return { connectivityRule: toConnectivityRule(row) };
}

export async function getConnectivityRules(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IGetConnectivityRulesRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IGetConnectivityRulesResponse> {
  const namespace = request.namespace ?? "";
  const { rows, nextPageToken } = await listRules(context, {
    projectId: request.projectId ?? "",
    ids: namespace === "" ? undefined : await rulesOf(context, namespace),
    pageSize: request.pageSize ?? 0,
    pageToken: request.pageToken ?? "",
  });
  return { connectivityRules: rows.map(toConnectivityRule), nextPageToken };
}

export async function getConnectivityRuleSources(
  context: DomainContext,
  request: cloudV1.IGetConnectivityRuleSourcesRequest,
): Promise<cloudV1.IGetConnectivityRuleSourcesResponse> {
  const row = await findRule(context, context.database.query, {
    ruleId: request.connectivityRuleId ?? "",
    action: GET,
  });
  return { sourceCidrs: row.sourceCidrs, resourceVersion: String(row.resourceVersion) };
}

/** Empty for a namespace that is not there or may not be seen: then the list is empty, too. */
async function rulesOf(context: DomainContext, namespace: string): Promise<string[]> {
  if (!context.actor.can("cloud.namespace.get", { namespace })) return [];
  const row = await context.database.query.namespace.findFirst({
    where: { id: namespace, accountId: context.actor.accountId },
    select: { spec: true },
  });
  return (row?.spec as { connectivityRuleIds?: string[] } | undefined)?.connectivityRuleIds ?? [];
}
