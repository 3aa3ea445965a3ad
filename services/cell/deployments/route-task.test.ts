// Where one task goes, for every way in which a run may be bound and a queue may be routed.
import { describe, expect, test } from "vitest";
import { temporal } from "#contracts";
import type { VersionDirective } from "../workflow/index.ts";
import { fingerprint32 } from "./fingerprint32.ts";
import { newDeployment, type RoutingConfig } from "./deployment.ts";
import { keepsSticky, routeOf, targetOf } from "./route-task.ts";
import { routingOf, type TaskQueueRouting } from "./routing.ts";

const { VERSIONING_BEHAVIOR_AUTO_UPGRADE, VERSIONING_BEHAVIOR_PINNED } =
  temporal.api.enums.v1.VersioningBehavior;
const { routing: NOTHING_SET } = newDeployment("n", "shop", { now: 1, requestId: "", identity: "" });

function config(changes: Partial<RoutingConfig>): RoutingConfig {
  return { ...NOTHING_SET, ...changes };
}

function queueOf(changes: Partial<RoutingConfig>, versions = ["shop:1", "shop:2"]): TaskQueueRouting {
  const routing = routingOf([{ routing: config(changes), versions }]);
  if (routing === undefined) throw new Error("the queue has no versions");
  return routing;
}

function bound(behavior: number, version: string, more: Partial<VersionDirective> = {}) {
  return { workflowId: "order", directive: { behavior, version, revision: 0, usesRamping: false, ...more } };
}

const free = { workflowId: "order", directive: undefined };
const first = { current: "shop:1", currentChangedAt: 10, revision: 1 };
const second = { current: "shop:2", currentChangedAt: 20, revision: 2 };

describe("a task queue's routing", () => {
  test("there is none without versions", () => {
    expect(routingOf([{ routing: config(first), versions: [] }])).toBeUndefined();
  });

  test("of several deployments the one that sends work to a version wins, then the one that changed last", () => {
    const old = { routing: config(first), versions: ["shop:1"] };
    const other = {
      routing: config({ ...first, current: "mall:1", currentChangedAt: 30 }),
      versions: ["mall:1"],
    };
    const unset = { routing: config({ currentChangedAt: 40 }), versions: ["den:1"] };
    expect(routingOf([old, other, unset])?.current).toBe("mall:1");
    expect(routingOf([old, unset])?.current).toBe("shop:1");
  });

  test("a version that the queue is not part of gets nothing of it", () => {
    expect(queueOf(second, ["shop:1"]).current).toBe("");
  });
});

describe("new work", () => {
  test("goes to the current version, and by the hash of the workflow's id to the ramping one", () => {
    const ramp = { ...first, ramping: "shop:2", rampingChangedAt: 20, rampPercentageChangedAt: 20 };
    const share = (rampPercentage: number): number => {
      const routing = queueOf({ ...ramp, rampPercentage });
      const ids = Array.from({ length: 1_000 }, (_, index) => `order-${String(index)}`);
      return ids.filter((id) => targetOf(routing, id).version === "shop:2").length;
    };
    expect(share(0)).toBe(0);
    expect(share(100)).toBe(1_000);
    expect(share(30)).toBeGreaterThan(250);
    expect(share(30)).toBeLessThan(350);
    const place = (100 * fingerprint32("order")) / 2 ** 32;
    expect(targetOf(queueOf({ ...ramp, rampPercentage: place }), "order").version).toBe("shop:2");
    expect(targetOf(queueOf({ ...ramp, rampPercentage: place - 0.01 }), "order").version).toBe("shop:1");
  });

  test("a ramp to workers without a version takes its share as well", () => {
    const ramp = { ...first, ramping: "", rampPercentage: 100, rampPercentageChangedAt: 20 };
    expect(routeOf(free, queueOf(ramp), "workflow").version).toBe("");
  });

  test("a run that asked for the ramping version gets it whatever its share", () => {
    const ramp = { ...first, ramping: "shop:2", rampPercentage: 1, rampPercentageChangedAt: 20 };
    const task = bound(VERSIONING_BEHAVIOR_AUTO_UPGRADE, "shop:1", { usesRamping: true });
    expect(routeOf(task, queueOf(ramp), "workflow").version).toBe("shop:2");
    expect(routeOf(task, queueOf(first), "workflow").version).toBe("shop:1");
  });
});

describe("a run with a version", () => {
  test("stays when it is pinned, also where its queue knows nothing of the version", () => {
    const task = bound(VERSIONING_BEHAVIOR_PINNED, "shop:1");
    expect(routeOf(task, queueOf(second), "workflow")).toMatchObject({
      version: "shop:1",
      target: { version: "shop:2", revision: 2 },
    });
    expect(routeOf(task, undefined, "workflow").version).toBe("shop:1");
  });

  test("its activities stay where its version polls for them, and go where their queue says elsewhere", () => {
    const task = bound(VERSIONING_BEHAVIOR_PINNED, "shop:1");
    expect(routeOf(task, queueOf(second), "activity").version).toBe("shop:1");
    const other = queueOf({ ...first, current: "mall:1" }, ["mall:1"]);
    expect(routeOf(task, other, "activity").version).toBe("mall:1");
    expect(routeOf(task, undefined, "activity").version).toBe("");
  });

  test("moves when it may, but not back to a routing older than the one that moved it", () => {
    const moved = bound(VERSIONING_BEHAVIOR_AUTO_UPGRADE, "shop:2", { revision: 2 });
    expect(routeOf(moved, queueOf(first), "workflow").version).toBe("shop:2");
    expect(routeOf(moved, queueOf({ ...first, revision: 3 }), "workflow").version).toBe("shop:1");
    const elsewhere = queueOf({ ...first, current: "mall:1" }, ["mall:1"]);
    expect(routeOf(moved, elsewhere, "workflow").version).toBe("mall:1");
    expect(routeOf(moved, undefined, "workflow").version).toBe("");
  });

  test("leaves its worker's own queue when it is sent to other workers", () => {
    expect(keepsSticky(bound(VERSIONING_BEHAVIOR_PINNED, "shop:1"), queueOf(second))).toBe(true);
    const moving = bound(VERSIONING_BEHAVIOR_AUTO_UPGRADE, "shop:1");
    expect(keepsSticky(moving, queueOf(first))).toBe(true);
    expect(keepsSticky(moving, queueOf(second))).toBe(false);
    expect(keepsSticky(free, queueOf(first))).toBe(false);
    expect(keepsSticky(free, undefined)).toBe(true);
  });
});
