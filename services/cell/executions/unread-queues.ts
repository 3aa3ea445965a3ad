// The task queues whose stored tasks have not been read since the start of the cell. A queue is read when somebody first
// uses it, in pages and only as far ahead as its workers can take, so that a start costs a look for each queue and not
// one for each execution.
import { delay } from "#shared/clock";
import type { Engine } from "../engine.ts";
import { readPendingInQueue, readQueuesWithPending, type QueueOfRuns } from "../store/pending-queries.ts";
import { FIRST_UUID, readPages } from "../store/read-pages.ts";
import type { LiveExecution } from "./live-execution.ts";

const QUEUES_PER_READ_MAX = 1_000;
const RUNS_PER_READ_MAX = 500;
/** Reading pauses while so many tasks of the queue wait in memory. */
const WAITING_TASKS_MAX = 20_000;
const PAUSE_MS = 100;
const RETRY_MS = 500;
const TYPES = ["workflow", "activity"] as const;

interface UnreadQueue extends QueueOfRuns {
  /** Tasks of runs up to this one were offered. */
  readToRunId: string;
  firstPage: Promise<void> | undefined;
}

export class UnreadQueues {
  readonly #queues = new Map<string, UnreadQueue>();

  /** Learns which queues have stored tasks. */
  async start(engine: Engine): Promise<void> {
    const first = { after: { namespaceId: FIRST_UUID, taskQueue: "" }, rowsMax: QUEUES_PER_READ_MAX };
    for await (const queues of readPages((page) => readQueuesWithPending(engine.pool, page), first)) {
      for (const queue of queues) {
        this.#queues.set(keyOf(queue), { ...queue, readToRunId: FIRST_UUID, firstPage: undefined });
      }
    }
  }

  /**
   * Somebody uses the queue: what is stored for it comes. Resolves when the first of it is there, so that the tasks are
   * handed out by their priorities; never fails. Undefined when all has been read, which is nearly always.
   */
  use(engine: Engine, namespaceId: string, taskQueue: string): Promise<void> | undefined {
    if (this.#queues.size === 0) return undefined;
    const queue = this.#queues.get(keyOf({ namespaceId, taskQueue }));
    if (queue === undefined) return undefined;
    return (queue.firstPage ??= this.#read(engine, queue).catch(() => undefined));
  }

  /** Whether the tasks of an execution that was just loaded have not been offered since the start. */
  has({ state, storedPending }: LiveExecution): boolean {
    if (storedPending !== "ownQueue" || this.#queues.size === 0) return false;
    const queue = this.#queues.get(keyOf(state));
    return queue !== undefined && state.runId > queue.readToRunId;
  }

  async #read(engine: Engine, queue: UnreadQueue): Promise<void> {
    await this.#readPage(engine, queue);
    // The rest, in the background. What ends it is that the cell stops.
    const readRest = async (): Promise<void> => {
      while (this.#queues.get(keyOf(queue)) === queue) {
        if (waitingTasks(engine, queue) < WAITING_TASKS_MAX) await this.#readPage(engine, queue);
        else await delay(PAUSE_MS, engine.stopping);
      }
    };
    readRest().catch(() => undefined);
  }

  /** Loading an execution offers its tasks (see `has`). What is in memory already has offered its own. */
  async #readPage(engine: Engine, queue: UnreadQueue): Promise<void> {
    for (;;) {
      try {
        const page = { afterRunId: queue.readToRunId, rowsMax: RUNS_PER_READ_MAX };
        const runs = await readPendingInQueue(engine.pool, queue, page);
        await Promise.all(runs.map((run) => engine.executions.find(run)));
        queue.readToRunId = runs.at(-1)?.runId ?? queue.readToRunId;
        if (runs.length < RUNS_PER_READ_MAX) this.#queues.delete(keyOf(queue));
        return;
      } catch (error) {
        engine.log.warn({ err: error }, "the tasks of a queue could not be read; trying again");
        await delay(RETRY_MS, engine.stopping);
      }
    }
  }
}

function waitingTasks(engine: Engine, { namespaceId, taskQueue: name }: QueueOfRuns): number {
  let count = 0;
  for (const type of TYPES) {
    for (const queue of engine.matching.family({ namespaceId, type, name })) count += queue.backlogCount;
  }
  return count;
}

function keyOf({ namespaceId, taskQueue }: QueueOfRuns): string {
  return `${namespaceId}/${taskQueue}`;
}
