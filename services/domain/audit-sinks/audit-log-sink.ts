// A sink as a row and as the public message.
import { temporal, timestampOfMs } from "#contracts";
import type { AuditLogSink, Prisma } from "#prisma";
import { resourceVersionOf } from "#shared/resource-version";
import type { Destination } from "./destination.ts";

type ISink = temporal.api.cloud.account.v1.IAuditLogSink;
type ISpec = temporal.api.cloud.account.v1.IAuditLogSinkSpec;
const { Health } = temporal.api.cloud.account.v1.AuditLogSink;
const { ResourceState } = temporal.api.cloud.resource.v1;

const PUBLIC_HEALTH = {
  OK: Health.HEALTH_OK,
  ERROR_INTERNAL: Health.HEALTH_ERROR_INTERNAL,
  ERROR_USER_CONFIGURATION: Health.HEALTH_ERROR_USER_CONFIGURATION,
} as const;
export type SinkHealth = keyof typeof PUBLIC_HEALTH;

export function destinationOf(row: Pick<AuditLogSink, "destination">): Destination {
  // The column holds only what `readSinkSpec` makes.
  return row.destination as Destination;
}

/** Without secrets: for the audit trail. */
export function sinkFacts(sink: { enabled: boolean; destination: unknown }): Prisma.InputJsonObject {
  return { enabled: sink.enabled, destination: sink.destination as Prisma.InputJsonObject };
}

/** What a sealed secret is bound to. */
export function secretPurpose(sink: { accountId: string; name: string }): string {
  return `audit-log-sink:${sink.accountId}:${sink.name}`;
}

export function toAuditLogSink(row: AuditLogSink): ISink {
  return {
    name: row.name,
    resourceVersion: resourceVersionOf(row),
    state: ResourceState.RESOURCE_STATE_ACTIVE,
    spec: { name: row.name, enabled: row.enabled, ...publicDestination(destinationOf(row)) },
    // The column holds only names of PUBLIC_HEALTH.
    health: PUBLIC_HEALTH[row.health as SinkHealth],
    errorMessage: row.errorMessage,
    ...(row.lastSucceededAt === null
      ? {}
      : { lastSucceededTime: timestampOfMs(row.lastSucceededAt.getTime()) }),
  };
}

function publicDestination(destination: Destination): ISpec {
  switch (destination.kind) {
    case "kinesis": {
      const { roleName, destinationUri, region } = destination;
      return { kinesisSink: { roleName, destinationUri, region } };
    }
    case "pubsub": {
      const { serviceAccountId, topicName, gcpProjectId } = destination;
      return { pubSubSink: { serviceAccountId, topicName, gcpProjectId } };
    }
    case "webhook":
      return { webhookSink: { url: destination.url } };
  }
}
