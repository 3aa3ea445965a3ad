// What a poll says of its worker, and what its answer suggests to the worker's pollers.
import Long from "long";
import { temporal } from "#contracts";
import { checkVersionPart } from "../deployments/index.ts";
import { versionOfWorker, type VersionName } from "../workflow/index.ts";
import { invalid } from "./lookup.ts";
import type { SeenPoller } from "../matching/poller-history.ts";
import type { Dispatch } from "../matching/task-queue.ts";

type Options = temporal.api.deployment.v1.IWorkerDeploymentOptions;

const { TaskQueueKind, WorkerVersioningMode } = temporal.api.enums.v1;

export interface Poll {
  taskQueue?: temporal.api.taskqueue.v1.ITaskQueue | null;
  identity?: string | null;
  workerInstanceKey?: string | null;
  workerVersionCapabilities?: temporal.api.common.v1.IWorkerVersionCapabilities | null;
  deploymentOptions?: temporal.api.deployment.v1.IWorkerDeploymentOptions | null;
}

export function pollerOf(poll: Poll): SeenPoller & { workerInstanceKey: string } {
  return {
    identity: poll.identity ?? "",
    workerInstanceKey: poll.workerInstanceKey ?? "",
    workerVersionCapabilities: poll.workerVersionCapabilities,
    deploymentOptions: poll.deploymentOptions,
  };
}

/** Of a poll of a sticky queue that says it: the queue that it stands for. */
export function normalNameOf({ taskQueue }: Poll): { normalName?: string } {
  const normalName = taskQueue?.normalName ?? "";
  return taskQueue?.kind === TaskQueueKind.TASK_QUEUE_KIND_STICKY && normalName !== "" ? { normalName } : {};
}

/** The version that the worker of a poll is of; empty for none. Errors: INVALID_ARGUMENT when it is said wrongly. */
export function versionOfPoll(poll: Poll): VersionName {
  const { deploymentOptions, taskQueue, workerVersionCapabilities: capabilities } = poll;
  const isSticky = taskQueue?.kind === TaskQueueKind.TASK_QUEUE_KIND_STICKY;
  const usesVersions = capabilities?.useVersioning === true;
  if (isSticky && (taskQueue?.normalName ?? "") === "" && (usesVersions || deploymentOptions != null)) {
    throw invalid(
      "NormalName must be set on sticky queue when UseVersioning is true or DeploymentOptions are set.",
    );
  }
  if (usesVersions && (capabilities.buildId ?? "") === "") {
    throw invalid("WorkerVersionStamp must be present if UseVersioning is true.");
  }
  const { deploymentSeriesName, buildId } = capabilities ?? {};
  const deployment = usesVersions ? { seriesName: deploymentSeriesName ?? "", buildId: buildId ?? "" } : null;
  if (isVersioned(deploymentOptions)) checkVersion(deploymentOptions);
  return versionOfWorker({ deploymentOptions, deployment });
}

/** How the event of a task's start names the worker's build; a version is told by its deployment and not here. */
export function stampOfPoll(poll: Poll): temporal.api.common.v1.IWorkerVersionStamp | undefined {
  const { deploymentOptions, workerVersionCapabilities: capabilities } = poll;
  const { buildId, useVersioning, deploymentSeriesName } = capabilities ?? {};
  const isOfSeries = useVersioning === true && (deploymentSeriesName ?? "") !== "";
  if (isVersioned(deploymentOptions) || isOfSeries || (buildId ?? "") === "") return undefined;
  return { buildId: buildId ?? "", useVersioning: useVersioning ?? false };
}

function isVersioned(options: Options | null | undefined): options is Options {
  return options?.workerVersioningMode === WorkerVersioningMode.WORKER_VERSIONING_MODE_VERSIONED;
}

function checkVersion({ deploymentName, buildId }: Options): void {
  if ((deploymentName ?? "") === "" || (buildId ?? "") === "") {
    throw invalid("Deployment name and build id must be set together.");
  }
  checkVersionPart("WorkerDeploymentName", deploymentName ?? "");
  checkVersionPart("BuildID", buildId ?? "");
}

/** What the queue tells the worker along with a task. */
export type PollHints = Pick<Dispatch, "pollerDelta" | "backlogCount">;

/** Of a task that did not come through a queue. */
export const NO_HINTS: PollHints = { pollerDelta: 0, backlogCount: 0 };

export function hintsMessage(
  hints: PollHints,
): Pick<
  temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse,
  "backlogCountHint" | "pollerScalingDecision"
> {
  const pollerScalingDecision = scalingDecision(hints);
  if (hints.backlogCount === 0) return { pollerScalingDecision };
  return { pollerScalingDecision, backlogCountHint: Long.fromNumber(hints.backlogCount) };
}

/** Nothing is said when the number of pollers is right. */
export function scalingDecision({
  pollerDelta,
}: PollHints): temporal.api.taskqueue.v1.IPollerScalingDecision | null {
  return pollerDelta === 0 ? null : { pollRequestDeltaSuggestion: pollerDelta };
}
