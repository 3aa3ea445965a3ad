// SetWorkerDeploymentCurrentVersion and SetWorkerDeploymentRampingVersion: where new work goes.
import type { temporal } from "#contracts";
import {
  addDeployment,
  checkVersionPart,
  conflictTokenOf,
  currentVersionOf,
  readBacklog,
  setCurrentVersion,
  setRampingVersion,
  workersOf,
  type Deployment,
  type RoutingChange,
} from "../deployments/index.ts";
import type { Engine } from "../engine.ts";
import { messageOfVersion, olderTextOf, type VersionName } from "../workflow/index.ts";
import { invalid } from "./lookup.ts";
import { namedTarget, requireDeployment, tokenOf } from "./named-version.ts";
import { rpc } from "./operation.ts";

type CurrentRequest = temporal.api.workflowservice.v1.ISetWorkerDeploymentCurrentVersionRequest;
type CurrentResponse = temporal.api.workflowservice.v1.ISetWorkerDeploymentCurrentVersionResponse;
type RampingRequest = temporal.api.workflowservice.v1.ISetWorkerDeploymentRampingVersionRequest;
type RampingResponse = temporal.api.workflowservice.v1.ISetWorkerDeploymentRampingVersionResponse;

const PERCENTAGE_MAX = 100;

export const setWorkerDeploymentCurrentVersion = rpc<CurrentRequest, CurrentResponse>(
  "SetWorkerDeploymentCurrentVersion",
  async (engine, request) => {
    if ((request.deploymentName ?? "") === "") throw invalid("deployment name cannot be empty");
    const version = namedTarget(request) ?? "";
    const { before, after } = await changeRouting(engine, request, (deployment, change) =>
      setCurrentVersion(deployment, version, change),
    );
    return { conflictToken: conflictTokenOf(after), ...previousVersion(before?.routing.current ?? "") };
  },
);

export const setWorkerDeploymentRampingVersion = rpc<RampingRequest, RampingResponse>(
  "SetWorkerDeploymentRampingVersion",
  async (engine, request) => {
    const percentage = request.percentage ?? 0;
    if (!(percentage >= 0 && percentage <= PERCENTAGE_MAX)) {
      throw invalid("Percentage must be between 0 and 100 (inclusive)");
    }
    const named = namedTarget(request) ?? "";
    // Nothing at no percentage is the end of the ramp; nothing at one is a ramp to workers without a version.
    const version = named === "" && percentage === 0 ? undefined : named;
    const { before, after } = await changeRouting(engine, request, (deployment, change) =>
      setRampingVersion(deployment, { version, percentage }, change),
    );
    const { ramping, rampPercentage } = before?.routing ?? { ramping: undefined, rampPercentage: 0 };
    return {
      conflictToken: conflictTokenOf(after),
      previousPercentage: rampPercentage,
      ...(ramping !== undefined && previousVersion(ramping)),
    };
  },
);

async function changeRouting(
  engine: Engine,
  request: CurrentRequest | RampingRequest,
  apply: (deployment: Deployment, change: RoutingChange) => Deployment,
): Promise<{ before: Deployment | undefined; after: Deployment }> {
  const namespaceId = engine.namespaces.named(request.namespace).id;
  const name = request.deploymentName ?? "";
  checkVersionPart("WorkerDeploymentName", name);
  const key = { namespaceId, name };
  const change: RoutingChange = {
    now: engine.clock.now(),
    identity: request.identity ?? "",
    conflictToken: tokenOf(request),
    ignoresMissingTaskQueues: request.ignoreMissingTaskQueues === true,
    allowsNoPollers: request.allowNoPollers === true,
    ...workersOf(engine, key),
  };
  const known = engine.deployments.find(namespaceId, name);
  await readBacklog(engine, namespaceId, known && currentVersionOf(known));
  const { before, after } = await engine.deployments.change(key, (deployment, count) => {
    const changed =
      deployment ??
      (change.allowsNoPollers
        ? addDeployment(key, { now: change.now, count, identity: change.identity, requestId: "" })
        : requireDeployment(undefined, name));
    return apply(changed, change);
  });
  return { before, after: requireDeployment(after, name) };
}

function previousVersion(version: VersionName): {
  previousVersion: string;
  previousDeploymentVersion: temporal.api.deployment.v1.IWorkerDeploymentVersion | null;
} {
  return { previousVersion: olderTextOf(version), previousDeploymentVersion: messageOfVersion(version) };
}
