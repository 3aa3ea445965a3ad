// Takes back tasks that were started for a poller whose call ended before the answer was written: nobody can have them,
// so the next worker gets them now, not after their timeouts.
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { commit } from "../executions/transact.ts";
import type { StartedAttempt } from "../activity/index.ts";
import type { LiveActivity } from "../standalone/index.ts";
import type { StartedActivity, StartedWorkflowTask } from "../workflow/index.ts";
import { isStale } from "./stale.ts";

const MESSAGE = "The worker was gone before it got the task.";

export async function takeBackWorkflowTask(
  engine: Engine,
  execution: LiveExecution,
  task: StartedWorkflowTask,
): Promise<void> {
  const { scheduledEventId, startedEventId, attempt, startedAt } = task;
  await unlessOver(
    commit(engine, execution, {
      kind: "failWorkflowTask",
      task: { scheduledEventId, startedEventId, attempt, startedAt },
      request: { failure: undelivered() },
    }),
  );
}

/** Its attempt is used up, as it would be by the timeout. */
export async function takeBackActivity(
  engine: Engine,
  execution: LiveExecution,
  task: StartedActivity,
): Promise<void> {
  const { scheduledEventId, attempt, startedAt } = task;
  await unlessOver(
    commit(engine, execution, {
      kind: "failActivity",
      activity: { scheduledEventId, attempt, startedAt },
      failure: undelivered(),
      lastHeartbeatDetails: undefined,
      identity: "",
    }),
  );
}

export async function takeBackStandaloneActivity(
  { activities }: Engine,
  execution: LiveActivity,
  { attempt, stamp }: StartedAttempt,
): Promise<void> {
  await unlessOver(
    activities.commit(execution, {
      kind: "fail",
      ref: { attempt, stamp },
      failure: undelivered(),
      lastHeartbeatDetails: undefined,
      identity: "",
    }),
  );
}

function undelivered(): { message: string; source: string; serverFailureInfo: { nonRetryable: boolean } } {
  return { message: MESSAGE, source: "Server", serverFailureInfo: { nonRetryable: false } };
}

/** The task may have ended while its answer was made. */
async function unlessOver(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!isStale(error)) throw error;
  }
}
