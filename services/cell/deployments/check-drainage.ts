// Counts the open workflows that are pinned to a version, in the background, and records what that says of its drainage.
import { delay } from "#shared/clock";
import type { Engine } from "../engine.ts";
import { countExecutions, NO_ATTRIBUTES } from "../visibility/index.ts";
import { versionName } from "../workflow/index.ts";
import type { DrainingVersion } from "./deployments.ts";
import { isReactivated, reactivate, recordCount } from "./drainage.ts";

const RETRY_MS = 1_000;

export function checkDrainage(engine: Engine, version: DrainingVersion): void {
  const run = async (): Promise<void> => {
    for (;;) {
      try {
        return await check(engine, version);
      } catch (error) {
        engine.log.warn({ err: error, ...version }, "the workflows of a version were not counted yet");
      }
      await delay(RETRY_MS, engine.stopping);
    }
  };
  // The cell stops: the next start looks again.
  run().catch(() => undefined);
}

async function check(engine: Engine, version: DrainingVersion): Promise<void> {
  const { namespaceId, name, buildId } = version;
  const now = engine.clock.now();
  const { count } = await countExecutions(engine.pool, {
    namespaceId,
    definitions: NO_ATTRIBUTES,
    query: openPinnedTo(versionName(name, buildId)),
  });
  await engine.deployments.change(version, (deployment) =>
    deployment === undefined ? undefined : recordCount(deployment, buildId, { openWorkflows: count, now }),
  );
}

function openPinnedTo(version: string): string {
  const quoted = `'${version.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
  return `TemporalWorkerDeploymentVersion = ${quoted} AND TemporalWorkflowVersioningBehavior = 'Pinned' AND ExecutionStatus = 'Running'`;
}

/** Somebody pinned a workflow to the version: if it seemed to be done with, it is watched again. */
export function noticePinned(engine: Engine, version: DrainingVersion): void {
  const { namespaceId, name, buildId } = version;
  const known = engine.deployments.find(namespaceId, name)?.versions.get(buildId);
  if (known === undefined || !isReactivated(known)) return;
  const now = engine.clock.now();
  engine.deployments
    .change(version, (deployment) =>
      deployment === undefined ? undefined : reactivate(deployment, buildId, now),
    )
    .catch((error: unknown) => engine.log.warn({ err: error, ...version }, "a version was not reactivated"));
}
