// The caller's account as the public message.
import { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { CloudError } from "#shared/errors";
import { resourceVersionOf } from "#shared/resource-version";

const { ResourceState } = temporal.api.cloud.resource.v1;

const PUBLIC_STATE: Record<string, number> = {
  ACTIVATING: ResourceState.RESOURCE_STATE_ACTIVATING,
  ACTIVE: ResourceState.RESOURCE_STATE_ACTIVE,
  ACTIVATION_FAILED: ResourceState.RESOURCE_STATE_ACTIVATION_FAILED,
  SUSPENDED: ResourceState.RESOURCE_STATE_SUSPENDED,
};

export async function getAccount(context: DomainContext): Promise<temporal.api.cloud.account.v1.IAccount> {
  const row = await context.database.query.account.findUnique({ where: { id: context.actor.accountId } });
  if (row === null) throw new CloudError("NOT_FOUND", "You are not part of an account.");
  return {
    id: row.id,
    spec: {},
    resourceVersion: resourceVersionOf(row),
    state: PUBLIC_STATE[row.state] ?? ResourceState.RESOURCE_STATE_UNSPECIFIED,
    asyncOperationId: row.asyncOperationId,
  };
}
