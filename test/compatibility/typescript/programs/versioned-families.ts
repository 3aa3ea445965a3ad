// What belongs to a workflow with a version: its activities, its children and its later runs.
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { freshQueue, type Program } from "./program.ts";
import { bytes, command } from "./raw-worker.ts";
import { AUTO_UPGRADE, PINNED, VersionedQueue, workflowIdOf } from "./versioned-queue.ts";

export const versionedFamilyPrograms: readonly Program[] = [
  {
    title:
      "versions: the activities of a pinned workflow go to its version, those of other queues where their queue says",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      const other = new VersionedQueue(fixture);
      await queue.begin(["1", "2"], ["workflow", "activity"]);
      await other.begin(["7"], ["activity"]);
      await queue.start();
      const plain = freshQueue(fixture, "plain");
      await queue.step("1", PINNED, [
        command.activity("own", queue.taskQueue),
        command.activity("other", other.taskQueue),
        command.activity("plain", plain),
      ]);
      await queue.makeCurrent("2");
      const own = await queue.activity("1");
      expect(own.activityId).toBe("own");
      expect((await other.activity("7")).activityId).toBe("other");
      expect((await queue.activity("", { taskQueue: plain })).activityId).toBe("plain");
      await queue.raw.respondActivityTaskCompleted({
        namespace: queue.namespace,
        taskToken: bytes(own.taskToken),
        deploymentOptions: queue.options("1"),
      });
      await queue.step("1", PINNED, [command.complete()]);
    },
  },
  {
    title: "versions: an activity of a workflow that moves waits until the workflow has moved",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.begin(["1", "2"], ["workflow", "activity"]);
      const workflowId = await queue.start();
      await queue.step("1", AUTO_UPGRADE, [command.activity("a", queue.taskQueue)]);
      await queue.makeCurrent("2");
      const activity = queue.activity("2");
      const task = await queue.task("2");
      expect(workflowIdOf(task)).toBe(workflowId);
      expect((await queue.describeWorkflow(workflowId)).pendingActivities?.[0]?.attempt).toBe(1);
      await queue.complete(task, { buildId: "2", versioningBehavior: AUTO_UPGRADE });
      expect((await activity).activityId).toBe("a");
      const { pendingActivities } = await queue.describeWorkflow(workflowId);
      expect(pendingActivities?.[0]?.lastDeploymentVersion).toEqual(queue.version("2"));
      await queue.signal(workflowId);
      await queue.step("2", AUTO_UPGRADE, [command.complete()]);
    },
  },
  {
    title: "versions: a child of a pinned workflow begins on its version where the child's queue has it",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      const other = new VersionedQueue(fixture);
      await queue.begin(["1", "2"]);
      await other.begin(["7"]);
      await queue.start();
      const [here, there] = [fixture.id("child"), fixture.id("child")];
      const parent = await queue.task("1");
      await queue.makeCurrent("2");
      await queue.complete(parent, {
        buildId: "1",
        versioningBehavior: PINNED,
        commands: [command.child(here, queue.taskQueue), command.child(there, other.taskQueue)],
      });
      await other.step("7", PINNED, [command.complete()]);
      const seen: string[] = [];
      for (let tasks = 0; !seen.includes(here); tasks += 1) {
        expect(tasks).toBeLessThan(4);
        const task = await queue.task("1");
        const isChild = workflowIdOf(task) === here;
        seen.push(workflowIdOf(task));
        await queue.complete(task, {
          buildId: "1",
          versioningBehavior: PINNED,
          commands: isChild ? [command.complete()] : [],
        });
      }
      const [started] = await queue.history(here);
      const attributes = started?.workflowExecutionStartedEventAttributes;
      expect(attributes?.inheritedPinnedVersion).toEqual(queue.version("1"));
      const [elsewhere] = await other.history(there);
      expect(elsewhere?.workflowExecutionStartedEventAttributes?.inheritedPinnedVersion ?? null).toBeNull();
    },
  },
  {
    title:
      "versions: a later run of a pinned workflow stays on its version, unless it asks to begin on the current one",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      const { CONTINUE_AS_NEW_VERSIONING_BEHAVIOR_AUTO_UPGRADE } =
        temporal.api.enums.v1.ContinueAsNewVersioningBehavior;
      await queue.begin(["1", "2"]);
      const workflowId = await queue.start();
      const task = await queue.task("1");
      await queue.makeCurrent("2");
      await queue.complete(task, {
        buildId: "1",
        versioningBehavior: PINNED,
        commands: [command.continueAsNew(queue.taskQueue)],
      });
      const second = await queue.task("1");
      const [started] = await queue.history(workflowId);
      expect(started?.workflowExecutionStartedEventAttributes?.inheritedPinnedVersion).toEqual(
        queue.version("1"),
      );
      const next = command.continueAsNew(queue.taskQueue);
      await queue.complete(second, {
        buildId: "1",
        versioningBehavior: PINNED,
        commands: [
          {
            ...next,
            continueAsNewWorkflowExecutionCommandAttributes: {
              ...next.continueAsNewWorkflowExecutionCommandAttributes,
              initialVersioningBehavior: CONTINUE_AS_NEW_VERSIONING_BEHAVIOR_AUTO_UPGRADE,
            },
          },
        ],
      });
      expect(workflowIdOf(await queue.step("2", PINNED, [command.complete()]))).toBe(workflowId);
    },
  },
  {
    title: "versions: an auto-upgrading workflow's later run begins no earlier than it was",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.begin(["1", "2"]);
      const workflowId = await queue.start();
      await queue.step("1", AUTO_UPGRADE, [command.continueAsNew(queue.taskQueue)]);
      const task = await queue.task("1");
      const [started] = await queue.history(workflowId);
      const inherited = started?.workflowExecutionStartedEventAttributes?.inheritedAutoUpgradeInfo;
      expect(inherited?.sourceDeploymentVersion).toEqual(queue.version("1"));
      const { revisionNumber } = (await queue.describe()).routingConfig ?? {};
      expect(Number(inherited?.sourceDeploymentRevisionNumber ?? 0)).toBe(Number(revisionNumber));
      await queue.complete(task, {
        buildId: "1",
        versioningBehavior: AUTO_UPGRADE,
        commands: [command.complete()],
      });
    },
  },
];
