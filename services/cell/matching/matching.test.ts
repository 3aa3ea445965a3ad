// Offers meet pollers: in order, once, and never lost to a poller that is gone.
import { describe, expect, it, vi } from "vitest";
import { systemClock } from "#shared/clock";
import { Fifo } from "./fifo.ts";
import { Matching } from "./matching.ts";
import type { QueueName, TaskOffer } from "./task.ts";

const QUEUE: QueueName = { namespaceId: "n", type: "workflow", name: "q" };

function task(number: number): TaskOffer {
  const run = { namespaceId: "n", workflowId: "w", runId: "r" };
  return { kind: "workflow", run, scheduledEventId: number, attempt: 1, scheduledAt: 0 };
}

function poll(matching: Matching, signal = new AbortController().signal): Promise<TaskOffer | undefined> {
  return matching.poll(QUEUE, { identity: "p", timeoutMs: 60_000, signal });
}

describe("Matching", () => {
  it("gives waiting tasks in order, then lets pollers wait in order", async () => {
    const matching = new Matching(systemClock);
    for (const number of [1, 2]) matching.offer(QUEUE, task(number));
    expect(await poll(matching)).toMatchObject({ scheduledEventId: 1 });
    expect(await poll(matching)).toMatchObject({ scheduledEventId: 2 });
    const waiting = [poll(matching), poll(matching)];
    for (const number of [3, 4]) matching.offer(QUEUE, task(number));
    expect(await Promise.all(waiting)).toMatchObject([{ scheduledEventId: 3 }, { scheduledEventId: 4 }]);
    matching.stop();
  });

  it("passes over a poller that is gone", async () => {
    const matching = new Matching(systemClock);
    const gone = new AbortController();
    const first = poll(matching, gone.signal);
    const second = poll(matching);
    gone.abort();
    matching.offer(QUEUE, task(1));
    expect(await first).toBeUndefined();
    expect(await second).toMatchObject({ scheduledEventId: 1 });
    expect(matching.queue(QUEUE).waitingPollers).toBe(0);
    matching.stop();
  });

  it("answers empty when the time is over", async () => {
    vi.useFakeTimers();
    const matching = new Matching(systemClock);
    const waiting = poll(matching);
    vi.advanceTimersByTime(60_001);
    expect(await waiting).toBeUndefined();
    matching.offer(QUEUE, task(1));
    expect(matching.queue(QUEUE).tasks.length).toBe(1);
    matching.stop();
    vi.useRealTimers();
  });

  it("forgets that a sticky queue is served when its worker goes", () => {
    const matching = new Matching(systemClock);
    void poll(matching);
    const queue = matching.queue(QUEUE);
    expect(queue.isServed).toBe(true);
    queue.close();
    expect(queue.isServed).toBe(false);
    matching.stop();
  });
});

describe("Fifo", () => {
  it("keeps order through pushes to both ends and compaction", () => {
    const fifo = new Fifo<number>();
    for (let number = 0; number < 5_000; number += 1) fifo.push(number);
    for (let number = 0; number < 4_000; number += 1) expect(fifo.shift()).toBe(number);
    fifo.pushFront(3_999);
    expect(fifo.length).toBe(1_001);
    for (let number = 3_999; number < 5_000; number += 1) expect(fifo.shift()).toBe(number);
    expect(fifo.shift()).toBeUndefined();
  });
});
