// A sink as a row and as the public message.
import { temporal, timestampOfMs } from "#contracts";
import type { ExportSink, Prisma } from "#prisma";
import { resourceVersionOf } from "#shared/resource-version";
import type { ExportDestination } from "./destination.ts";
import type { PublicSpec } from "./read-sink-spec.ts";

export type ExportSinkRow = ExportSink;

const { Health } = temporal.api.cloud.namespace.v1.ExportSink;
const { ResourceState } = temporal.api.cloud.resource.v1;

const PUBLIC_HEALTH = {
  "": Health.HEALTH_UNSPECIFIED,
  OK: Health.HEALTH_OK,
  ERROR_INTERNAL: Health.HEALTH_ERROR_INTERNAL,
  ERROR_USER_CONFIGURATION: Health.HEALTH_ERROR_USER_CONFIGURATION,
} as const;
export type SinkHealth = keyof typeof PUBLIC_HEALTH;

export function destinationOf(row: Pick<ExportSinkRow, "destination">): ExportDestination {
  // The column holds only what `readSinkSpec` makes.
  return row.destination as unknown as ExportDestination;
}

/** For the audit trail. */
export function sinkFacts(sink: { enabled: boolean; destination: unknown }): Prisma.InputJsonObject {
  return { enabled: sink.enabled, destination: sink.destination as Prisma.InputJsonObject };
}

export function toExportSink(row: ExportSinkRow): temporal.api.cloud.namespace.v1.IExportSink {
  return {
    name: row.name,
    resourceVersion: resourceVersionOf(row),
    state: ResourceState.RESOURCE_STATE_ACTIVE,
    spec: { name: row.name, enabled: row.enabled, ...publicDestination(destinationOf(row)) },
    // The column holds only names of PUBLIC_HEALTH.
    health: PUBLIC_HEALTH[row.health as SinkHealth],
    errorMessage: row.errorMessage,
    ...(row.latestExportAt === null
      ? {}
      : { latestDataExportTime: timestampOfMs(row.latestExportAt.getTime()) }),
    ...(row.lastCheckAt === null ? {} : { lastHealthCheckTime: timestampOfMs(row.lastCheckAt.getTime()) }),
  };
}

function publicDestination(destination: ExportDestination): PublicSpec {
  const { kind, ...spec } = destination;
  switch (kind) {
    case "s3":
      return { s3: spec };
    case "gcs":
      return { gcs: spec };
    case "azure_blob":
      return { azureBlob: spec };
  }
}
