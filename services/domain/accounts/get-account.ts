// The caller's account as the public message.
import { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { resourceVersionOf } from "#shared/resource-version";
import { findAccount } from "./find-account.ts";

const { ResourceState } = temporal.api.cloud.resource.v1;

const PUBLIC_STATE: Record<string, number> = {
  ACTIVATING: ResourceState.RESOURCE_STATE_ACTIVATING,
  ACTIVE: ResourceState.RESOURCE_STATE_ACTIVE,
  ACTIVATION_FAILED: ResourceState.RESOURCE_STATE_ACTIVATION_FAILED,
  SUSPENDED: ResourceState.RESOURCE_STATE_SUSPENDED,
};

export async function getAccount(context: DomainContext): Promise<temporal.api.cloud.account.v1.IAccount> {
  const row = await findAccount(context.database.query, context.actor.accountId);
  const hasMetrics = row.metricsClientCa !== "";
  const { publicUrl } = context.installation;
  return {
    id: row.id,
    spec: hasMetrics ? { metrics: { acceptedClientCa: Buffer.from(row.metricsClientCa, "utf8") } } : {},
    resourceVersion: resourceVersionOf(row),
    state: PUBLIC_STATE[row.state] ?? ResourceState.RESOURCE_STATE_UNSPECIFIED,
    asyncOperationId: row.asyncOperationId,
    // Clients ask for it as soon as somebody may read metrics.
    ...(hasMetrics ? { metrics: { uri: `${publicUrl}/prometheus/${row.id}` } } : {}),
  };
}
