// What DescribeWorkflowExecution tells of a run's versions, in the fields of today and those before.
import type { temporal } from "#contracts";
import type { ExecutionState } from "../state.ts";
import { int64 } from "../wire-numbers.ts";
import { describedOverride } from "./override.ts";
import { messageOfVersion, olderTextOf } from "./version-name.ts";

type Info = temporal.api.workflow.v1.IWorkflowExecutionVersioningInfo;

export function describeVersioning({ versioning }: ExecutionState): Info | null {
  if (versioning === undefined) return null;
  const { version, transition } = versioning;
  return {
    behavior: versioning.behavior,
    deploymentVersion: messageOfVersion(version),
    version: version === "" ? "" : olderTextOf(version),
    versioningOverride: describedOverride(versioning.override),
    versionTransition:
      transition === undefined
        ? null
        : {
            deploymentVersion: messageOfVersion(transition.version),
            version: olderTextOf(transition.version),
          },
    revisionNumber: int64(versioning.revision),
    continueAsNewInitialVersioningBehavior: versioning.initialBehavior,
  };
}
