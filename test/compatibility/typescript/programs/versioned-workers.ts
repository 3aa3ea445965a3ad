// Workers of the SDK with versions, as they are deployed: a new version takes over while the old one ends its work.
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture, RunningWorker } from "../fixture.ts";
import { start, type Program } from "./program.ts";
import { VersionedQueue } from "./versioned-queue.ts";

const KNOWN_LIMIT_MS = 60_000;

/** A worker of the version, known to the server. */
async function deploy(fixture: Fixture, queue: VersionedQueue, buildId: string): Promise<RunningWorker> {
  const worker = await fixture.startWorker({
    taskQueue: queue.taskQueue,
    maxCachedWorkflows: 10,
    workerDeploymentOptions: {
      version: { deploymentName: queue.deployment, buildId },
      useWorkerVersioning: true,
      defaultVersioningBehavior: "AUTO_UPGRADE",
    },
  });
  await eventually(async () => (await queue.describeVersion(buildId)).taskQueueInfos?.length ?? 0, {
    limitMs: KNOWN_LIMIT_MS,
    what: `version ${buildId} known`,
  });
  return worker;
}

export const versionedWorkerPrograms: readonly Program[] = [
  {
    title: "workers with versions: a new version takes over while pinned workflows end on the old one",
    limitMs: 120_000,
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      const { taskQueue } = queue;
      const first = await deploy(fixture, queue, "1");
      await queue.makeCurrent("1");
      const pinned = await start(fixture, "pinnedLog", [], { taskQueue });
      const moving = await start(fixture, "defaultLog", [], { taskQueue });
      for (const handle of [pinned, moving]) {
        await eventually(
          async () => {
            const { workflowExecutionInfo } = await queue.describeWorkflow(handle.workflowId);
            return workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId === "1";
          },
          { limitMs: KNOWN_LIMIT_MS, what: "the first task done" },
        );
      }
      const second = await deploy(fixture, queue, "2");
      await queue.makeCurrent("2");
      for (const handle of [pinned, moving]) {
        await handle.signal("note");
        await handle.signal("finish");
      }
      const seen = await pinned.result();
      expect(new Set(seen as string[])).toEqual(new Set(["1"]));
      const moved = (await moving.result()) as string[];
      expect([moved[0], moved.at(-1)]).toEqual(["1", "2"]);
      const fresh = await start(fixture, "pinnedLog", [], { taskQueue });
      await fresh.signal("finish");
      expect(new Set((await fresh.result()) as string[])).toEqual(new Set(["2"]));
      await first.stop();
      await second.stop();
    },
  },
  {
    title: "workers with versions: a pinned workflow that is told of a new version continues on it",
    limitMs: 120_000,
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      const { taskQueue } = queue;
      const first = await deploy(fixture, queue, "1");
      await queue.makeCurrent("1");
      const handle = await start(fixture, "trampoline", [[]], { taskQueue });
      await eventually(
        async () => {
          const { workflowExecutionInfo } = await queue.describeWorkflow(handle.workflowId);
          return workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId === "1";
        },
        { limitMs: KNOWN_LIMIT_MS, what: "the first task done" },
      );
      const second = await deploy(fixture, queue, "2");
      await queue.makeCurrent("2");
      await handle.signal("note");
      expect(await handle.result()).toEqual(["1", "2"]);
      await first.stop();
      await second.stop();
    },
  },
];
