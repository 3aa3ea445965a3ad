// ShutdownWorker and ResetStickyTaskQueue: a worker goes. Its polls end with empty answers, so that no task is handed to
// one who cannot take it; tasks that wait for its cache go back to everybody; and it is no longer listed.
import { temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import { commit, transact } from "../executions/transact.ts";
import { queueTypeOf } from "../matching/queue-type.ts";
import type { QueueName, TaskOffer } from "../matching/task.ts";
import { orGiveBack } from "./give-back.ts";
import { findExecution } from "./lookup.ts";
import { rpc } from "./operation.ts";
import { isStale } from "./stale.ts";

type ResetRequest = temporal.api.workflowservice.v1.IResetStickyTaskQueueRequest;
type ShutdownRequest = temporal.api.workflowservice.v1.IShutdownWorkerRequest;

const { TaskQueueType } = temporal.api.enums.v1;
const DEFAULT_TYPES = [TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW, TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY];
const TYPES_MAX = 10;

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
  if (request.workerHeartbeat != null) engine.workers.record(namespace.id, [request.workerHeartbeat]);
  endPolls(engine, namespace.id, request);
  await closeSticky(engine, namespace.id, request.stickyTaskQueue ?? "");
  return {};
});

/** Polls of the same worker that come after this answer empty for a while. */
function endPolls(engine: Engine, namespaceId: string, request: ShutdownRequest): void {
  const name = request.taskQueue ?? "";
  const workerInstanceKey = request.workerInstanceKey ?? "";
  if (name === "" || workerInstanceKey === "") return;
  engine.matching.workerGoes(namespaceId, workerInstanceKey);
  const types = request.taskQueueTypes?.length ? request.taskQueueTypes : DEFAULT_TYPES;
  for (const type of types.slice(0, TYPES_MAX)) {
    for (const queue of engine.matching.family({ namespaceId, type: queueTypeOf(type), name })) {
      queue.endPollsOf(workerInstanceKey);
      queue.history.forget(request.identity ?? "");
    }
  }
}

async function closeSticky(engine: Engine, namespaceId: string, name: string): Promise<void> {
  const queueName: QueueName = { namespaceId, type: "workflow", name };
  const queue = name === "" ? undefined : engine.matching.find(queueName);
  if (queue === undefined) return;
  queue.close();
  const given = await Promise.allSettled(queue.takeAll().map((task) => giveBack(engine, queueName, task)));
  const failed = given.find((one) => one.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

async function giveBack(engine: Engine, queue: QueueName, task: TaskOffer): Promise<void> {
  if (task.kind !== "workflow") return;
  await orGiveBack(engine, { queue, task }, async () => {
    const execution = await engine.executions.find(task.run);
    if (execution === undefined) return;
    try {
      transact(engine, execution, { kind: "resetSticky" });
    } catch (error) {
      if (!isStale(error)) throw error;
    }
  });
}
