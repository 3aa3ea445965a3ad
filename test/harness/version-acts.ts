// Versions in the random life of a run: the current version changes, tasks go where matching would send them, workers
// answer with their version and a behaviour, and clients override it.
import { temporal } from "#contracts";
import { directiveOf, type Assignment, type ExecutionState } from "../../services/cell/workflow/index.ts";
import type { RunUnderTest } from "./run-under-test.ts";

const { WORKER_VERSIONING_MODE_VERSIONED } = temporal.api.enums.v1.WorkerVersioningMode;
const { VERSIONING_BEHAVIOR_AUTO_UPGRADE, VERSIONING_BEHAVIOR_PINNED } =
  temporal.api.enums.v1.VersioningBehavior;
const { PINNED_OVERRIDE_BEHAVIOR_PINNED } =
  temporal.api.workflow.v1.VersioningOverride.PinnedOverrideBehavior;
const BEHAVIORS = [VERSIONING_BEHAVIOR_PINNED, VERSIONING_BEHAVIOR_AUTO_UPGRADE];
const DEPLOYMENT = "shop";

/** Where new work goes. */
export class CurrentVersion {
  #target: Assignment["target"] = { version: "", revision: 0 };

  /** Every third time: workers without a version. */
  change(chance: number): void {
    const version = chance % 3 === 0 ? "" : `${DEPLOYMENT}:${chance % 3}`;
    this.#target = { version, revision: this.#target.revision + 1 };
  }

  /** A pinned run stays, any other goes where new work goes. */
  assign(state: ExecutionState, type: "workflow" | "activity"): Assignment {
    const directive = directiveOf(state, type);
    const target = this.#target;
    const isPinned = directive?.behavior === VERSIONING_BEHAVIOR_PINNED;
    return {
      version: isPinned ? directive.version : target.version,
      directive,
      revision: target.revision,
      target,
    };
  }
}

/** What a worker of the version says when it answers; nothing when it has none. */
export function answerOf(
  version: string,
  chance: number,
): temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest {
  if (version === "") return {};
  const [deploymentName = "", buildId = ""] = version.split(":");
  const workerVersioningMode = WORKER_VERSIONING_MODE_VERSIONED;
  return {
    deploymentOptions: { deploymentName, buildId, workerVersioningMode },
    versioningBehavior: BEHAVIORS[chance % BEHAVIORS.length] ?? VERSIONING_BEHAVIOR_PINNED,
  };
}

export function overrideVersion(run: RunUnderTest, chance: number): void {
  const version = { deploymentName: DEPLOYMENT, buildId: String(1 + (chance % 2)) };
  const overrides: temporal.api.workflow.v1.IVersioningOverride[] = [
    { autoUpgrade: true },
    { pinned: { behavior: PINNED_OVERRIDE_BEHAVIOR_PINNED, version } },
    { oneTime: { targetDeploymentVersion: version } },
  ];
  const options = { versioningOverride: overrides[chance % 4] ?? null };
  const paths = ["versioning_override"];
  run.do({ kind: "updateOptions", change: { options, paths, identity: `o${chance}` } });
}
