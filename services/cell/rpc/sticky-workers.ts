// ResetStickyTaskQueue and ShutdownWorker: tasks that wait for one worker's cache go back to everybody.
import type { temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import { commit, transact } from "../executions/transact.ts";
import type { TaskOffer } from "../matching/task.ts";
import { findExecution } from "./lookup.ts";
import { rpc } from "./operation.ts";

type ResetRequest = temporal.api.workflowservice.v1.IResetStickyTaskQueueRequest;
type ShutdownRequest = temporal.api.workflowservice.v1.IShutdownWorkerRequest;

export const resetStickyTaskQueue = rpc<ResetRequest, object>(
  "ResetStickyTaskQueue",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const execution = await findExecution(engine, namespace, request.execution);
    await commit(engine, execution, { kind: "resetSticky" });
    return {};
  },
);

export const shutdownWorker = rpc<ShutdownRequest, object>("ShutdownWorker", async (engine, request) => {
  const namespace = engine.namespaces.named(request.namespace);
  const name = request.stickyTaskQueue ?? "";
  if (name === "") return {};
  const queue = engine.matching.queue({ namespaceId: namespace.id, type: "workflow", name });
  queue.close();
  for (const task of queue.takeAll()) await giveBack(engine, task);
  return {};
});

async function giveBack(engine: Engine, task: TaskOffer): Promise<void> {
  if (task.kind !== "workflow") return;
  const execution = await engine.executions.find(task.run);
  if (execution !== undefined && !execution.isDropped) transact(engine, execution, { kind: "resetSticky" });
}

/** Heartbeats of workers are accepted; they are not kept yet. */
export const recordWorkerHeartbeat = rpc<{ namespace?: string | null }, object>(
  "RecordWorkerHeartbeat",
  (engine, request) => {
    engine.namespaces.named(request.namespace);
    return {};
  },
);
