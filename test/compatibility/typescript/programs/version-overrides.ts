// Clients bind workflows to versions, whatever their workers say.
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import { expectGrpc, GRPC, type Program } from "./program.ts";
import { command } from "./raw-worker.ts";
import { AUTO_UPGRADE, finishAll, PINNED, VersionedQueue } from "./versioned-queue.ts";

type Override = temporal.api.workflow.v1.IVersioningOverride;

const LIMIT_MS = 60_000;

function setOverride(queue: VersionedQueue, workflowId: string, versioningOverride: Override | null) {
  return queue.raw.updateWorkflowExecutionOptions({
    namespace: queue.namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: { versioningOverride },
    updateMask: { paths: ["versioning_override"] },
  });
}

export const versionOverridePrograms: readonly Program[] = [
  {
    title:
      "versions: an override at the start pins the workflow, whatever its workers say, until it is taken away",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.begin(["1", "2"]);
      const workflowId = await queue.start({ versioningOverride: queue.pinnedTo("2") });
      await queue.step("2", AUTO_UPGRADE);
      const [started] = await queue.history(workflowId);
      expect(started?.workflowExecutionStartedEventAttributes?.versioningOverride?.pinned?.version).toEqual(
        queue.version("2"),
      );
      const pinned = (await queue.describeWorkflow(workflowId)).workflowExecutionInfo?.versioningInfo;
      expect(pinned?.versioningOverride?.pinned?.version).toEqual(queue.version("2"));
      expect(pinned?.behavior).toBe(AUTO_UPGRADE);
      await queue.signal(workflowId);
      await queue.step("2", AUTO_UPGRADE);
      await queue.signal(workflowId);
      await setOverride(queue, workflowId, null);
      await queue.step("1", PINNED);
      await setOverride(queue, workflowId, { autoUpgrade: true });
      await queue.makeCurrent("2");
      await queue.signal(workflowId);
      await queue.step("2", PINNED);
      await setOverride(queue, workflowId, null);
      await queue.makeCurrent("1");
      await queue.signal(workflowId);
      await queue.step("2", PINNED, [command.complete()]);
      const updated = (await queue.history(workflowId)).flatMap(
        (event) => event.workflowExecutionOptionsUpdatedEventAttributes ?? [],
      );
      expect(updated.map((one) => one.unsetVersioningOverride)).toEqual([true, false, true]);
      expect(updated[1]?.versioningOverride?.autoUpgrade).toBe(true);
    },
  },
  {
    title: "versions: an override names a version that the workflow's task queue has, and is whole",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.begin(["1"]);
      const refusal = /is not present in task queue/;
      await expectGrpc(
        queue.start({ versioningOverride: queue.pinnedTo("9") }),
        GRPC.FAILED_PRECONDITION,
        refusal,
      );
      await expectGrpc(
        queue.start({ versioningOverride: {} }),
        GRPC.INVALID_ARGUMENT,
        /override behavior is required/,
      );
      await expectGrpc(
        queue.start({ versioningOverride: { pinned: { version: queue.version("1") } } }),
        GRPC.INVALID_ARGUMENT,
        /must specify pinned override behavior/,
      );
      const workflowId = await queue.start();
      await queue.step("1", AUTO_UPGRADE);
      await expectGrpc(
        setOverride(queue, workflowId, queue.pinnedTo("9")),
        GRPC.FAILED_PRECONDITION,
        refusal,
      );
      await expectGrpc(
        queue.raw.updateWorkflowExecutionOptions({
          namespace: queue.namespace,
          workflowExecution: { workflowId },
          workflowExecutionOptions: { versioningOverride: queue.pinnedTo("1") },
          updateMask: { paths: ["versioning_override.behavior"] },
        }),
        GRPC.INVALID_ARGUMENT,
      );
      await queue.signal(workflowId);
      await queue.step("1", AUTO_UPGRADE, [command.complete()]);
    },
  },
  {
    title: "versions: an override to a version that was drained makes it drain again",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      const { VERSION_DRAINAGE_STATUS_DRAINED, VERSION_DRAINAGE_STATUS_DRAINING } =
        temporal.api.enums.v1.VersionDrainageStatus;
      await queue.begin(["1", "2"]);
      await queue.makeCurrent("2");
      const drainage = async (status: number) =>
        eventually(async () => (await queue.describeVersion("1")).drainageInfo?.status === status, {
          limitMs: LIMIT_MS,
          what: `drainage status ${String(status)}`,
        });
      await drainage(VERSION_DRAINAGE_STATUS_DRAINED);
      await queue.start({ versioningOverride: queue.pinnedTo("1") });
      await drainage(VERSION_DRAINAGE_STATUS_DRAINING);
      await queue.step("1", PINNED, [command.complete()]);
      await drainage(VERSION_DRAINAGE_STATUS_DRAINED);
    },
  },
  {
    title: "versions: a batch sets the override of what a query finds",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.begin(["1", "2"]);
      const ids = [await queue.start(), await queue.start()];
      for (const _ of ids) await queue.step("1", AUTO_UPGRADE);
      await queue.raw.startBatchOperation({
        namespace: queue.namespace,
        jobId: fixture.id("batch"),
        reason: "to version 2",
        executions: ids.map((workflowId) => ({ workflowId })),
        updateWorkflowOptionsOperation: {
          workflowExecutionOptions: { versioningOverride: queue.pinnedTo("2") },
          updateMask: { paths: ["versioning_override"] },
        },
      });
      for (const workflowId of ids) {
        await eventually(
          async () => {
            const { workflowExecutionInfo } = await queue.describeWorkflow(workflowId);
            return workflowExecutionInfo?.versioningInfo?.versioningOverride?.pinned != null;
          },
          { limitMs: LIMIT_MS, what: "the override" },
        );
        await queue.signal(workflowId);
      }
      expect(await finishAll(queue, "2", 2)).toEqual([...ids].sort());
    },
  },
];
