// Whether a worker polls the namespace: asked again every two seconds until one does, because somebody waits for it.
import { useQuery } from "@tanstack/react-query";
import { Problem } from "#api/problem";
import { workflowServiceQuery, type Message } from "#api/workflow-service";
import { FIRST_TASK_QUEUE } from "./snippets.ts";

const WAITING_MS = 2_000;
const SEEN_MS = 15_000;
const WORKERS_SHOWN = 100;

export interface SeenWorker {
  identity: string;
  taskQueue: string;
  /** "temporal-typescript 1.24.0"; empty until the worker has told. */
  sdk: string;
  lastSeenAt: string | undefined;
}

export interface WorkerSeen {
  isKnown: boolean;
  worker: SeenWorker | undefined;
  /** Of all task queues; at least one when a worker is seen. */
  count: number;
  error: Problem | undefined;
}

/** By the polls of the snippets' task queue, which show at once, and by the workers' own heartbeats for any other. */
export function useWorkerSeen(namespace: string, isServed: boolean): WorkerSeen {
  const queue = useQuery({
    ...workflowServiceQuery("DescribeTaskQueue", {
      namespace,
      taskQueue: { name: FIRST_TASK_QUEUE },
      taskQueueType: "TASK_QUEUE_TYPE_WORKFLOW",
    }),
    enabled: isServed,
    refetchInterval: ({ state }) => ((state.data?.pollers ?? []).length > 0 ? SEEN_MS : WAITING_MS),
  });
  const workers = useQuery({
    ...workflowServiceQuery("ListWorkers", { namespace, pageSize: WORKERS_SHOWN }),
    enabled: isServed,
    refetchInterval: ({ state }) => ((state.data?.workers ?? []).length > 0 ? SEEN_MS : WAITING_MS),
  });
  const pollers = queue.data?.pollers ?? [];
  const running = (workers.data?.workers ?? []).filter(({ status }) => status !== "WORKER_STATUS_SHUTDOWN");
  const error = queue.error ?? workers.error;
  return {
    isKnown: queue.data !== undefined,
    worker: seenWorker(pollers, running),
    count: Math.max(pollers.length, running.length),
    error: error instanceof Problem ? error : undefined,
  };
}

function seenWorker(
  [poller]: readonly Message<"temporal.api.taskqueue.v1.PollerInfo">[],
  running: readonly Message<"temporal.api.worker.v1.WorkerListInfo">[],
): SeenWorker | undefined {
  const told = running.find(({ workerIdentity }) => workerIdentity === poller?.identity) ?? running[0];
  if (poller === undefined && told === undefined) return undefined;
  return {
    identity: poller?.identity ?? told?.workerIdentity ?? "",
    taskQueue: poller === undefined ? (told?.taskQueue ?? "") : FIRST_TASK_QUEUE,
    sdk: [told?.sdkName ?? "", told?.sdkVersion ?? ""].join(" ").trim(),
    lastSeenAt: poller?.lastAccessTime,
  };
}
