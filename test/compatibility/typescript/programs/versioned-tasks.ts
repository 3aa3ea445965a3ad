// Where the tasks of workflows go when their workers have versions: workers by hand tell it exactly.
import { expect } from "vitest";
import { freshQueue, type Program } from "./program.ts";
import { command } from "./raw-worker.ts";
import { AUTO_UPGRADE, finishAll, PINNED, VersionedQueue, workflowIdOf } from "./versioned-queue.ts";

/** Their places in the hash, of 100: 17 to 97. */
const RAMPED_IDS = Array.from({ length: 10 }, (_, index) => `ramped-${String(index)}`);
const BELOW_50 = ["ramped-0", "ramped-1", "ramped-6", "ramped-7"];
const BELOW_30 = ["ramped-0", "ramped-6"];

export const versionedTaskPrograms: readonly Program[] = [
  {
    title: "versions: new workflows go to the ramping version by the hash of their ids",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.begin(["1", "2"]);
      for (const [percentage, ramped] of [
        [50, BELOW_50],
        [30, BELOW_30],
      ] as const) {
        await queue.ramp("2", percentage);
        await queue.routed();
        for (const workflowId of RAMPED_IDS) await queue.start({ workflowId });
        const current = RAMPED_IDS.filter((id) => !ramped.includes(id));
        expect(await finishAll(queue, "2", ramped.length)).toEqual(ramped);
        expect(await finishAll(queue, "1", current.length)).toEqual(current);
      }
      await queue.ramp("2", 0);
      await queue.routed();
      await queue.start();
      await queue.step("1", PINNED, [command.complete()]);
      await queue.ramp("2", 100);
      await queue.routed();
      await queue.start();
      await queue.step("2", PINNED, [command.complete()]);
    },
  },
  {
    title:
      "versions: a pinned workflow stays and an auto-upgrading one moves, as its description and its events tell",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.begin(["1", "2"]);
      const pinned = await queue.start();
      await queue.step("1", PINNED);
      const moving = await queue.start();
      await queue.step("1", AUTO_UPGRADE);
      const before = await queue.describeWorkflow(moving);
      expect(before.workflowExecutionInfo?.versioningInfo).toMatchObject({
        behavior: AUTO_UPGRADE,
        deploymentVersion: queue.version("1"),
        version: `${queue.deployment}.1`,
      });
      expect(before.workflowExecutionInfo?.workerDeploymentName).toBe(queue.deployment);
      await queue.makeCurrent("2");
      await queue.signal(pinned);
      await queue.signal(moving);
      expect(workflowIdOf(await queue.step("1", PINNED, [command.complete()]))).toBe(pinned);
      const task = await queue.task("2");
      expect(workflowIdOf(task)).toBe(moving);
      const during = (await queue.describeWorkflow(moving)).workflowExecutionInfo?.versioningInfo;
      expect(during?.versionTransition?.deploymentVersion).toEqual(queue.version("2"));
      expect(during?.deploymentVersion).toEqual(queue.version("1"));
      await queue.complete(task, { buildId: "2", versioningBehavior: AUTO_UPGRADE });
      const after = (await queue.describeWorkflow(moving)).workflowExecutionInfo?.versioningInfo;
      expect(after?.versionTransition ?? null).toBeNull();
      expect(after?.deploymentVersion).toEqual(queue.version("2"));
      const completed = (await queue.history(moving)).flatMap(
        (event) => event.workflowTaskCompletedEventAttributes ?? [],
      );
      expect(completed.map((one) => one.deploymentVersion)).toEqual([queue.version("1"), queue.version("2")]);
      expect(completed.map((one) => one.versioningBehavior)).toEqual([AUTO_UPGRADE, AUTO_UPGRADE]);
      expect(completed.map((one) => one.workerDeploymentName)).toEqual([queue.deployment, queue.deployment]);
      // The same workers may change their mind.
      await queue.signal(moving);
      await queue.step("2", PINNED, [command.complete()]);
      const last = (await queue.describeWorkflow(moving)).workflowExecutionInfo?.versioningInfo;
      expect(last?.behavior).toBe(PINNED);
    },
  },
  {
    title: "versions: workflows move between workers with and without a version as the current version says",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      const workflowId = await queue.start();
      await queue.step("", 0);
      await queue.register(["1"]);
      await queue.signal(workflowId);
      await queue.step("", 0);
      await queue.makeCurrent("1");
      await queue.signal(workflowId);
      await queue.step("1", AUTO_UPGRADE);
      await queue.makeCurrent("");
      await queue.signal(workflowId);
      await queue.step("", 0, [command.complete()]);
      const { workflowExecutionInfo } = await queue.describeWorkflow(workflowId);
      expect(workflowExecutionInfo?.versioningInfo?.deploymentVersion ?? null).toBeNull();
      expect(workflowExecutionInfo?.versioningInfo?.behavior ?? 0).toBe(0);
    },
  },
  {
    title: "versions: a task that waits goes over to the version that becomes current",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.begin(["1", "2"]);
      const workflowId = await queue.start();
      await queue.makeCurrent("2");
      expect(workflowIdOf(await queue.step("2", AUTO_UPGRADE))).toBe(workflowId);
      await queue.signal(workflowId);
      await queue.makeCurrent("1");
      await queue.step("1", AUTO_UPGRADE, [command.complete()]);
    },
  },
  {
    title: "versions: a worker's own queue keeps a pinned workflow and loses one that moves",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.begin(["1", "2"]);
      const stickyQueue = freshQueue(fixture, "sticky");
      const stickyAttributes = {
        workerTaskQueue: { name: stickyQueue },
        // The type wants a Long, the wire does not care.
        scheduleToStartTimeout: { seconds: 60 as never },
      };
      const pinned = await queue.start();
      await queue.step("1", PINNED, [], { stickyAttributes });
      const moving = await queue.start();
      await queue.step("1", AUTO_UPGRADE, [], { stickyAttributes });
      const polling = queue.task("1", { stickyQueue });
      await queue.signal(moving);
      const own = await polling;
      expect(workflowIdOf(own)).toBe(moving);
      await queue.complete(own, { buildId: "1", versioningBehavior: AUTO_UPGRADE, stickyAttributes });
      await queue.makeCurrent("2");
      const again = queue.task("1", { stickyQueue });
      await queue.signal(moving);
      await queue.signal(pinned);
      expect(workflowIdOf(await queue.step("2", AUTO_UPGRADE, [command.complete()]))).toBe(moving);
      const kept = await again;
      expect(workflowIdOf(kept)).toBe(pinned);
      await queue.complete(kept, {
        buildId: "1",
        versioningBehavior: PINNED,
        commands: [command.complete()],
      });
    },
  },
];
