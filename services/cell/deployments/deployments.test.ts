// What becomes of a deployment when workers poll, when its routing changes and when its versions are done with.
import { expect, test } from "vitest";
import { temporal } from "#contracts";
import { deleteVersion } from "./delete-version.ts";
import { newDeployment, type Deployment } from "./deployment.ts";
import { recordCount, reactivate } from "./drainage.ts";
import { LIMITS } from "./limits.ts";
import { registerWorker } from "./register-worker.ts";
import type { RoutingChange } from "./routing-change.ts";
import { setCurrentVersion } from "./set-current-version.ts";
import { setRampingVersion } from "./set-ramping-version.ts";

const { WorkerDeploymentVersionStatus: Status } = temporal.api.enums.v1;
const nobodyPolls = { hasPollers: () => false };

function change(now: number): RoutingChange {
  return {
    now,
    identity: "operator",
    conflictToken: undefined,
    ignoresMissingTaskQueues: false,
    allowsNoPollers: false,
    isNeeded: () => true,
    ...nobodyPolls,
  };
}

function polled(deployment: Deployment, buildId: string, taskQueue = "orders", now = 1): Deployment {
  return registerWorker(deployment, {
    now,
    buildId,
    taskQueue: { name: taskQueue, type: "workflow" },
    ...nobodyPolls,
  });
}

function shop(...buildIds: string[]): Deployment {
  const empty = newDeployment("n", "shop", { now: 1, requestId: "", identity: "" });
  return buildIds.reduce(
    (deployment, buildId, index) => polled(deployment, buildId, "orders", index + 1),
    empty,
  );
}

function statusOf(deployment: Deployment, buildId: string): number | undefined {
  return deployment.versions.get(buildId)?.status;
}

test("a poll of a worker that is known changes nothing", () => {
  const deployment = shop("1");
  expect(polled(deployment, "1")).toBe(deployment);
  expect(statusOf(deployment, "1")).toBe(Status.WORKER_DEPLOYMENT_VERSION_STATUS_INACTIVE);
});

test("the version that was current drains, is drained when nothing is pinned to it, and drains again when asked for", () => {
  const first = setCurrentVersion(shop("1", "2"), "shop:1", change(10));
  const second = setCurrentVersion(first, "shop:2", change(20));
  expect(statusOf(second, "1")).toBe(Status.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINING);
  const busy = recordCount(second, "1", { openWorkflows: 1, now: 30 });
  expect(busy.versions.get("1")?.drainage).toMatchObject({ changedAt: 20, checkedAt: 30 });
  const drained = recordCount(busy, "1", { openWorkflows: 0, now: 40 });
  expect(statusOf(drained, "1")).toBe(Status.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINED);
  expect(recordCount(drained, "1", { openWorkflows: 5, now: 50 })).toBe(drained);
  expect(statusOf(reactivate(drained, "1", 60), "1")).toBe(Status.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINING);
  const again = setCurrentVersion(drained, "shop:1", change(70));
  expect(again.versions.get("1")).toMatchObject({
    status: Status.WORKER_DEPLOYMENT_VERSION_STATUS_CURRENT,
    drainage: undefined,
    firstActivatedAt: 10,
  });
});

test("each change raises the revision, and one that changes nothing does not", () => {
  const first = setCurrentVersion(shop("1", "2"), "shop:1", change(10));
  expect(setCurrentVersion(first, "shop:1", change(20))).toBe(first);
  const ramp = setRampingVersion(first, { version: "shop:2", percentage: 5 }, change(30));
  const more = setRampingVersion(ramp, { version: "shop:2", percentage: 50 }, change(40));
  expect(more.routing).toMatchObject({ revision: 3, rampingChangedAt: 30, rampPercentageChangedAt: 40 });
  const promoted = setCurrentVersion(more, "shop:2", change(50));
  expect(promoted.routing).toMatchObject({ current: "shop:2", ramping: undefined, rampPercentage: 0 });
  expect(statusOf(promoted, "2")).toBe(Status.WORKER_DEPLOYMENT_VERSION_STATUS_CURRENT);
});

test("a version that lacks a busy task queue of the current one does not take over", () => {
  const current = setCurrentVersion(polled(shop("1", "2"), "1", "mail"), "shop:1", change(10));
  expect(() => setCurrentVersion(current, "shop:2", change(20))).toThrow("missing active task queues");
  const idle = { ...change(20), isNeeded: () => false };
  expect(setCurrentVersion(current, "shop:2", idle).routing.current).toBe("shop:2");
});

test("at the limit the oldest version that nobody needs gives way, and when all are needed none is added", () => {
  const full = shop(...Array.from({ length: LIMITS.versionsMax }, (_, index) => `v${String(index)}`));
  const current = setCurrentVersion(full, "shop:v0", change(1_000));
  const added = polled(current, "new");
  expect(added.versions.size).toBe(LIMITS.versionsMax);
  expect(added.versions.has("v0")).toBe(true);
  expect(added.versions.has("v1")).toBe(false);
  const needed = { now: 2_000, buildId: "newer", hasPollers: () => true };
  const taskQueue = { name: "orders", type: "workflow" as const };
  expect(() => registerWorker(added, { ...needed, taskQueue })).toThrow("maximum number of versions");
});

test("a version has a limited number of task queues, of which one name counts once", () => {
  let deployment = shop("1");
  for (let index = 1; index < LIMITS.versionTaskQueuesMax; index += 1) {
    deployment = polled(deployment, "1", `queue-${String(index)}`);
  }
  expect(() => polled(deployment, "1", "one too many")).toThrow("maximum number of task queues");
});

test("a version is not deleted while it takes work, drains or is polled", () => {
  const first = setCurrentVersion(shop("1", "2"), "shop:1", change(10));
  const deletion = { buildId: "1", identity: "operator", skipsDrainage: false, ...nobodyPolls };
  expect(() => deleteVersion(first, deletion)).toThrow("current or ramping");
  const second = setCurrentVersion(first, "shop:2", change(20));
  expect(() => deleteVersion(second, deletion)).toThrow("draining");
  const forced = { ...deletion, skipsDrainage: true };
  expect(() => deleteVersion(second, { ...forced, hasPollers: () => true })).toThrow("active pollers");
  expect(deleteVersion(second, forced).versions.has("1")).toBe(false);
});
