// How a version of a worker deployment is called: one text in memory, a message or an older text on the wire.
import type { temporal } from "#contracts";

type Message = temporal.api.deployment.v1.IWorkerDeploymentVersion;

/** "<deployment name>:<build id>", as search attributes have it; empty for workers without a version. */
export type VersionName = string;

export const UNVERSIONED: VersionName = "";
const DELIMITER = ":";
/** Version texts of the API before this one. */
const OLDER_DELIMITER = ".";
const OLDER_UNVERSIONED = "__unversioned__";

export function versionName(deploymentName: string, buildId: string): VersionName {
  return `${deploymentName}${DELIMITER}${buildId}`;
}

/** A deployment's name holds no delimiter; a build id may. */
export function deploymentNameOf(version: VersionName): string {
  return version.slice(0, Math.max(0, version.indexOf(DELIMITER)));
}

export function buildIdOf(version: VersionName): string {
  return version.slice(version.indexOf(DELIMITER) + 1);
}

export function versionOfMessage(message: Message | null | undefined): VersionName {
  return message == null ? UNVERSIONED : versionName(message.deploymentName ?? "", message.buildId ?? "");
}

export function messageOfVersion(version: VersionName): Message | null {
  if (version === UNVERSIONED) return null;
  return { deploymentName: deploymentNameOf(version), buildId: buildIdOf(version) };
}

export function olderTextOf(version: VersionName): string {
  if (version === UNVERSIONED) return OLDER_UNVERSIONED;
  return `${deploymentNameOf(version)}${OLDER_DELIMITER}${buildIdOf(version)}`;
}

/** Reads a version text of either form; undefined when it is none. */
export function versionOfText(text: string): VersionName | undefined {
  if (text === OLDER_UNVERSIONED) return UNVERSIONED;
  const places = [text.indexOf(OLDER_DELIMITER), text.indexOf(DELIMITER)].filter((place) => place >= 0);
  const place = Math.min(...places);
  const deploymentName = text.slice(0, place);
  const buildId = text.slice(place + 1);
  return places.length === 0 || deploymentName === "" || buildId === ""
    ? undefined
    : versionName(deploymentName, buildId);
}
