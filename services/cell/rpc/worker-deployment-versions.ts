// CreateWorkerDeploymentVersion, DescribeWorkerDeploymentVersion, DeleteWorkerDeploymentVersion,
// UpdateWorkerDeploymentVersionMetadata and the calls about compute configs.
import type { temporal } from "#contracts";
import {
  checkVersionPart,
  createVersion,
  deleteVersion,
  messageOfVersionInfo,
  readBacklog,
  refuseComputeConfig,
  updateMetadata,
  wireTypeOf,
  workersOf,
  type Version,
} from "../deployments/index.ts";
import type { Engine } from "../engine.ts";
import { buildIdOf, deploymentNameOf } from "../workflow/index.ts";
import { invalid, notFound } from "./lookup.ts";
import { namedVersion, requireDeployment } from "./named-version.ts";
import { rpc } from "./operation.ts";
import { statsMessages } from "./task-queue-messages.ts";

type CreateRequest = temporal.api.workflowservice.v1.ICreateWorkerDeploymentVersionRequest;
type DescribeRequest = temporal.api.workflowservice.v1.IDescribeWorkerDeploymentVersionRequest;
type DescribeResponse = temporal.api.workflowservice.v1.IDescribeWorkerDeploymentVersionResponse;
type DeleteRequest = temporal.api.workflowservice.v1.IDeleteWorkerDeploymentVersionRequest;
type MetadataRequest = temporal.api.workflowservice.v1.IUpdateWorkerDeploymentVersionMetadataRequest;
type MetadataResponse = temporal.api.workflowservice.v1.IUpdateWorkerDeploymentVersionMetadataResponse;
type ComputeRequest = temporal.api.workflowservice.v1.IUpdateWorkerDeploymentVersionComputeConfigRequest;
type ValidateRequest = temporal.api.workflowservice.v1.IValidateWorkerDeploymentVersionComputeConfigRequest;
type VersionTaskQueue =
  temporal.api.workflowservice.v1.DescribeWorkerDeploymentVersionResponse.IVersionTaskQueue;
type ScalingGroupUpdate = temporal.api.compute.v1.IComputeConfigScalingGroupUpdate;

export const createWorkerDeploymentVersion = rpc<CreateRequest, object>(
  "CreateWorkerDeploymentVersion",
  async (engine, request) => {
    const { name, buildId } = namedParts(request);
    const namespaceId = engine.namespaces.named(request.namespace).id;
    checkVersionPart("WorkerDeploymentName", name);
    checkVersionPart("BuildID", buildId);
    if (request.computeConfig != null) refuseComputeConfig(request.computeConfig.scalingGroups ?? {});
    const key = { namespaceId, name };
    const creation = {
      now: engine.clock.now(),
      identity: request.identity ?? "",
      requestId: request.requestId || engine.ids.uuid(),
      ...workersOf(engine, key),
    };
    await engine.deployments.change(key, (deployment) =>
      createVersion(requireDeployment(deployment, name), buildId, creation),
    );
    return {};
  },
);

export const describeWorkerDeploymentVersion = rpc<DescribeRequest, DescribeResponse>(
  "DescribeWorkerDeploymentVersion",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    if ((request.version ?? "") === "" && request.deploymentVersion == null) {
      throw invalid("deployment version cannot be empty");
    }
    const { version: text } = request;
    const named = namedVersion((text ?? "") === "" ? request : { version: text ?? null });
    const name = deploymentNameOf(named);
    const version = engine.deployments.find(namespace.id, name)?.versions.get(buildIdOf(named));
    if (version === undefined) throw notFound("Worker Deployment Version not found");
    const withStats = request.reportTaskQueueStats === true;
    if (withStats) await readBacklog(engine, namespace.id, version);
    return {
      workerDeploymentVersionInfo: messageOfVersionInfo(name, version),
      versionTaskQueues: taskQueuesOf(engine, namespace.id, { version, withStats }),
    };
  },
);

