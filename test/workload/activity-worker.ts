// A worker for activities: it completes, fails, cancels, heartbeats, forgets, and answers late or twice.
import type { temporal } from "#contracts";
import { payloads } from "#harness/task-commands";
import type { Load } from "./load.ts";
import { repeat } from "./repeat.ts";
import { deploymentOf } from "./versions.ts";

export type ActivityTask = temporal.api.workflowservice.v1.IPollActivityTaskQueueResponse;

const POLL_DEADLINE_MS = 30_000;
const RETRY_MS = 200;
const HEARTBEATS_MAX = 3;

/** Version 0: none. */
export async function runActivityWorker(load: Load, name: string, version = 0): Promise<void> {
  const taskQueue = { name: load.taskQueue };
  const request = { namespace: load.namespace, taskQueue, identity: name, ...deploymentOf(version) };
  while (!load.isOver) {
    try {
      const task = await load.caller.call<ActivityTask>("PollActivityTaskQueue", request, {
        deadlineMs: POLL_DEADLINE_MS,
        signal: load.over.signal,
      });
      if ((task.taskToken?.length ?? 0) > 0) await workOnActivity(load, task);
    } catch {
      // The cell is away, or the load is over: a worker polls again.
      await load.pause(RETRY_MS);
    }
  }
}

export async function workOnActivity(load: Load, task: ActivityTask): Promise<void> {
  const { random, settings } = load;
  if (!load.isEnding && settings.forgetsOneIn > 0 && random.oneIn(settings.forgetsOneIn)) return;
  await load.work();
  for (let count = random.oneIn(3) ? random.below(HEARTBEATS_MAX) : 0; count > 0; count -= 1) {
    await answer(load, task, {
      kind: "heartbeat",
      name: "RecordActivityTaskHeartbeat",
      more: { details: payloads(count) },
    });
    await load.work();
  }
  if (load.isEnding || !random.oneIn(4)) {
    const more = { result: payloads("done") };
    return answer(load, task, { kind: "completeActivity", name: "RespondActivityTaskCompleted", more });
  }
  if (random.oneIn(4)) {
    return answer(load, task, { kind: "cancelActivity", name: "RespondActivityTaskCanceled", more: {} });
  }
  const failure = { message: "x", applicationFailureInfo: { type: "E", nonRetryable: random.oneIn(3) } };
  return answer(load, task, { kind: "failActivity", name: "RespondActivityTaskFailed", more: { failure } });
}

interface Answer {
  kind: "heartbeat" | "completeActivity" | "cancelActivity" | "failActivity";
  name: string;
  more: object;
}

async function answer(load: Load, task: ActivityTask, { kind, name, more }: Answer): Promise<void> {
  const act = load.journal.open(kind, {
    workflowId: task.workflowExecution?.workflowId ?? "",
    runId: task.workflowExecution?.runId ?? "",
  });
  const request = { namespace: load.namespace, taskToken: task.taskToken, identity: act.id, ...more };
  await repeat(load, act, { name, request });
}
