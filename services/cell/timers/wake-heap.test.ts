// The heap fires in order of time, once, and follows moved and removed wake-ups.
import { describe, expect, it, vi } from "vitest";
import { WakeHeap } from "./wake-heap.ts";

const clock = { now: () => Date.now(), monotonic: () => performance.now() };

function heap(): { heap: WakeHeap<string>; fired: string[] } {
  const fired: string[] = [];
  return { heap: new WakeHeap<string>(clock, (value) => fired.push(value)), fired };
}

describe("WakeHeap", () => {
  it("fires in order of time, whatever the order of setting", () => {
    vi.useFakeTimers();
    const { heap: wakes, fired } = heap();
    const times = [70, 10, 50, 30, 20, 60, 40];
    for (const time of times) wakes.set(String(time), String(time), Date.now() + time);
    vi.advanceTimersByTime(45);
    expect(fired).toEqual(["10", "20", "30", "40"]);
    vi.advanceTimersByTime(100);
    expect(fired).toEqual(["10", "20", "30", "40", "50", "60", "70"]);
    vi.useRealTimers();
  });

  it("moves and removes", () => {
    vi.useFakeTimers();
    const { heap: wakes, fired } = heap();
    wakes.set("a", "a", Date.now() + 10);
    wakes.set("b", "b", Date.now() + 20);
    wakes.set("c", "c", Date.now() + 30);
    wakes.set("a", "a", Date.now() + 40);
    wakes.set("b", "b", undefined);
    vi.advanceTimersByTime(100);
    expect(fired).toEqual(["c", "a"]);
    expect(wakes.size).toBe(0);
    vi.useRealTimers();
  });

  it("waits for a time that no timer of Node can hold", () => {
    vi.useFakeTimers();
    const { heap: wakes, fired } = heap();
    const years = 10 * 365 * 86_400_000;
    wakes.set("far", "far", Date.now() + years);
    vi.advanceTimersByTime(years - 1_000);
    expect(fired).toEqual([]);
    vi.advanceTimersByTime(2_000);
    expect(fired).toEqual(["far"]);
    vi.useRealTimers();
  });

  it("fires what a step of the clock has made due", () => {
    vi.useFakeTimers();
    const listeners: (() => void)[] = [];
    const stepped = { ...clock, onStepAhead: (listener: () => void) => void listeners.push(listener) };
    const fired: string[] = [];
    const wakes = new WakeHeap<string>(stepped, (value) => fired.push(value));
    wakes.set("hour", "hour", Date.now() + 3_600_000);
    vi.setSystemTime(Date.now() + 3_600_000);
    for (const listener of listeners) listener();
    vi.advanceTimersByTime(10);
    expect(fired).toEqual(["hour"]);
    vi.useRealTimers();
  });

  it("gives way to other work while a hundred thousand are due", async () => {
    const { heap: wakes, fired } = heap();
    const now = Date.now();
    for (let number = 0; number < 100_000; number += 1) wakes.set(String(number), String(number), now);
    let turns = 0;
    while (fired.length < 100_000 && turns < 10_000) {
      await new Promise((resolve) => setImmediate(resolve));
      turns += 1;
    }
    expect(fired).toHaveLength(100_000);
    expect(turns).toBeGreaterThan(50);
  });
});