function taskQueuesOf(
  engine: Engine,
  namespaceId: string,
  { version, withStats }: { version: Version; withStats: boolean },
): VersionTaskQueue[] {
  const now = engine.clock.now();
  return version.taskQueues.map(({ name, type }) => {
    const described = { name, type: wireTypeOf(type) };
    if (!withStats) return described;
    const queue = engine.matching.find({ namespaceId, type, name, version: version.name });
    return { ...described, ...statsMessages(queue === undefined ? [] : [queue], now) };
  });
}

/** Deleting a version that is not there is done already. */
export const deleteWorkerDeploymentVersion = rpc<DeleteRequest, object>(
  "DeleteWorkerDeploymentVersion",
  async (engine, request) => {
    const namespaceId = engine.namespaces.named(request.namespace).id;
    const version = namedVersion(request);
    const key = { namespaceId, name: deploymentNameOf(version) };
    const deletion = {
      buildId: buildIdOf(version),
      identity: request.identity || engine.ids.uuid(),
      skipsDrainage: request.skipDrainage === true,
      ...workersOf(engine, key),
    };
    await engine.deployments.change(key, (deployment) =>
      deleteVersion(requireDeployment(deployment, key.name), deletion),
    );
    return {};
  },
);

export const updateWorkerDeploymentVersionMetadata = rpc<MetadataRequest, MetadataResponse>(
  "UpdateWorkerDeploymentVersionMetadata",
  async (engine, request) => {
    const upserts = request.upsertEntries ?? {};
    const removals = request.removeEntries ?? [];
    if (Object.keys(upserts).length === 0 && removals.length === 0) {
      throw invalid("At least one of remove_entries or upsert_entries must be provided");
    }
    const namespaceId = engine.namespaces.named(request.namespace).id;
    const version = namedVersion(request);
    const name = deploymentNameOf(version);
    const buildId = buildIdOf(version);
    const change = { upserts, removals, identity: request.identity ?? "" };
    const { after } = await engine.deployments.change({ namespaceId, name }, (deployment) =>
      updateMetadata(requireDeployment(deployment, name), buildId, change),
    );
    return { metadata: { entries: { ...after?.versions.get(buildId)?.metadata } } };
  },
);

export const updateWorkerDeploymentVersionComputeConfig = rpc<ComputeRequest, object>(
  "UpdateWorkerDeploymentVersionComputeConfig",
  (engine, request) => {
    const { name, buildId } = namedParts(request);
    const namespace = engine.namespaces.named(request.namespace);
    if (engine.deployments.find(namespace.id, name)?.versions.has(buildId) !== true) {
      throw notFound(`build ID '${buildId}' not found in Worker Deployment '${name}'`);
    }
    refuseComputeConfig(groupsOf(request));
  },
);

export const validateWorkerDeploymentVersionComputeConfig = rpc<ValidateRequest, object>(
  "ValidateWorkerDeploymentVersionComputeConfig",
  (engine, request) => {
    engine.namespaces.named(request.namespace);
    refuseComputeConfig(groupsOf(request));
  },
);

function groupsOf({
  computeConfigScalingGroups,
  removeComputeConfigScalingGroups,
}: ComputeRequest | ValidateRequest): Record<string, NonNullable<ScalingGroupUpdate["scalingGroup"]>> {
  const removed = new Set(removeComputeConfigScalingGroups);
  const updates: [string, ScalingGroupUpdate][] = Object.entries(computeConfigScalingGroups ?? {});
  return Object.fromEntries(
    updates.filter(([name]) => !removed.has(name)).map(([name, update]) => [name, update.scalingGroup ?? {}]),
  );
}

/** Errors: INVALID_ARGUMENT. */
function namedParts({ deploymentVersion }: CreateRequest): { name: string; buildId: string } {
  const name = deploymentVersion?.deploymentName ?? "";
  const buildId = deploymentVersion?.buildId ?? "";
  if (name === "") throw invalid("deployment name cannot be empty");
  if (buildId === "") throw invalid("build ID cannot be empty");
  return { name, buildId };
}
