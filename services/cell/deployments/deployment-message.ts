// Deployments and versions as the API shows them. The stored rows are made of the same messages, so that a field has one
// spelling.
import { msOfTimestamp, temporal, timestampOfMs, type google } from "#contracts";
import type { EpochMs } from "#shared/clock";
import Long from "long";
import { messageOfVersion, olderTextOf, versionOfMessage } from "../workflow/index.ts";
import type { TaskQueueRouting } from "./routing.ts";
import type { Deployment, Drainage, RoutingConfig, TaskQueueType, Version } from "./deployment.ts";

type Info = temporal.api.deployment.v1.IWorkerDeploymentInfo;
type VersionInfo = temporal.api.deployment.v1.IWorkerDeploymentVersionInfo;
type VersionSummary = temporal.api.deployment.v1.WorkerDeploymentInfo.IWorkerDeploymentVersionSummary;
type ListedDeployment =
  temporal.api.workflowservice.v1.ListWorkerDeploymentsResponse.IWorkerDeploymentSummary;
type RoutingMessage = temporal.api.deployment.v1.IRoutingConfig;

const { RoutingConfigUpdateState, TaskQueueType: WireType, VersionDrainageStatus } = temporal.api.enums.v1;

/** The first moment that a timestamp can tell, which clients take for none. */
const NEVER = Date.parse("0001-01-01T00:00:00Z");

const WIRE_TYPES: Record<TaskQueueType, temporal.api.enums.v1.TaskQueueType> = {
  workflow: WireType.TASK_QUEUE_TYPE_WORKFLOW,
  activity: WireType.TASK_QUEUE_TYPE_ACTIVITY,
  nexus: WireType.TASK_QUEUE_TYPE_NEXUS,
};

/** Versions newest first. A change of the routing is everywhere when it is answered, so there is nothing in progress. */
export function messageOfDeployment(deployment: Deployment): Info {
  const versions = [...deployment.versions.values()].sort((a, b) => b.createdAt - a.createdAt);
  return {
    name: deployment.name,
    versionSummaries: versions.map(summaryOf),
    createTime: timestampOfMs(deployment.createdAt),
    routingConfig: messageOfRouting(deployment.routing),
    lastModifierIdentity: deployment.lastModifier,
    managerIdentity: deployment.manager,
    routingConfigUpdateState: RoutingConfigUpdateState.ROUTING_CONFIG_UPDATE_STATE_COMPLETED,
  };
}

export function listedDeployment(deployment: Deployment): ListedDeployment {
  const { routing } = deployment;
  const versions = [...deployment.versions.values()];
  const named = (name: string | undefined): VersionSummary | null => {
    const version = versions.find((one) => one.name === name);
    return version === undefined ? null : summaryOf(version);
  };
  const latest = versions.reduce<Version | undefined>(
    (newest, one) => (newest === undefined || one.createdAt >= newest.createdAt ? one : newest),
    undefined,
  );
  return {
    name: deployment.name,
    createTime: timestampOfMs(deployment.createdAt),
    routingConfig: messageOfRouting(routing),
    latestVersionSummary: named(latest?.name),
    currentVersionSummary: named(routing.current),
    rampingVersionSummary: named(routing.ramping),
  };
}

export function messageOfRouting(routing: RoutingConfig): RoutingMessage {
  return {
    currentDeploymentVersion: messageOfVersion(routing.current),
    currentVersion: olderTextOf(routing.current),
    rampingDeploymentVersion: messageOfVersion(routing.ramping ?? ""),
    rampingVersion: routing.ramping === undefined ? "" : olderTextOf(routing.ramping),
    rampingVersionPercentage: routing.rampPercentage,
    currentVersionChangedTime: timeOf(routing.currentChangedAt),
    rampingVersionChangedTime: timeOf(routing.rampingChangedAt),
    rampingVersionPercentageChangedTime: timeOf(routing.rampPercentageChangedAt),
    revisionNumber: Long.fromNumber(routing.revision),
  };
}

/** A task queue's routing, as it follows from its deployments. */
export function messageOfQueueRouting(
  routing: TaskQueueRouting | undefined,
): temporal.api.taskqueue.v1.ITaskQueueVersioningInfo {
  if (routing === undefined) return { currentVersion: olderTextOf(""), updateTime: timestampOfMs(NEVER) };
  const { current, ramping, isRamping } = routing;
  const changedAt = Math.max(routing.currentChangedAt, isRamping ? routing.rampChangedAt : 0);
  return {
    currentVersion: olderTextOf(current),
    currentDeploymentVersion: messageOfVersion(current),
    updateTime: timestampOfMs(changedAt),
    ...(isRamping && {
      rampingVersion: olderTextOf(ramping),
      rampingDeploymentVersion: messageOfVersion(ramping),
      rampingVersionPercentage: routing.rampPercentage,
    }),
  };
}

