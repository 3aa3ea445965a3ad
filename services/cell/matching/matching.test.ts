// Offers meet polls: in order, once, and never lost to a poll that is gone.
import { setMaxListeners } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { systemClock } from "#shared/clock";
import { Fifo } from "./fifo.ts";
import { Matching } from "./matching.ts";
import type { QueueName, TaskOffer } from "./task.ts";
import type { PollRequest } from "./task-queue.ts";

const QUEUE: QueueName = { namespaceId: "n", type: "activity", name: "q" };
const NO_WEIGHTS = new Map<string, number>();

function task(number: number, runId = "r"): TaskOffer {
  const run = { namespaceId: "n", workflowId: "w", runId };
  return { kind: "activity", run, scheduledEventId: number, attempt: 1, stamp: 0, scheduledAt: 0 };
}

async function poll(matching: Matching, request: Partial<PollRequest> = {}): Promise<TaskOffer | undefined> {
  const signal = new AbortController().signal;
  const dispatch = await matching.poll(QUEUE, { identity: "p", timeoutMs: 60_000, signal, ...request });
  return dispatch?.task;
}

describe("Matching", () => {
  it("gives waiting tasks in order, then lets polls wait in order", async () => {
    const matching = new Matching(systemClock);
    for (const number of [1, 2]) matching.offer(QUEUE, task(number));
    expect(await poll(matching)).toMatchObject({ scheduledEventId: 1 });
    expect(await poll(matching)).toMatchObject({ scheduledEventId: 2 });
    const waiting = [poll(matching), poll(matching)];
    for (const number of [3, 4]) matching.offer(QUEUE, task(number));
    expect(await Promise.all(waiting)).toMatchObject([{ scheduledEventId: 3 }, { scheduledEventId: 4 }]);
    matching.stop();
  });

  it("passes over a poll that is gone", async () => {
    const matching = new Matching(systemClock);
    const gone = new AbortController();
    const first = poll(matching, { signal: gone.signal });
    const second = poll(matching);
    gone.abort();
    matching.offer(QUEUE, task(1));
    expect(await first).toBeUndefined();
    expect(await second).toMatchObject({ scheduledEventId: 1 });
    expect(matching.queue(QUEUE).waitingPolls).toBe(0);
    matching.stop();
  });

  it("answers empty when the time is over", async () => {
    vi.useFakeTimers();
    const matching = new Matching(systemClock);
    const waiting = poll(matching);
    vi.advanceTimersByTime(60_001);
    expect(await waiting).toBeUndefined();
    matching.offer(QUEUE, task(1));
    expect(matching.queue(QUEUE).backlogCount).toBe(1);
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

  it("ends the polls of one worker process and of no other", async () => {
    const matching = new Matching(systemClock);
    const going = [poll(matching, { workerInstanceKey: "a" }), poll(matching, { workerInstanceKey: "a" })];
    const staying = poll(matching, { workerInstanceKey: "b" });
    matching.queue(QUEUE).endPollsOf("a");
    expect(await Promise.all(going)).toEqual([undefined, undefined]);
    matching.offer(QUEUE, task(1));
    expect(await staying).toMatchObject({ scheduledEventId: 1 });
    matching.stop();
  });

  it("withdraws the tasks of a run that are over, and only those", async () => {
    const matching = new Matching(systemClock);
    for (const number of [1, 2, 3]) {
      matching.offer(QUEUE, task(number, "one"));
      matching.offer(QUEUE, task(number, "two"));
    }
    matching.review("one", (waiting) => waiting.kind === "activity" && waiting.scheduledEventId === 2);
    expect(matching.queue(QUEUE).backlogCount).toBe(4);
    const taken: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      const next = await poll(matching);
      if (next?.kind === "activity") taken.push(`${next.run.runId}${String(next.scheduledEventId)}`);
    }
    expect(taken).toEqual(["two1", "one2", "two2", "two3"]);
    matching.review("two", () => false);
    expect(matching.queue(QUEUE).isIdle).toBe(true);
    matching.stop();
  });

  it("hands a task that was given back to the next poll, before all others", async () => {
    const matching = new Matching(systemClock);
    for (const number of [1, 2]) matching.offer(QUEUE, task(number));
    const first = await poll(matching);
    if (first !== undefined) matching.queue(QUEUE).giveBack(first);
    expect(await poll(matching)).toMatchObject({ scheduledEventId: 1 });
    matching.stop();
  });

  it("keeps nothing of ten thousand polls that came and went beside one that stays", async () => {
    const matching = new Matching(systemClock);
    const staying = poll(matching, { identity: "stays" });
    for (let round = 0; round < 10; round += 1) {
      const gone = new AbortController();
      setMaxListeners(0, gone.signal);
      const polls = Array.from({ length: 1_000 }, (_, index) =>
        poll(matching, { identity: `${String(round)}-${String(index)}`, signal: gone.signal }),
      );
      gone.abort();
      expect((await Promise.all(polls)).every((task) => task === undefined)).toBe(true);
    }
    const queue = matching.queue(QUEUE);
    expect(queue.waitingPolls).toBe(1);
    expect(queue.history.size).toBeLessThanOrEqual(1_000);
    matching.offer(QUEUE, task(1));
    expect(await staying).toMatchObject({ scheduledEventId: 1 });
    matching.stop();
  });

  it("hands a task over only to a poll that waits, and never past one that came before", async () => {
    const matching = new Matching(systemClock);
    expect(matching.handOver(QUEUE, task(1))).toBe(false);
    expect(matching.find(QUEUE)).toBeUndefined();
    const waiting = poll(matching);
    expect(matching.handOver(QUEUE, task(2))).toBe(true);
    expect(matching.handOver(QUEUE, task(3))).toBe(false);
    expect(await waiting).toMatchObject({ scheduledEventId: 2 });

    matching.queue(QUEUE).setRules({ tasksPerSecond: 0, weights: NO_WEIGHTS });
    const held = poll(matching, { timeoutMs: 1 });
    expect(matching.handOver(QUEUE, task(4))).toBe(false);
    expect(await held).toBeUndefined();
    matching.stop();
  });

  it("keeps tasks and polls apart while a limit holds, and brings them together in time", async () => {
    vi.useFakeTimers();
    const matching = new Matching(systemClock);
    const queue = matching.queue(QUEUE);
    queue.setRules({ tasksPerSecond: 0, weights: NO_WEIGHTS });
    const taken: number[] = [];
    for (let count = 0; count < 10; count += 1) {
      void poll(matching).then((next) => next?.kind === "activity" && taken.push(next.scheduledEventId));
    }
    for (let number = 1; number <= 10; number += 1) matching.offer(QUEUE, task(number));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(taken).toEqual([]);
    expect(queue.stats().isLimiting).toBe(true);
    queue.setRules({ tasksPerSecond: 1, weights: NO_WEIGHTS });
    await vi.advanceTimersByTimeAsync(3_500);
    expect(taken.length).toBeGreaterThanOrEqual(3);
    expect(taken.length).toBeLessThanOrEqual(5);
    queue.setRules({ weights: NO_WEIGHTS });
    await vi.advanceTimersByTimeAsync(1);
    expect(taken).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    matching.stop();
    vi.useRealTimers();
  });

  it("follows the rate that the latest poll asks for", async () => {
    const matching = new Matching(systemClock);
    for (let number = 1; number <= 10; number += 1) matching.offer(QUEUE, task(number));
    const taken: (TaskOffer | undefined)[] = [];
    for (let count = 0; count < 6; count += 1) {
      taken.push(await poll(matching, { tasksPerSecond: 2, timeoutMs: 0 }));
    }
    expect(taken.filter((one) => one !== undefined).length).toBeLessThanOrEqual(5);
    expect(taken[0]).toBeDefined();
    expect(await poll(matching, { timeoutMs: 0 })).toBeDefined();
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
