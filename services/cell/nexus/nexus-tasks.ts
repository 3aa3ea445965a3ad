// Nexus requests on their way to workers: each waits for one that polls and then for its answer, for a limited time. In
// memory only: after a crash callers ask again, and request ids make that harmless.
import type { temporal } from "#contracts";
import type { Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import type { Ids } from "#shared/ids";
import type { Matching } from "../matching/matching.ts";
import type { NexusTaskOffer, QueueName } from "../matching/task.ts";

type NexusRequest = temporal.api.nexus.v1.IRequest;

/** Requests that wait at one time; each may hold a payload. */
const WAITING_MAX = 10_000;

export type NexusTaskOutcome =
  | { kind: "answered"; response: temporal.api.nexus.v1.IResponse }
  | { kind: "failed"; failure: temporal.api.failure.v1.IFailure }
  /** As SDKs told it before there were failures for it. */
  | { kind: "handlerError"; error: temporal.api.nexus.v1.IHandlerError }
  | { kind: "timedOut" };

interface WaitingTask {
  /** Only a worker of this namespace may answer. */
  namespaceId: string;
  request: NexusRequest;
  /** Monotonic. */
  endsAt: number;
  isTaken: boolean;
  settle: (outcome: NexusTaskOutcome) => void;
}

export interface TakenTask {
  request: NexusRequest;
  remainingMs: number;
}

export class NexusTasks {
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #matching: Matching;
  readonly #stopping: AbortSignal;
  readonly #waiting = new Map<string, WaitingTask>();

  constructor(ports: { clock: Clock; ids: Ids; matching: Matching; stopping: AbortSignal }) {
    this.#clock = ports.clock;
    this.#ids = ports.ids;
    this.#matching = ports.matching;
    this.#stopping = ports.stopping;
  }

  /**
   * What a worker of the queue answers. `signal` aborts when nobody waits for it any more. Errors: RESOURCE_EXHAUSTED,
   * and the reason of what ends the wait: the signal, or the stop of the cell.
   */
  dispatch(
    name: QueueName,
    request: NexusRequest,
    { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal | undefined },
  ): Promise<NexusTaskOutcome> {
    if (this.#waiting.size >= WAITING_MAX) {
      throw new CloudError(
        "RESOURCE_EXHAUSTED",
        "Too many Nexus requests wait for workers. Try again later.",
      );
    }
    const signals = signal === undefined ? [this.#stopping] : [this.#stopping, signal];
    for (const each of signals) each.throwIfAborted();
    const taskId = this.#ids.uuid();
    const offer = this.#offerOf(name, taskId);
    return new Promise((resolve, reject) => {
      const forget = (): void => {
        // Nobody may poll the queue for days: what is out of time must not pile up in it.
        offer.waitsIn?.withdraw(offer);
        this.#waiting.delete(taskId);
        clearTimeout(timer);
        for (const each of signals) each.removeEventListener("abort", giveUp);
      };
      const settle = (outcome: NexusTaskOutcome): void => {
        forget();
        resolve(outcome);
      };
      const giveUp = (event: Event): void => {
        forget();
        // Only signals are listened to.
        const { reason } = event.target as AbortSignal;
        reject(reason instanceof Error ? reason : new Error("the call is over"));
      };
      const timer = setTimeout(() => settle({ kind: "timedOut" }), Math.max(0, timeoutMs));
      for (const each of signals) each.addEventListener("abort", giveUp, { once: true });
      const { namespaceId } = name;
      const endsAt = this.#clock.monotonic() + timeoutMs;
      this.#waiting.set(taskId, { namespaceId, request, endsAt, isTaken: false, settle });
      this.#matching.offer(name, offer);
    });
  }

  /** A worker has it; undefined when it is taken, answered or out of time. */
  take(taskId: string): TakenTask | undefined {
    const task = this.#waiting.get(taskId);
    if (task === undefined || task.isTaken) return undefined;
    task.isTaken = true;
    return { request: task.request, remainingMs: Math.max(0, task.endsAt - this.#clock.monotonic()) };
  }

  /** The worker was gone before it got the task: the next one gets it. */
  putBack(name: QueueName, offer: NexusTaskOffer): void {
    const task = this.#waiting.get(offer.taskId);
    if (task === undefined) return;
    task.isTaken = false;
    this.#matching.queue(name).giveBack(offer);
  }

  /** False when nobody in the namespace waits for it any more. */
  answer(taskId: string, namespaceId: string, outcome: NexusTaskOutcome): boolean {
    const task = this.#waiting.get(taskId);
    if (task?.namespaceId !== namespaceId || !task.isTaken) return false;
    task.settle(outcome);
    return true;
  }

  #offerOf({ namespaceId }: QueueName, taskId: string): NexusTaskOffer {
    const run = { namespaceId, workflowId: "", runId: taskId };
    return { kind: "nexus", taskId, run, scheduledAt: this.#clock.now() };
  }
}
