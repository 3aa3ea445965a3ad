// A connectivity rule as a row and as the public message.
import { temporal, timestampOfMs } from "#contracts";
import type { ConnectivityRule } from "#prisma";

export type ConnectivityRuleRow = ConnectivityRule;

/** The checked form of the public spec, as it is stored. */
export type ConnectivitySpec =
  | { kind: "public"; enableStableIps: boolean }
  | {
      kind: "private";
      /** What the gateway compares with the id of a connection's private link. */
      connectionId: string;
      region: string;
      gcpProjectId: string;
      azurePeResourceId: string;
    };

export type PublicPrivateRule = temporal.api.cloud.connectivityrule.v1.IPrivateConnectivityRule;

const { ResourceState } = temporal.api.cloud.resource.v1;

/** The column holds only what this folder writes. */
export function specOf(row: ConnectivityRuleRow): ConnectivitySpec {
  return row.spec as unknown as ConnectivitySpec;
}

/** A rule is made and deleted in one transaction, so it is active as long as it is there. */
export function toConnectivityRule(
  row: ConnectivityRuleRow,
): temporal.api.cloud.connectivityrule.v1.IConnectivityRule {
  return {
    id: row.id,
    spec: toSpec(specOf(row)),
    resourceVersion: String(row.resourceVersion),
    state: ResourceState.RESOURCE_STATE_ACTIVE,
    asyncOperationId: "",
    createdTime: timestampOfMs(row.createdAt.getTime()),
    projectId: row.projectId,
  };
}

function toSpec(spec: ConnectivitySpec): temporal.api.cloud.connectivityrule.v1.IConnectivityRuleSpec {
  if (spec.kind === "public") return { publicRule: { enableStableIps: spec.enableStableIps } };
  const { connectionId, region, gcpProjectId, azurePeResourceId } = spec;
  const privateRule: PublicPrivateRule = { connectionId, region, gcpProjectId, azurePeResourceId };
  return { privateRule };
}
