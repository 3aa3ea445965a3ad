// Keeps a task from getting lost when it cannot be started now: the store is away, not the task over.
import type { Engine } from "../engine.ts";
import type { QueueName, TaskOffer } from "../matching/task.ts";

/** What `start` answers. When it fails the task goes back to the head of its queue, once the store can be written again. */
export async function orGiveBack<Answer>(
  engine: Engine,
  { queue, task }: { queue: QueueName; task: TaskOffer },
  start: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await start();
  } catch (error) {
    // A task that was started in spite of the failure is refused when it comes up again.
    const giveBack = (): void => engine.matching.queue(queue).giveBack(task);
    const { recovery } = engine.journal;
    if (recovery === undefined) giveBack();
    else void recovery.then(giveBack, giveBack);
    throw error;
  }
}
