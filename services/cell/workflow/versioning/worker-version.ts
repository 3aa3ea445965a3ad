// Which version a worker is of, as its polls and answers say.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { UNVERSIONED, versionName, type VersionName } from "./version-name.ts";

const { WorkerVersioningMode } = temporal.api.enums.v1;

interface Worker {
  deploymentOptions?: temporal.api.deployment.v1.IWorkerDeploymentOptions | null | undefined;
  /** Before deployment options. */
  deployment?: temporal.api.deployment.v1.IDeployment | null | undefined;
  versioningBehavior?: temporal.api.enums.v1.VersioningBehavior | null | undefined;
}

/** Empty for a worker that has none, or names one but does not use it. */
export function versionOfWorker({ deploymentOptions, deployment }: Worker): VersionName {
  if (hasVersion(deploymentOptions)) {
    return versionName(deploymentOptions?.deploymentName ?? "", deploymentOptions?.buildId ?? "");
  }
  const { seriesName, buildId } = deployment ?? {};
  const isWhole = (seriesName ?? "") !== "" && (buildId ?? "") !== "";
  return isWhole ? versionName(seriesName ?? "", buildId ?? "") : UNVERSIONED;
}

/** Errors: INVALID_ARGUMENT for a behaviour of a worker that has no version. */
export function checkWorkerVersion(worker: Worker): void {
  const isSaid = (worker.versioningBehavior ?? 0) !== 0;
  if (!isSaid || worker.deployment != null || hasVersion(worker.deploymentOptions)) return;
  throw new CloudError(
    "INVALID_ARGUMENT",
    "versioning behavior cannot be specified without deployment options being set with versioned mode",
  );
}

function hasVersion(options: Worker["deploymentOptions"]): boolean {
  return options?.workerVersioningMode === WorkerVersioningMode.WORKER_VERSIONING_MODE_VERSIONED;
}
