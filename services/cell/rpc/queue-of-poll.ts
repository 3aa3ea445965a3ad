// Which queue a poll waits at: that of its worker's version, which is known from its first poll on.
import { temporal } from "#contracts";
import { registerPoller } from "../deployments/index.ts";
import type { Engine } from "../engine.ts";
import type { QueueName } from "../matching/task.ts";
import type { VersionName } from "../workflow/index.ts";
import { versionOfPoll, type Poll } from "./poller.ts";

const { TASK_QUEUE_KIND_STICKY } = temporal.api.enums.v1.TaskQueueKind;

/** Errors: INVALID_ARGUMENT, RESOURCE_EXHAUSTED, UNAVAILABLE. */
export async function queueOfPoll(
  engine: Engine,
  polled: QueueName,
  poll: Poll,
): Promise<{ queue: QueueName; version: VersionName }> {
  const version = versionOfPoll(poll);
  if (version === "") return { queue: polled, version };
  const { namespaceId, type } = polled;
  const isSticky = poll.taskQueue?.kind === TASK_QUEUE_KIND_STICKY;
  const name = isSticky ? (poll.taskQueue?.normalName ?? "") : polled.name;
  await registerPoller(engine, namespaceId, { version, taskQueue: { name, type } });
  // A worker's own queue is of its version already.
  return { queue: isSticky ? polled : { ...polled, version }, version };
}
