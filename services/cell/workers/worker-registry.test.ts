// Which workers are known: the latest heartbeat of each, until it goes, falls silent or has to make room.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { temporal } from "#contracts";
import { systemClock } from "#shared/clock";
import { WorkerRegistry, type WorkerHeartbeat } from "./worker-registry.ts";

const { WorkerStatus } = temporal.api.enums.v1;
const all = (): boolean => true;

let registry: WorkerRegistry;

beforeEach(() => {
  vi.useFakeTimers();
  registry = new WorkerRegistry(systemClock);
});

afterEach(() => {
  registry.stop();
  vi.useRealTimers();
});

function heartbeat(workerInstanceKey: string, more: WorkerHeartbeat = {}): WorkerHeartbeat {
  return { workerInstanceKey, taskQueue: "q", status: WorkerStatus.WORKER_STATUS_RUNNING, ...more };
}

const keys = (namespaceId = "n"): (string | null | undefined)[] =>
  registry.list(namespaceId, all).map(({ workerInstanceKey }) => workerInstanceKey);

describe("WorkerRegistry", () => {
  it("keeps the latest heartbeat of each worker of a namespace, and forgets one that goes", () => {
    registry.record("n", [heartbeat("b"), heartbeat("a")]);
    registry.record("other", [heartbeat("c")]);
    registry.record("n", [heartbeat("a", { workerIdentity: "newer" })]);
    expect(keys()).toEqual(["a", "b"]);
    expect(registry.find("n", "a")?.workerIdentity).toBe("newer");
    expect(registry.find("n", "c")).toBeUndefined();
    registry.record("n", [heartbeat("a", { status: WorkerStatus.WORKER_STATUS_SHUTDOWN })]);
    expect(keys()).toEqual(["b"]);
    registry.forgetNamespace("n");
    expect(keys()).toEqual([]);
    expect(keys("other")).toEqual(["c"]);
  });

  it("forgets workers that were silent for five minutes", () => {
    registry.record("n", [heartbeat("silent"), heartbeat("alive")]);
    vi.advanceTimersByTime(4 * 60_000);
    registry.record("n", [heartbeat("alive")]);
    vi.advanceTimersByTime(3 * 60_000);
    expect(keys()).toEqual(["alive"]);
  });

  it("makes room for the newest workers of a namespace that has too many", () => {
    for (let number = 0; number < 25_000; number += 1000) {
      registry.record(
        "n",
        Array.from({ length: 1_000 }, (_, index) => heartbeat(`w${String(number + index).padStart(5, "0")}`)),
      );
    }
    registry.record("other", [heartbeat("w")]);
    expect(keys().length).toBeLessThanOrEqual(10_000);
    expect(keys().length).toBeGreaterThan(8_000);
    expect(keys().at(-1)).toBe("w24999");
    expect(keys("other")).toEqual(["w"]);
  });

  it("makes room when the heartbeats of a namespace are too large in all", () => {
    const large = "x".repeat(60_000);
    for (let number = 0; number < 1_000; number += 1) {
      registry.record("n", [heartbeat(`w${String(number).padStart(4, "0")}`, { workerIdentity: large })]);
    }
    expect(keys().length).toBeLessThanOrEqual(560);
    expect(keys().at(-1)).toBe("w0999");
  });

  it("refuses heartbeats without a key, too large ones and too many at once, and records none of them", () => {
    const refused = (heartbeats: WorkerHeartbeat[], words: RegExp): void => {
      expect(() => registry.record("n", heartbeats)).toThrow(words);
    };
    refused([heartbeat("a"), heartbeat("")], /WorkerInstanceKey is not set/);
    refused([heartbeat("a"), heartbeat("k".repeat(1_001))], /WorkerInstanceKey length exceeds limit/);
    refused([heartbeat("a", { workerIdentity: "x".repeat(70_000) })], /exceeds size limit/);
    refused(
      Array.from({ length: 1_001 }, () => heartbeat("a")),
      /At most 1000 heartbeats/,
    );
    expect(keys()).toEqual([]);
  });
});
