// Which deployment and version a request names, in the fields of today or in the texts before them, and the errors for
// those that are not there.
import type { temporal } from "#contracts";
import { checkVersionPart, type Deployment } from "../deployments/index.ts";
import type { Engine } from "../engine.ts";
import {
  buildIdOf,
  deploymentNameOf,
  versionOfMessage,
  versionOfText,
  type VersionName,
} from "../workflow/index.ts";
import { invalid, notFound } from "./lookup.ts";

interface NamesVersion {
  version?: string | null;
  deploymentVersion?: temporal.api.deployment.v1.IWorkerDeploymentVersion | null;
}

/** A version that is wanted where a request must name one. Errors: INVALID_ARGUMENT. */
export function namedVersion({ version: text, deploymentVersion }: NamesVersion): VersionName {
  const version = deploymentVersion == null ? versionOfText(text ?? "") : versionOfMessage(deploymentVersion);
  if (version === undefined || version === "") {
    throw invalid(
      `invalid version string "${text ?? ""}", expected format is "<deployment_name>.<build_id>"`,
    );
  }
  checkVersionPart("WorkerDeploymentName", deploymentNameOf(version));
  checkVersionPart("BuildID", buildIdOf(version));
  return version;
}

/** Where routing shall go. Undefined: the request names nothing. Errors: INVALID_ARGUMENT. */
export function namedTarget(request: {
  deploymentName?: string | null;
  version?: string | null;
  buildId?: string | null;
}): VersionName | undefined {
  const deploymentName = request.deploymentName ?? "";
  const text = request.version ?? "";
  const buildId = request.buildId ?? "";
  if (text === "" && buildId === "") return undefined;
  const version = text === "" ? versionOfMessage({ deploymentName, buildId }) : versionOfText(text);
  if (version === undefined) throw invalid(`invalid version string: ${text}`);
  if (version !== "" && deploymentNameOf(version) !== deploymentName) {
    throw invalid(`invalid version string '${text}' does not match deployment name '${deploymentName}'`);
  }
  checkVersionPart("WorkerDeploymentName", deploymentName);
  if (version !== "") checkVersionPart("BuildID", buildIdOf(version));
  return version;
}

/** Errors: NOT_FOUND. */
export function requireDeployment(deployment: Deployment | undefined, name: string): Deployment {
  if (deployment !== undefined) return deployment;
  throw notFound(`no Worker Deployment found with name '${name}'; does your Worker Deployment have pollers?`);
}

/** The deployment that a request names, as it is. Errors: INVALID_ARGUMENT, NOT_FOUND. */
export function namedDeployment(
  engine: Engine,
  namespaceId: string,
  deploymentName: string | null | undefined,
): Deployment {
  const name = deploymentName ?? "";
  checkVersionPart("WorkerDeploymentName", name);
  return requireDeployment(engine.deployments.find(namespaceId, name), name);
}

/** Undefined: the caller does not mind which state it changes. */
export function tokenOf({ conflictToken }: { conflictToken?: Uint8Array | null }): Uint8Array | undefined {
  return conflictToken == null || conflictToken.length === 0 ? undefined : conflictToken;
}
