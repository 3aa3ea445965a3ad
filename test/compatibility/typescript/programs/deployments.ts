// Worker deployments: how they come into being, where they send new work, how they end.
import { randomUUID } from "node:crypto";
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import { expectGrpc, GRPC, msOf, type Program } from "./program.ts";
import { bytes, command, json } from "./raw-worker.ts";
import { ACTIVITY, AUTO_UPGRADE, PINNED, VersionedQueue, WORKFLOW } from "./versioned-queue.ts";

const { WorkerDeploymentVersionStatus: Status, VersionDrainageStatus } = temporal.api.enums.v1;
const STATUS_LIMIT_MS = 60_000;

function statusIs(queue: VersionedQueue, buildId: string, status: number): Promise<unknown> {
  return eventually(async () => (await queue.describeVersion(buildId)).status === status, {
    limitMs: STATUS_LIMIT_MS,
    what: `version ${buildId} ${Status[status] ?? ""}`,
  });
}

function manage(queue: VersionedQueue, identity: string, managerIdentity: string) {
  const { namespace, deployment: deploymentName } = queue;
  return queue.raw.setWorkerDeploymentManager({ namespace, deploymentName, identity, managerIdentity });
}

export const deploymentPrograms: readonly Program[] = [
  {
    title:
      "a worker with a version makes its deployment, its version and the version's task queues by polling",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      const { namespace, raw } = queue;
      await queue.register(["1", "2"], ["workflow", "activity"]);
      const info = await queue.describe();
      expect(info).toMatchObject({ name: queue.deployment, managerIdentity: "", lastModifierIdentity: "" });
      expect(info.versionSummaries?.map((one) => one.deploymentVersion?.buildId).sort()).toEqual(["1", "2"]);
      expect(info.routingConfig).toMatchObject({ currentVersion: "__unversioned__", rampingVersion: "" });
      const version = await queue.describeVersion("1");
      expect(version.status).toBe(Status.WORKER_DEPLOYMENT_VERSION_STATUS_INACTIVE);
      expect(version.deploymentVersion).toEqual(queue.version("1"));
      expect(version.taskQueueInfos?.map(({ name, type }) => [name, type]).sort()).toEqual([
        [queue.taskQueue, WORKFLOW],
        [queue.taskQueue, ACTIVITY],
      ]);
      const listed = await eventually(
        async () => {
          const { workerDeployments } = await raw.listWorkerDeployments({ namespace });
          return workerDeployments?.find(({ name }) => name === queue.deployment);
        },
        { limitMs: STATUS_LIMIT_MS, what: "the deployment in the list" },
      );
      expect(msOf(listed.createTime)).toBe(msOf(info.createTime));
      expect(listed.latestVersionSummary?.deploymentVersion?.deploymentName).toBe(queue.deployment);
    },
  },
  {
    title:
      "the current version takes over, the one before drains, and a token names the state that is changed",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.register(["1", "2"]);
      const first = await queue.setCurrent("1");
      expect(first.previousDeploymentVersion ?? null).toBeNull();
      expect(first.previousVersion).toBe("__unversioned__");
      const again = await queue.setCurrent("1");
      expect(again.previousDeploymentVersion).toEqual(queue.version("1"));
      expect(Buffer.from(bytes(again.conflictToken))).toEqual(Buffer.from(bytes(first.conflictToken)));
      const second = await queue.setCurrent("2", { conflictToken: bytes(first.conflictToken) });
      expect(second.previousVersion).toBe(`${queue.deployment}.1`);
      await expectGrpc(
        queue.setCurrent("1", { conflictToken: bytes(first.conflictToken) }),
        GRPC.FAILED_PRECONDITION,
        /conflict token mismatch/,
      );
      const { routingConfig, versionSummaries, lastModifierIdentity } = await queue.describe();
      expect(routingConfig?.currentDeploymentVersion).toEqual(queue.version("2"));
      expect(lastModifierIdentity).toBe("operator");
      const statuses = new Map(versionSummaries?.map((one) => [one.deploymentVersion?.buildId, one]));
      expect(statuses.get("2")?.status).toBe(Status.WORKER_DEPLOYMENT_VERSION_STATUS_CURRENT);
      expect(msOf(statuses.get("2")?.currentSinceTime)).toBe(msOf(routingConfig?.currentVersionChangedTime));
      await statusIs(queue, "1", Status.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINING);
      await statusIs(queue, "1", Status.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINED);
      const { drainageInfo } = await queue.describeVersion("1");
      expect(drainageInfo?.status).toBe(VersionDrainageStatus.VERSION_DRAINAGE_STATUS_DRAINED);
      expect(msOf(drainageInfo?.lastCheckedTime)).toBeGreaterThanOrEqual(msOf(drainageInfo?.lastChangedTime));
      await queue.setCurrent("");
      expect((await queue.describe()).routingConfig?.currentDeploymentVersion ?? null).toBeNull();
    },
  },
  {
    title: "a ramp is set, moved, ended, and ends by itself when its version becomes current",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.register(["1", "2"]);
      await queue.setCurrent("1");
      await expectGrpc(queue.ramp("1", 10), GRPC.FAILED_PRECONDITION, /is already current/);
      await expectGrpc(queue.ramp("2", 101), GRPC.INVALID_ARGUMENT, /Percentage must be between 0 and 100/);
      await expectGrpc(queue.ramp("2", -1), GRPC.INVALID_ARGUMENT, /Percentage must be between 0 and 100/);
      expect((await queue.ramp("2", 10)).previousDeploymentVersion ?? null).toBeNull();
      await statusIs(queue, "2", Status.WORKER_DEPLOYMENT_VERSION_STATUS_RAMPING);
      const before = (await queue.describe()).routingConfig;
      const moved = await queue.ramp("2", 60);
      expect(moved).toMatchObject({ previousPercentage: 10, previousVersion: `${queue.deployment}.2` });
      const after = (await queue.describe()).routingConfig;
      expect(after?.rampingVersionPercentage).toBe(60);
      expect(msOf(after?.rampingVersionChangedTime)).toBe(msOf(before?.rampingVersionChangedTime));
      expect(msOf(after?.rampingVersionPercentageChangedTime)).toBeGreaterThan(
        msOf(before?.rampingVersionPercentageChangedTime),
      );
      expect((await queue.ramp("", 20)).previousDeploymentVersion).toEqual(queue.version("2"));
      expect((await queue.describe()).routingConfig?.rampingVersion).toBe("__unversioned__");
      await statusIs(queue, "2", Status.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINING);
      await queue.ramp("", 0);
      expect((await queue.describe()).routingConfig?.rampingVersion).toBe("");
      await queue.ramp("2", 100);
      await queue.setCurrent("2");
      const ended = (await queue.describe()).routingConfig;
      expect(ended).toMatchObject({ rampingVersion: "", rampingVersionPercentage: 0 });
      expect(ended?.currentDeploymentVersion).toEqual(queue.version("2"));
    },
  },
  {
    title: "work is sent only to what is known, unless the caller says that pollers may come later",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      const missing = /no Worker Deployment found with name/;
      await expectGrpc(queue.setCurrent("1"), GRPC.NOT_FOUND, missing);
      await expectGrpc(queue.ramp("1", 5), GRPC.NOT_FOUND, missing);
      await expectGrpc(queue.describe(), GRPC.NOT_FOUND, missing);
      await expectGrpc(queue.describeVersion("1"), GRPC.NOT_FOUND, /Worker Deployment Version not found/);
      await queue.setCurrent("1", { allowNoPollers: true });
      await expectGrpc(queue.setCurrent("2"), GRPC.NOT_FOUND, /build ID '2' not found/);
      await queue.ramp("2", 5, { allowNoPollers: true });
      const { versionSummaries } = await queue.describe();
      expect(versionSummaries?.map((one) => [one.deploymentVersion?.buildId, one.status]).sort()).toEqual([
        ["1", Status.WORKER_DEPLOYMENT_VERSION_STATUS_CURRENT],
        ["2", Status.WORKER_DEPLOYMENT_VERSION_STATUS_RAMPING],
      ]);
      await expectGrpc(
        queue.setCurrent("1", { version: "another.1" }),
        GRPC.INVALID_ARGUMENT,
        /does not match deployment name/,
      );
      await expectGrpc(
        queue.setCurrent("1", { deploymentName: "" }),
        GRPC.INVALID_ARGUMENT,
        /cannot be empty/,
      );
    },
  },
  {
    title: "a version that lacks a busy task queue of the current one takes over only by force",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.register(["1"], ["workflow", "activity"]);
      await queue.register(["2"], ["activity"]);
      await queue.setCurrent("1");
      await queue.start();
      const refusal = /missing active task queues from the current version/;
      await eventually(
        () => expectGrpc(queue.setCurrent("2"), GRPC.FAILED_PRECONDITION, refusal).then(() => true),
        {
          limitMs: STATUS_LIMIT_MS,
          what: "the queue busy",
        },
      );
      await expectGrpc(queue.ramp("2", 5), GRPC.FAILED_PRECONDITION, refusal);
      await queue.setCurrent("2", { ignoreMissingTaskQueues: true });
      await queue.step("", 0, [command.complete()]);
    },
  },
  {
    title: "a deployment is made before its workers, once for each request id",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      const { namespace, raw, deployment: deploymentName } = queue;
      const request = { namespace, deploymentName, identity: "maker", requestId: randomUUID() };
      const made = await raw.createWorkerDeployment(request);
      expect(bytes((await raw.createWorkerDeployment(request)).conflictToken)).toEqual(
        bytes(made.conflictToken),
      );
      await expectGrpc(
        raw.createWorkerDeployment({ ...request, requestId: randomUUID() }),
        GRPC.ALREADY_EXISTS,
        /already exists/,
      );
      await expectGrpc(
        raw.createWorkerDeployment({ ...request, deploymentName: "" }),
        GRPC.INVALID_ARGUMENT,
        /deployment name cannot be empty/,
      );
      await expectGrpc(
        raw.createWorkerDeployment({ ...request, deploymentName: "a.b" }),
        GRPC.INVALID_ARGUMENT,
        /worker deployment name cannot contain '.'/,
      );
      const version = { namespace, deploymentVersion: queue.version("1"), identity: "maker", requestId: "v" };
      await raw.createWorkerDeploymentVersion(version);
      await raw.createWorkerDeploymentVersion(version);
      await expectGrpc(
        raw.createWorkerDeploymentVersion({ ...version, requestId: "w" }),
        GRPC.ALREADY_EXISTS,
        /already exists/,
      );
      await expectGrpc(
        raw.createWorkerDeploymentVersion({ ...version, deploymentVersion: { deploymentName } }),
        GRPC.INVALID_ARGUMENT,
        /build ID cannot be empty/,
      );
      const info = await queue.describeVersion("1");
      expect(info.status).toBe(Status.WORKER_DEPLOYMENT_VERSION_STATUS_CREATED);
      expect(info.lastModifierIdentity).toBe("maker");
      await queue.register(["1"]);
      await statusIs(queue, "1", Status.WORKER_DEPLOYMENT_VERSION_STATUS_INACTIVE);
    },
  },
  {
    title: "only the manager of a deployment routes its work and deletes its versions",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      const { namespace, raw, deployment: deploymentName } = queue;
      await queue.setCurrent("1", { allowNoPollers: true });
      await expectGrpc(manage(queue, "", "boss"), GRPC.INVALID_ARGUMENT, /Identity is required/);
      expect((await manage(queue, "operator", "boss")).previousManagerIdentity).toBe("");
      expect((await queue.describe()).managerIdentity).toBe("boss");
      const refusal = /ManagerIdentity 'boss' is set and does not match user identity 'operator'/;
      await expectGrpc(queue.setCurrent(""), GRPC.FAILED_PRECONDITION, refusal);
      await expectGrpc(queue.ramp("", 5), GRPC.FAILED_PRECONDITION, refusal);
      await queue.setCurrent("", { identity: "boss" });
      const self = { namespace, deploymentName, identity: "operator", self: true };
      expect((await raw.setWorkerDeploymentManager(self)).previousManagerIdentity).toBe("boss");
      await queue.ramp("1", 5);
      await expectGrpc(manage(new VersionedQueue(fixture), "operator", "boss"), GRPC.NOT_FOUND);
    },
  },
  {
    title: "the metadata of a version are put, replaced and removed",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      const { namespace, raw } = queue;
      await queue.setCurrent("1", { allowNoPollers: true });
      const request = { namespace, deploymentVersion: queue.version("1"), identity: "clerk" };
      const change = (upsertEntries: Record<string, unknown>, removeEntries: string[] = []) =>
        raw.updateWorkerDeploymentVersionMetadata({
          ...request,
          upsertEntries: Object.fromEntries(Object.entries(upsertEntries).map(([k, v]) => [k, json(v)])),
          removeEntries,
        });
      await change({ a: 1, b: 2 });
      const { metadata } = await change({ b: 3 }, ["a"]);
      expect(Object.keys(metadata?.entries ?? {})).toEqual(["b"]);
      const info = await queue.describeVersion("1");
      expect(Buffer.from(bytes(info.metadata?.entries?.["b"]?.data)).toString()).toBe("3");
      expect(info.lastModifierIdentity).toBe("clerk");
      await expectGrpc(change({}), GRPC.INVALID_ARGUMENT, /At least one of remove_entries or upsert_entries/);
      await expectGrpc(
        raw.updateWorkerDeploymentVersionMetadata({
          ...request,
          deploymentVersion: queue.version("2"),
          removeEntries: ["b"],
        }),
        GRPC.NOT_FOUND,
      );
    },
  },
  {
    title: "a version is deleted when it takes no work, is drained and has no pollers",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      const { namespace, raw, deployment: deploymentName } = queue;
      const remove = (buildId: string, skipDrainage = false) =>
        raw.deleteWorkerDeploymentVersion({
          namespace,
          deploymentVersion: queue.version(buildId),
          identity: "operator",
          skipDrainage,
        });
      const removeAll = () => raw.deleteWorkerDeployment({ namespace, deploymentName, identity: "operator" });
      await removeAll();
      await expectGrpc(remove("1"), GRPC.NOT_FOUND);
      await queue.setCurrent("1", { allowNoPollers: true });
      await queue.ramp("2", 5, { allowNoPollers: true });
      await expectGrpc(remove("1"), GRPC.FAILED_PRECONDITION, /since it is current or ramping/);
      await expectGrpc(remove("2"), GRPC.FAILED_PRECONDITION, /since it is current or ramping/);
      await queue.ramp("", 0);
      await statusIs(queue, "2", Status.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINING);
      await expectGrpc(remove("2"), GRPC.FAILED_PRECONDITION, /since it is draining/);
      await remove("2", true);
      await remove("2");
      await expectGrpc(queue.describeVersion("2"), GRPC.NOT_FOUND);
      await queue.register(["3"]);
      await expectGrpc(remove("3"), GRPC.FAILED_PRECONDITION, /since it has active pollers/);
      await expectGrpc(removeAll(), GRPC.FAILED_PRECONDITION, /deployment has versions/);
    },
  },
  {
    title: "a version drains for as long as a workflow that is pinned to it is open",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      await queue.register(["1", "2"]);
      await queue.setCurrent("1");
      const workflowId = await queue.start();
      await queue.step("1", PINNED);
      await queue.start();
      await queue.step("1", AUTO_UPGRADE, [command.timer("t", 3600)]);
      await queue.setCurrent("2");
      await statusIs(queue, "1", Status.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINING);
      const since = (await queue.describeVersion("1")).drainageInfo;
      await eventually(
        async () =>
          msOf((await queue.describeVersion("1")).drainageInfo?.lastCheckedTime) >
          msOf(since?.lastCheckedTime),
        { limitMs: STATUS_LIMIT_MS, what: "the drainage looked at" },
      );
      const open = await queue.describeVersion("1");
      expect(open.status).toBe(Status.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINING);
      expect(msOf(open.drainageInfo?.lastChangedTime)).toBe(msOf(since?.lastChangedTime));
      await queue.signal(workflowId);
      await queue.step("1", PINNED, [command.complete()]);
      await statusIs(queue, "1", Status.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINED);
      // Who activates it again ends the drainage.
      await queue.setCurrent("1");
      await statusIs(queue, "1", Status.WORKER_DEPLOYMENT_VERSION_STATUS_CURRENT);
      expect((await queue.describeVersion("1")).drainageInfo ?? null).toBeNull();
    },
  },
  {
    title: "a task queue tells which versions its work goes to, and who polls it",
    run: async (fixture) => {
      const queue = new VersionedQueue(fixture);
      const { namespace, raw } = queue;
      const describe = () =>
        raw.describeTaskQueue({ namespace, taskQueue: { name: queue.taskQueue }, taskQueueType: WORKFLOW });
      expect((await describe()).versioningInfo).toMatchObject({ currentVersion: "__unversioned__" });
      await queue.register(["1", "2"]);
      await queue.setCurrent("1");
      await queue.ramp("2", 25);
      const told = await eventually(
        async () => {
          const described = await describe();
          return described.versioningInfo?.rampingVersionPercentage === 25 ? described : undefined;
        },
        { limitMs: STATUS_LIMIT_MS, what: "the ramp in the task queue" },
      );
      expect(told.versioningInfo).toMatchObject({
        currentDeploymentVersion: queue.version("1"),
        currentVersion: `${queue.deployment}.1`,
        rampingDeploymentVersion: queue.version("2"),
        rampingVersion: `${queue.deployment}.2`,
      });
      const { routingConfig } = await queue.describe();
      expect(msOf(told.versioningInfo?.updateTime)).toBe(
        msOf(routingConfig?.rampingVersionPercentageChangedTime),
      );
      const pollers = told.pollers?.map(({ deploymentOptions }) => deploymentOptions?.buildId).sort();
      expect(pollers).toEqual(["1", "2"]);
      await queue.start({ versioningOverride: queue.pinnedTo("2") });
      const backlog = await eventually(
        async () => {
          const { versionTaskQueues } = await raw.describeWorkerDeploymentVersion({
            namespace,
            deploymentVersion: queue.version("2"),
            reportTaskQueueStats: true,
          });
          const [one] = versionTaskQueues ?? [];
          return Number(one?.stats?.approximateBacklogCount ?? 0) === 1 ? one : undefined;
        },
        { limitMs: STATUS_LIMIT_MS, what: "the backlog of the version" },
      );
      expect(backlog).toMatchObject({ name: queue.taskQueue, type: WORKFLOW });
      await queue.step("2", PINNED, [command.complete()]);
    },
  },
];