export function routingOfMessage(message: RoutingMessage | null | undefined): RoutingConfig {
  const ramping = versionOfMessage(message?.rampingDeploymentVersion);
  return {
    current: versionOfMessage(message?.currentDeploymentVersion),
    ramping: (message?.rampingVersion ?? "") === "" ? undefined : ramping,
    rampPercentage: message?.rampingVersionPercentage ?? 0,
    currentChangedAt: msOfTimestamp(message?.currentVersionChangedTime) ?? 0,
    rampingChangedAt: msOfTimestamp(message?.rampingVersionChangedTime) ?? 0,
    rampPercentageChangedAt: msOfTimestamp(message?.rampingVersionPercentageChangedTime) ?? 0,
    revision: Number(message?.revisionNumber ?? 0),
  };
}

function timesOf(version: Version) {
  return {
    createTime: timestampOfMs(version.createdAt),
    currentSinceTime: timeOf(version.currentSince),
    rampingSinceTime: timeOf(version.rampingSince),
    firstActivationTime: timeOf(version.firstActivatedAt),
    lastCurrentTime: timeOf(version.lastCurrentAt),
    lastDeactivationTime: timeOf(version.lastDeactivatedAt),
  };
}

function summaryOf(version: Version): VersionSummary {
  return {
    version: olderTextOf(version.name),
    status: version.status,
    deploymentVersion: messageOfVersion(version.name),
    drainageStatus: version.drainage?.status ?? VersionDrainageStatus.VERSION_DRAINAGE_STATUS_UNSPECIFIED,
    drainageInfo: messageOfDrainage(version.drainage),
    routingUpdateTime: timeOf(version.routingChangedAt),
    ...timesOf(version),
  };
}

export function messageOfVersionInfo(deploymentName: string, version: Version): VersionInfo {
  const entries = version.metadata;
  return {
    version: olderTextOf(version.name),
    status: version.status,
    deploymentVersion: messageOfVersion(version.name),
    deploymentName,
    routingChangedTime: timeOf(version.routingChangedAt),
    ...timesOf(version),
    rampPercentage: version.rampPercentage,
    taskQueueInfos: version.taskQueues.map(({ name, type }) => ({ name, type: WIRE_TYPES[type] })),
    drainageInfo: messageOfDrainage(version.drainage),
    metadata: Object.keys(entries).length === 0 ? null : { entries: { ...entries } },
    lastModifierIdentity: version.lastModifier,
  };
}

export function versionOfInfo(info: VersionInfo, createRequestId: string): Version {
  const ms = (time: google.protobuf.ITimestamp | null | undefined): EpochMs => msOfTimestamp(time) ?? 0;
  return {
    name: versionOfMessage(info.deploymentVersion),
    buildId: info.deploymentVersion?.buildId ?? "",
    status: info.status ?? 0,
    createdAt: ms(info.createTime),
    createRequestId,
    routingChangedAt: ms(info.routingChangedTime),
    currentSince: ms(info.currentSinceTime),
    rampingSince: ms(info.rampingSinceTime),
    rampPercentage: info.rampPercentage ?? 0,
    firstActivatedAt: ms(info.firstActivationTime),
    lastCurrentAt: ms(info.lastCurrentTime),
    lastDeactivatedAt: ms(info.lastDeactivationTime),
    drainage: drainageOfMessage(info.drainageInfo),
    taskQueues: (info.taskQueueInfos ?? []).map(({ name, type }) => ({
      name: name ?? "",
      type: taskQueueTypeOf(type),
    })),
    metadata: { ...info.metadata?.entries },
    lastModifier: info.lastModifierIdentity ?? "",
  };
}

export function wireTypeOf(type: TaskQueueType): temporal.api.enums.v1.TaskQueueType {
  return WIRE_TYPES[type];
}

function taskQueueTypeOf(type: temporal.api.enums.v1.TaskQueueType | null | undefined): TaskQueueType {
  if (type === WireType.TASK_QUEUE_TYPE_ACTIVITY) return "activity";
  return type === WireType.TASK_QUEUE_TYPE_NEXUS ? "nexus" : "workflow";
}

function messageOfDrainage(
  drainage: Drainage | undefined,
): temporal.api.deployment.v1.IVersionDrainageInfo | null {
  if (drainage === undefined) return null;
  return {
    status: drainage.status,
    lastChangedTime: timestampOfMs(drainage.changedAt),
    lastCheckedTime: timestampOfMs(drainage.checkedAt),
  };
}

function drainageOfMessage(
  message: temporal.api.deployment.v1.IVersionDrainageInfo | null | undefined,
): Drainage | undefined {
  if (message == null) return undefined;
  return {
    status: message.status ?? 0,
    changedAt: msOfTimestamp(message.lastChangedTime) ?? 0,
    checkedAt: msOfTimestamp(message.lastCheckedTime) ?? 0,
  };
}

function timeOf(at: EpochMs): google.protobuf.ITimestamp | null {
  return at === 0 ? null : timestampOfMs(at);
}
