// CreateWorkerDeployment, DescribeWorkerDeployment, DeleteWorkerDeployment and SetWorkerDeploymentManager.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import {
  checkVersionPart,
  conflictTokenOf,
  createDeployment,
  messageOfDeployment,
  setManager,
} from "../deployments/index.ts";
import { invalid } from "./lookup.ts";
import { namedDeployment, requireDeployment, tokenOf } from "./named-version.ts";
import { rpc } from "./operation.ts";

type CreateRequest = temporal.api.workflowservice.v1.ICreateWorkerDeploymentRequest;
type CreateResponse = temporal.api.workflowservice.v1.ICreateWorkerDeploymentResponse;
type DescribeRequest = temporal.api.workflowservice.v1.IDescribeWorkerDeploymentRequest;
type DescribeResponse = temporal.api.workflowservice.v1.IDescribeWorkerDeploymentResponse;
type DeleteRequest = temporal.api.workflowservice.v1.IDeleteWorkerDeploymentRequest;
type ManagerRequest = temporal.api.workflowservice.v1.ISetWorkerDeploymentManagerRequest;
type ManagerResponse = temporal.api.workflowservice.v1.ISetWorkerDeploymentManagerResponse;

export const createWorkerDeployment = rpc<CreateRequest, CreateResponse>(
  "CreateWorkerDeployment",
  async (engine, request) => {
    const name = request.deploymentName ?? "";
    if (name === "") throw invalid("deployment name cannot be empty");
    const namespaceId = engine.namespaces.named(request.namespace).id;
    checkVersionPart("WorkerDeploymentName", name);
    const key = { namespaceId, name };
    const creation = {
      now: engine.clock.now(),
      identity: request.identity ?? "",
      requestId: request.requestId || engine.ids.uuid(),
    };
    const { after } = await engine.deployments.change(key, (before, count) =>
      createDeployment(before, key, { ...creation, count }),
    );
    return { conflictToken: conflictTokenOf(requireDeployment(after, name)) };
  },
);

export const describeWorkerDeployment = rpc<DescribeRequest, DescribeResponse>(
  "DescribeWorkerDeployment",
  (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const deployment = namedDeployment(engine, namespace.id, request.deploymentName);
    return {
      workerDeploymentInfo: messageOfDeployment(deployment),
      conflictToken: conflictTokenOf(deployment),
    };
  },
);

/** Deleting what is not there is done already. */
export const deleteWorkerDeployment = rpc<DeleteRequest, object>(
  "DeleteWorkerDeployment",
  async (engine, request) => {
    const namespaceId = engine.namespaces.named(request.namespace).id;
    const name = request.deploymentName ?? "";
    checkVersionPart("WorkerDeploymentName", name);
    await engine.deployments.change({ namespaceId, name }, (deployment) => {
      if ((deployment?.versions.size ?? 0) === 0) return undefined;
      throw new CloudError("FAILED_PRECONDITION", "deployment has versions, can't be deleted");
    });
    return {};
  },
);

export const setWorkerDeploymentManager = rpc<ManagerRequest, ManagerResponse>(
  "SetWorkerDeploymentManager",
  async (engine, request) => {
    const identity = request.identity ?? "";
    if (identity === "") throw invalid("Identity is required");
    const namespaceId = engine.namespaces.named(request.namespace).id;
    const name = request.deploymentName ?? "";
    checkVersionPart("WorkerDeploymentName", name);
    const manager = request.self === true ? identity : (request.managerIdentity ?? "");
    const conflictToken = tokenOf(request);
    const { before, after } = await engine.deployments.change({ namespaceId, name }, (deployment) =>
      setManager(requireDeployment(deployment, name), { manager, identity, conflictToken }),
    );
    return {
      conflictToken: conflictTokenOf(requireDeployment(after, name)),
      previousManagerIdentity: before?.manager ?? "",
    };
  },
);
