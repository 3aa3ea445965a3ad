// A handler of Nexus operations: it answers at once, refuses, or forgets what it took.
import type { temporal } from "#contracts";
import { repeat } from "./client.ts";
import type { Load } from "./load.ts";
import { NEXUS_QUEUE } from "./neighbour.ts";

type Task = temporal.api.workflowservice.v1.IPollNexusTaskQueueResponse;

const POLL_DEADLINE_MS = 30_000;
const RETRY_MS = 200;

export async function runNexusWorker(load: Load, name: string): Promise<void> {
  const request = { namespace: load.namespace, taskQueue: { name: NEXUS_QUEUE }, identity: name };
  while (!load.isOver) {
    try {
      const options = { deadlineMs: POLL_DEADLINE_MS, signal: load.over.signal };
      const task = await load.caller.call<Task>("PollNexusTaskQueue", request, options);
      if ((task.taskToken?.length ?? 0) > 0) await answer(load, task);
    } catch {
      // The cell is away, or the load is over: a worker polls again.
      await load.pause(RETRY_MS);
    }
  }
}

async function answer(load: Load, { taskToken, request: asked }: Task): Promise<void> {
  const { random, settings, namespace } = load;
  if (!load.isEnding && settings.forgetsOneIn > 0 && random.oneIn(settings.forgetsOneIn)) return;
  await load.work();
  const act = load.journal.open("other");
  if (!load.isEnding && random.oneIn(5)) {
    const error = { errorType: "UNAVAILABLE", failure: { message: "not now" } };
    const request = { namespace, taskToken, identity: act.id, error };
    return void (await repeat(load, act, { name: "RespondNexusTaskFailed", request }));
  }
  const response =
    asked?.cancelOperation == null ? { startOperation: { syncSuccess: {} } } : { cancelOperation: {} };
  const request = { namespace, taskToken, identity: act.id, response };
  await repeat(load, act, { name: "RespondNexusTaskCompleted", request });
}
