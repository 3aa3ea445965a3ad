// Tells deployments that a run was bound to a version from outside: a version that seemed to be done with is not.
import type { temporal } from "#contracts";
import { noticePinned } from "../deployments/index.ts";
import type { Engine } from "../engine.ts";
import { buildIdOf, deploymentNameOf, overrideOfMessage } from "../workflow/index.ts";

export function noticeOverride(
  engine: Engine,
  namespaceId: string,
  override: temporal.api.workflow.v1.IVersioningOverride | null | undefined,
): void {
  const version = overrideOfMessage(override)?.version ?? "";
  if (version === "") return;
  noticePinned(engine, { namespaceId, name: deploymentNameOf(version), buildId: buildIdOf(version) });
}
