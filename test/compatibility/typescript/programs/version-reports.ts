// What is told of versions: by lists, by tasks, and to those who ask a workflow.
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import { expectGrpc, GRPC, type Program } from "./program.ts";
import { command } from "./raw-worker.ts";
import { AUTO_UPGRADE, PINNED, VersionedQueue } from "./versioned-queue.ts";

type Event = temporal.api.history.v1.IHistoryEvent;

const LIMIT_MS = 60_000;

async function startedTasks(queue: VersionedQueue, workflowId: string): Promise<Event[]> {
  const events = await queue.history(workflowId);
  return events.filter((event) => event.workflowTaskStartedEventAttributes != null);
}

export const versionReportPrograms: readonly Program[] = [
  {
    title: "versions: a pinned workflow is told once that its queue's work goes elsewhere now",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.begin(["1", "2"]);
      const workflowId = await queue.start();
      await queue.step("1", PINNED);
      await queue.makeCurrent("2");
      for (let count = 0; count < 2; count += 1) {
        await queue.signal(workflowId);
        await queue.step("1", PINNED);
      }
      const told = (await startedTasks(queue, workflowId)).map(
        (event) => event.workflowTaskStartedEventAttributes?.targetWorkerDeploymentVersionChanged === true,
      );
      expect(told).toEqual([false, true, true]);
      await queue.signal(workflowId);
      await queue.step("1", PINNED, [command.complete()]);
    },
  },
  {
    title: "versions: workflows are listed by their deployment, version and behaviour",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.begin(["1", "2"]);
      const pinned = await queue.start();
      await queue.step("1", PINNED);
      const moving = await queue.start();
      await queue.step("1", AUTO_UPGRADE);
      await queue.makeCurrent("2");
      await queue.signal(moving);
      await queue.step("2", AUTO_UPGRADE);
      const overridden = await queue.start({ versioningOverride: queue.pinnedTo("1") });
      await queue.step("1", AUTO_UPGRADE);
      const list = async (query: string) => {
        const { executions } = await queue.raw.listWorkflowExecutions({ namespace: queue.namespace, query });
        return executions?.map(({ execution }) => execution?.workflowId ?? "").sort();
      };
      const expectListed = (query: string, ids: string[]) =>
        eventually(
          async () => {
            expect(await list(query)).toEqual([...ids].sort());
            return true;
          },
          { limitMs: LIMIT_MS, what: query },
        );
      await expectListed(`TemporalWorkerDeployment = '${queue.deployment}'`, [pinned, moving, overridden]);
      await expectListed(`TemporalWorkerDeploymentVersion = '${queue.name("1")}'`, [pinned, overridden]);
      await expectListed(
        `TemporalWorkerDeployment = '${queue.deployment}' AND TemporalWorkflowVersioningBehavior = 'AutoUpgrade'`,
        [moving],
      );
      await expectListed(
        `TemporalWorkerDeploymentVersion = '${queue.name("1")}' AND TemporalWorkflowVersioningBehavior = 'Pinned'`,
        [pinned, overridden],
      );
      await expectListed(`BuildIds = 'pinned:${queue.name("1")}'`, [pinned, overridden]);
      await expectListed(`TemporalUsedWorkerDeploymentVersions = '${queue.name("1")}'`, [
        pinned,
        moving,
        overridden,
      ]);
      const { workflowExecutionInfo } = await queue.describeWorkflow(moving);
      const { indexedFields } = workflowExecutionInfo?.searchAttributes ?? {};
      expect(Object.keys(indexedFields ?? {}).sort()).toEqual([
        "TemporalUsedWorkerDeploymentVersions",
        "TemporalWorkerDeployment",
        "TemporalWorkerDeploymentVersion",
        "TemporalWorkflowVersioningBehavior",
      ]);
      for (const workflowId of [pinned, moving, overridden]) {
        await queue.raw.terminateWorkflowExecution({
          namespace: queue.namespace,
          workflowExecution: { workflowId },
        });
      }
    },
  },
  {
    title: "versions: an answer that says how its workflow moves says which version gave it",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.begin(["1"]);
      const workflowId = await queue.start();
      const task = await queue.task("1");
      await expectGrpc(
        queue.complete(task, { buildId: "", versioningBehavior: PINNED }),
        GRPC.INVALID_ARGUMENT,
      );
      await queue.complete(task, {
        buildId: "1",
        versioningBehavior: PINNED,
        commands: [command.complete()],
      });
      const events = await queue.history(workflowId);
      expect(events.at(-1)?.workflowExecutionCompletedEventAttributes).toBeTruthy();
    },
  },
  {
    title: "versions: a closed workflow that is pinned to a drained version without workers cannot be asked",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.begin(["1"]);
      const workflowId = await queue.start();
      await queue.step("1", PINNED, [command.complete()]);
      await queue.makeCurrent("");
      await eventually(
        async () =>
          (await queue.describeVersion("1")).drainageInfo?.status ===
          temporal.api.enums.v1.VersionDrainageStatus.VERSION_DRAINAGE_STATUS_DRAINED,
        { limitMs: LIMIT_MS, what: "the version drained" },
      );
      await queue.shutDown("1");
      await eventually(
        async () => {
          await expectGrpc(
            fixture.poll(
              () =>
                queue.raw.queryWorkflow({
                  namespace: queue.namespace,
                  execution: { workflowId },
                  query: { queryType: "anything" },
                }),
              4_000,
            ),
            GRPC.FAILED_PRECONDITION,
            /is drained and has no pollers/,
          );
          return true;
        },
        { limitMs: LIMIT_MS, what: "the refusal" },
      );
    },
  },
];
