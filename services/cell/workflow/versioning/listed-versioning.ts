// The search attributes that tell of a run's versions. They are made of its state, so that no event needs to carry them.
import { temporal } from "#contracts";
import { payloadCodec } from "../message-codecs.ts";
import type { ExecutionState } from "../state.ts";
import { deploymentNameOf } from "./version-name.ts";

const { VersioningBehavior } = temporal.api.enums.v1;

const BEHAVIOR_NAMES: Partial<Record<number, string>> = {
  [VersioningBehavior.VERSIONING_BEHAVIOR_PINNED]: "Pinned",
  [VersioningBehavior.VERSIONING_BEHAVIOR_AUTO_UPGRADE]: "AutoUpgrade",
};
const UNVERSIONED_BUILD = "unversioned";

interface Listed {
  deployment: string;
  version: string;
  behavior: string;
  usedVersions: readonly string[];
}

const NOTHING: Listed = { deployment: "", version: "", behavior: "", usedVersions: [] };

/** A run that never met a version has none of them: it costs no place in the index of search attributes. */
export function hasListedVersioning({ versioning, workerDeploymentName }: ExecutionState): boolean {
  return versioning !== undefined || workerDeploymentName !== "";
}

/** Differs when what is listed does. */
export function listedFingerprint(state: ExecutionState): string {
  if (!hasListedVersioning(state)) return "";
  const { deployment, version, behavior, usedVersions } = listedOf(state);
  return `${deployment} ${version} ${behavior} ${usedVersions.length} ${usedVersions.at(-1) ?? ""}`;
}

/** Name to encoded Payload; also of a run without a version, whose builds only its description tells. */
export function versioningAttributes(state: ExecutionState): Record<string, Uint8Array> {
  const { deployment, version, behavior, usedVersions } = listedOf(state);
  const attributes: Record<string, Uint8Array> = {};
  const builds = buildsOf(state, { version, behavior });
  if (builds.length > 0) attributes["BuildIds"] = keywords(builds);
  if (deployment !== "") attributes["TemporalWorkerDeployment"] = keyword(deployment);
  if (version !== "") attributes["TemporalWorkerDeploymentVersion"] = keyword(version);
  if (behavior !== "") attributes["TemporalWorkflowVersioningBehavior"] = keyword(behavior);
  if (usedVersions.length > 0) {
    attributes["TemporalUsedWorkerDeploymentVersions"] = keywords(usedVersions);
  }
  return attributes;
}

function listedOf({ versioning, workerDeploymentName }: ExecutionState): Listed {
  if (versioning === undefined) return { ...NOTHING, deployment: workerDeploymentName };
  const { override } = versioning;
  const isAutoUpgrade = override?.kind === "autoUpgrade";
  const version = override === undefined || isAutoUpgrade ? versioning.version : override.version;
  const overridden = isAutoUpgrade
    ? VersioningBehavior.VERSIONING_BEHAVIOR_AUTO_UPGRADE
    : VersioningBehavior.VERSIONING_BEHAVIOR_PINNED;
  return {
    deployment: version === "" ? workerDeploymentName : deploymentNameOf(version),
    version,
    behavior: BEHAVIOR_NAMES[override === undefined ? versioning.behavior : overridden] ?? "",
    usedVersions: versioning.usedVersions,
  };
}

/** First how the run is bound now, then the builds that worked on it. */
function buildsOf(
  state: ExecutionState,
  { version, behavior }: { version: string; behavior: string },
): string[] {
  const builds = [...state.workerBuilds];
  if (behavior === "Pinned") builds.unshift(`pinned:${version}`);
  const hasWorked = state.lastCompletedTaskStartedEventId > 0;
  if (behavior === "" && hasWorked) builds.unshift(UNVERSIONED_BUILD);
  return builds;
}

function keyword(value: string): Uint8Array {
  return payload(value, "Keyword");
}

function keywords(values: readonly string[]): Uint8Array {
  return payload(values, "KeywordList");
}

function payload(value: unknown, type: "Keyword" | "KeywordList"): Uint8Array {
  return payloadCodec.encode({
    metadata: { encoding: Buffer.from("json/plain"), type: Buffer.from(type) },
    data: Buffer.from(JSON.stringify(value)),
  });
}
