// UpdateTaskQueueConfig: rate limits and fairness weights of a task queue.
import type { temporal } from "#contracts";
import { checkQueueConfigUpdate, mergedQueueConfig } from "../matching/queue-config.ts";
import { queueTypeOf } from "../matching/queue-type.ts";
import { checkedQueueName } from "./lookup.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IUpdateTaskQueueConfigRequest;
type Response = temporal.api.workflowservice.v1.IUpdateTaskQueueConfigResponse;

export const updateTaskQueueConfig = rpc<Request, Response>(
  "UpdateTaskQueueConfig",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const name = checkedQueueName(request.taskQueue);
    const type = queueTypeOf(request.taskQueueType ?? 0);
    checkQueueConfigUpdate(request, type === "workflow");
    const config = await engine.matching.configure(
      engine.journal,
      { namespaceId: namespace.id, type, name },
      (before) => mergedQueueConfig(before, request, engine.clock.now()),
    );
    return { config };
  },
);
