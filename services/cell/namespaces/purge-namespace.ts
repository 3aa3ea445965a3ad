// Removes what a deleted namespace leaves behind, a limited number of executions at a time. Survives restarts.
import { delay } from "#shared/clock";
import type { Engine } from "../engine.ts";
import { runKeyOf } from "../executions/offer-tasks.ts";
import { standaloneKinds } from "../standalone/index.ts";
import { readSomeOfNamespace } from "../store/execution-queries.ts";
import type { NamespaceRow } from "../store/namespace-store.ts";
import { readSomeStandaloneOfNamespace } from "../store/standalone-queries.ts";
import type { Namespace } from "./namespace.ts";

const RUNS_PER_PASS_MAX = 500;
const RETRY_MS = 2_000;

/** Hides the namespace at once and purges it in the background. Its storage stops counting now. */
export async function deleteNamespace(engine: Engine, namespace: Namespace): Promise<void> {
  const now = engine.clock.now();
  const group = engine.journal.group();
  // Without a pause until the mark is in the group: nothing of the namespace can be added after its bytes are taken off.
  // Should the flush be lost, what is given up here is loaded again.
  group.droppedRuns.push(...engine.executions.dropNamespace(namespace.id).map(runKeyOf));
  for (const { storageClass, bytes } of engine.counters.bytesOf(namespace.name, group.counts.storage)) {
    group.counts.storage.add(namespace.name, storageClass, now, -bytes);
  }
  engine.schedules.dropNamespace(namespace.id, group);
  for (const kind of standaloneKinds(engine)) kind.dropNamespace(namespace.id, group);
  engine.deployments.dropNamespace(namespace.id, group);
  const row = await engine.namespaces.markDeleted(engine.journal, namespace, now);
  engine.reach?.("namespace.marked");
  // Polls end now, and are told that the namespace is not there.
  engine.matching.forgetNamespace(namespace.id);
  engine.workers.forgetNamespace(namespace.id);
  purgeInBackground(engine, row);
}

export function purgeInBackground(engine: Engine, row: NamespaceRow): void {
  const run = async (): Promise<void> => {
    for (;;) {
      try {
        return await purge(engine, row.namespaceId);
      } catch (error) {
        engine.log.warn(
          { err: error, namespaceId: row.namespaceId },
          "purge of a namespace failed; trying again",
        );
      }
      await delay(RETRY_MS, engine.stopping);
    }
  };
  // The cell stops: the next start goes on.
  run().catch(() => undefined);
}

async function purge(engine: Engine, namespaceId: string): Promise<void> {
  for (;;) {
    const runs = await readSomeOfNamespace(engine.pool, namespaceId, RUNS_PER_PASS_MAX);
    if (runs.length === 0) break;
    const group = engine.journal.group();
    group.deletedRuns.push(...runs);
    for (const run of runs) engine.wakes.forget(run.runId);
    await group.durable;
  }
  for (;;) {
    const rows = await readSomeStandaloneOfNamespace(engine.pool, namespaceId, RUNS_PER_PASS_MAX);
    if (rows.length === 0) break;
    const group = engine.journal.group();
    group.deletedStandalone.push(...rows);
    await group.durable;
  }
  await engine.queueConfigs.forgetNamespace(engine.journal, namespaceId);
  await engine.namespaces.remove(engine.journal, namespaceId);
}
