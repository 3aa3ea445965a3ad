// Worker deployments of a running cell: what was acknowledged survives its death and routes at once, waiting tasks go
// where they belong, and the caps of a namespace hold.
import { beforeEach, describe, expect, it } from "vitest";
import { temporal } from "#contracts";
import { eventually } from "#harness/eventually";
import { NAMESPACE, type TestCell } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

type PollTask = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;
type Described = temporal.api.workflowservice.v1.IDescribeWorkerDeploymentResponse;

const { VersioningBehavior, WorkerDeploymentVersionStatus, WorkerVersioningMode } = temporal.api.enums.v1;
const PINNED = VersioningBehavior.VERSIONING_BEHAVIOR_PINNED;
const DEPLOYMENTS_MAX = 100;
const POLL_MS = 3_000;
const DRAINAGE = { CELLPLANE_DRAINAGE_GRACE_MS: "500", CELLPLANE_DRAINAGE_REFRESH_MS: "500" };

const world = cellWorld("cell_deployments");
let cell: TestCell;

beforeEach(async () => {
  cell = await world.start(DRAINAGE);
});

async function restartAfterKill(): Promise<void> {
  cell = await world.restart();
}

function optionsOf(buildId: string): temporal.api.deployment.v1.IWorkerDeploymentOptions {
  const workerVersioningMode = WorkerVersioningMode.WORKER_VERSIONING_MODE_VERSIONED;
  return { deploymentName: "shop", buildId, workerVersioningMode };
}

function poll(buildId: string, name = "q"): Promise<PollTask> {
  const request = { namespace: NAMESPACE, taskQueue: { name }, deploymentOptions: optionsOf(buildId) };
  return cell.client.call("PollWorkflowTaskQueue", request, { deadlineMs: POLL_MS });
}

function complete(task: PollTask, buildId: string): Promise<object> {
  return cell.client.call("RespondWorkflowTaskCompleted", {
    namespace: NAMESPACE,
    taskToken: task.taskToken,
    deploymentOptions: optionsOf(buildId),
    versioningBehavior: PINNED,
  });
}

function makeCurrent(buildId: string): Promise<object> {
  return cell.client.call("SetWorkerDeploymentCurrentVersion", {
    namespace: NAMESPACE,
    deploymentName: "shop",
    buildId,
    identity: "operator",
  });
}

function describeShop(): Promise<Described> {
  return cell.client.call("DescribeWorkerDeployment", { namespace: NAMESPACE, deploymentName: "shop" });
}

async function signal(workflowId: string): Promise<void> {
  await cell.client.call("SignalWorkflowExecution", {
    namespace: NAMESPACE,
    workflowExecution: { workflowId },
    signalName: "news",
  });
}

describe("worker deployments of a cell", () => {
  it("C1: an acknowledged routing survives kill -9, and what waits is offered by it", async () => {
    await Promise.all([poll("1"), poll("2")]);
    await makeCurrent("1");
    await cell.client.start("pinned");
    await complete(await poll("1"), "1");
    await makeCurrent("2");
    await cell.client.start("new");
    await signal("pinned");
    const before = await describeShop();
    await restartAfterKill();
    const after = await describeShop();
    expect(after.conflictToken).toEqual(before.conflictToken);
    expect(after.workerDeploymentInfo?.routingConfig).toEqual(before.workerDeploymentInfo?.routingConfig);
    expect((await poll("2")).workflowExecution?.workflowId).toBe("new");
    expect((await poll("1")).workflowExecution?.workflowId).toBe("pinned");
  });

  it("knows after kill -9 that work waits in a queue which another version does not have", async () => {
    await Promise.all([poll("1"), poll("2", "another")]);
    await makeCurrent("1");
    await cell.client.start("waiting");
    await restartAfterKill();
    await expect(makeCurrent("2")).rejects.toThrow("missing active task queues");
    expect((await poll("1")).workflowExecution?.workflowId).toBe("waiting");
  });

  it("goes on draining after kill -9", async () => {
    await Promise.all([poll("1"), poll("2")]);
    await makeCurrent("1");
    await makeCurrent("2");
    await restartAfterKill();
    const drained = WorkerDeploymentVersionStatus.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINED;
    await eventually(
      async () => {
        const { workerDeploymentInfo } = await describeShop();
        const old = workerDeploymentInfo?.versionSummaries?.find(
          ({ deploymentVersion }) => deploymentVersion?.buildId === "1",
        );
        return old?.status === drained;
      },
      { limitMs: 30_000, what: "version 1 drained" },
    );
  });

  it("has a limited number of deployments, and lists them in pages", async () => {
    const create = (deploymentName: string): Promise<object> =>
      cell.client.call("CreateWorkerDeployment", { namespace: NAMESPACE, deploymentName, identity: "me" });
    for (let index = 0; index < DEPLOYMENTS_MAX; index += 1) await create(`d${String(index)}`);
    await expect(create("one-too-many")).rejects.toThrow("reached maximum deployments in namespace (100)");
    // A poll that would make one more is refused alike.
    await expect(poll("1")).rejects.toThrow("reached maximum deployments in namespace (100)");
    const names = new Set<string>();
    let nextPageToken: Uint8Array | null | undefined;
    for (let pages = 0; pages < 4; pages += 1) {
      const page: temporal.api.workflowservice.v1.IListWorkerDeploymentsResponse = await cell.client.call(
        "ListWorkerDeployments",
        { namespace: NAMESPACE, pageSize: 30, nextPageToken },
      );
      for (const { name } of page.workerDeployments ?? []) names.add(name ?? "");
      nextPageToken = page.nextPageToken;
    }
    expect(names.size).toBe(DEPLOYMENTS_MAX);
    expect(nextPageToken ?? new Uint8Array()).toHaveLength(0);
    await cell.client.call("DeleteWorkerDeployment", { namespace: NAMESPACE, deploymentName: "d0" });
    await create("one-more");
  });
});
