// The versioning of a run that has begun to have one. Always the same shape, so that the engine sees one hidden class.
import type { ExecutionState, Versioning } from "../state.ts";

export function newVersioning(): Versioning {
  return {
    behavior: 0,
    version: "",
    override: undefined,
    usedVersions: [],
    initialBehavior: 0,
    transition: undefined,
    revision: 0,
    notifiedTarget: undefined,
    declinedTarget: undefined,
  };
}

export function versioningOfRun(state: ExecutionState): Versioning {
  return (state.versioning ??= newVersioning());
}
