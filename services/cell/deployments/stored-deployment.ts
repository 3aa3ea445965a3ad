// Deployments as rows, and which rows a change writes.
import { codecOf, msOfTimestamp, type temporal } from "#contracts";
import {
  deleteDeployment,
  deleteVersionRow,
  upsertDeployment,
  upsertVersion,
  type DeploymentRow,
  type VersionRow,
} from "../store/deployment-store.ts";
import type { Statement } from "../store/statement.ts";
import type { Deployment, Version } from "./deployment.ts";
import {
  messageOfDeployment,
  messageOfVersionInfo,
  routingOfMessage,
  versionOfInfo,
} from "./deployment-message.ts";

const infoCodec = codecOf<temporal.api.deployment.v1.IWorkerDeploymentInfo>(
  "temporal.api.deployment.v1.WorkerDeploymentInfo",
);
const versionCodec = codecOf<temporal.api.deployment.v1.IWorkerDeploymentVersionInfo>(
  "temporal.api.deployment.v1.WorkerDeploymentVersionInfo",
);

/** Writes what differs; versions that are the same value are left alone. */
export function statementsOf(before: Deployment | undefined, after: Deployment): Statement[] {
  const statements = [upsertDeployment(rowOf(after))];
  for (const version of after.versions.values()) {
    if (before?.versions.get(version.buildId) !== version) {
      statements.push(upsertVersion(versionRowOf(after, version)));
    }
  }
  for (const buildId of before?.versions.keys() ?? []) {
    if (after.versions.has(buildId)) continue;
    const { namespaceId, name } = after;
    statements.push(deleteVersionRow({ namespaceId, deploymentName: name, buildId }));
  }
  return statements;
}

/** A deployment goes when it has no versions. */
export function deletionOf({ namespaceId, name }: Deployment): Statement[] {
  return [deleteDeployment({ namespaceId, name })];
}

export function deploymentOf(row: DeploymentRow, versions: readonly VersionRow[]): Deployment {
  const info = infoCodec.decode(row.info);
  return {
    namespaceId: row.namespaceId,
    name: row.name,
    createdAt: msOfTimestamp(info.createTime) ?? 0,
    createRequestId: row.createRequestId,
    changes: row.changes,
    routing: routingOfMessage(info.routingConfig),
    lastModifier: info.lastModifierIdentity ?? "",
    manager: info.managerIdentity ?? "",
    versions: new Map(versions.map((version) => [version.buildId, versionOfRow(version)])),
  };
}

function versionOfRow(row: VersionRow): Version {
  return versionOfInfo(versionCodec.decode(row.info), row.createRequestId);
}

function rowOf(deployment: Deployment): DeploymentRow {
  const { namespaceId, name, createRequestId, changes } = deployment;
  const info = infoCodec.encode({ ...messageOfDeployment(deployment), versionSummaries: [] });
  return { namespaceId, name, createRequestId, changes, info };
}

function versionRowOf({ namespaceId, name }: Deployment, version: Version): VersionRow {
  return {
    namespaceId,
    deploymentName: name,
    buildId: version.buildId,
    createRequestId: version.createRequestId,
    info: versionCodec.encode(messageOfVersionInfo(name, version)),
  };
}
