// A task queue with workers of several versions, written by hand on the raw service: which version's poll gets a task is
// what the programs about versions compare.
import { randomUUID } from "node:crypto";
import { isGrpcServiceError } from "@temporalio/client";
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { freshQueue, GRPC } from "./program.ts";
import { bytes, command } from "./raw-worker.ts";

type WorkflowTask = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;
type ActivityTask = temporal.api.workflowservice.v1.IPollActivityTaskQueueResponse;
type Completion = Partial<temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest>;
type StartRequest = Partial<temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest>;
type Options = temporal.api.deployment.v1.IWorkerDeploymentOptions;
type DeploymentInfo = temporal.api.deployment.v1.IWorkerDeploymentInfo;
type VersionInfo = temporal.api.deployment.v1.IWorkerDeploymentVersionInfo;
type Override = temporal.api.workflow.v1.IVersioningOverride;

const { RoutingConfigUpdateState, TaskQueueKind, TaskQueueType, VersioningBehavior, WorkerVersioningMode } =
  temporal.api.enums.v1;
const { PinnedOverrideBehavior } = temporal.api.workflow.v1.VersioningOverride;

export const PINNED = VersioningBehavior.VERSIONING_BEHAVIOR_PINNED;
export const AUTO_UPGRADE = VersioningBehavior.VERSIONING_BEHAVIOR_AUTO_UPGRADE;
export const WORKFLOW = TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW;
export const ACTIVITY = TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY;

/** Long enough for a task that is there or about to come, short enough to wait for one that does not come. */
const POLL_MS = 4_000;
const POLLS_MAX = 8;
/** A server may tell its parts of a change one after another. */
const KNOWN_LIMIT_MS = 60_000;

export interface PollOptions {
  /** Of a worker without a version when empty. */
  buildId?: string;
  taskQueue?: string;
  /** The worker's own queue, of the normal one. */
  stickyQueue?: string;
}

export class VersionedQueue {
  readonly #fixture: Fixture;
  readonly deployment: string;
  readonly taskQueue: string;

  constructor(fixture: Fixture, { deployment = freshQueue(fixture, "deployment") } = {}) {
    this.#fixture = fixture;
    this.deployment = deployment;
    this.taskQueue = freshQueue(fixture, "versioned");
  }

  get raw(): Fixture["raw"] {
    return this.#fixture.raw;
  }

  get namespace(): string {
    return this.#fixture.namespace;
  }

  options(buildId: string): Options {
    return {
      deploymentName: this.deployment,
      buildId,
      workerVersioningMode: WorkerVersioningMode.WORKER_VERSIONING_MODE_VERSIONED,
    };
  }

  version(buildId: string): temporal.api.deployment.v1.IWorkerDeploymentVersion {
    return { deploymentName: this.deployment, buildId };
  }

  /** As search attributes and events of today name it. */
  name(buildId: string): string {
    return `${this.deployment}:${buildId}`;
  }

  pinnedTo(buildId: string): Override {
    return {
      pinned: {
        behavior: PinnedOverrideBehavior.PINNED_OVERRIDE_BEHAVIOR_PINNED,
        version: this.version(buildId),
      },
    };
  }

  /** Polls once, at most some seconds; undefined when nothing came. */
  pollWorkflow(options: PollOptions): Promise<WorkflowTask | undefined> {
    return this.#taskOf(() => this.raw.pollWorkflowTaskQueue(this.#poll(options)));
  }

  pollActivity(options: PollOptions): Promise<ActivityTask | undefined> {
    return this.#taskOf(() => this.raw.pollActivityTaskQueue(this.#poll(options)));
  }

  /** The workers of these versions become known, with the queues that they poll. */
  async register(buildIds: readonly string[], types: readonly ("workflow" | "activity")[] = ["workflow"]) {
    const polls = buildIds.flatMap((buildId) =>
      types.map((type) =>
        type === "workflow" ? this.pollWorkflow({ buildId }) : this.pollActivity({ buildId }),
      ),
    );
    expect(await Promise.all(polls)).toEqual(polls.map(() => undefined));
    for (const buildId of buildIds) {
      await eventually(
        async () => (await this.describeVersion(buildId)).taskQueueInfos?.length === types.length,
        { limitMs: KNOWN_LIMIT_MS, what: `version ${buildId} known` },
      );
    }
  }

  /** Registers these versions; the first one is current. */
  async begin(buildIds: readonly string[], types?: readonly ("workflow" | "activity")[]): Promise<void> {
    await this.register(buildIds, types);
    await this.makeCurrent(buildIds[0] ?? "");
  }

  /** Whether or not the version has all task queues, everywhere. */
  async makeCurrent(buildId: string): Promise<void> {
    await this.setCurrent(buildId, { ignoreMissingTaskQueues: true });
    await this.routed();
  }

  async task(buildId: string, options: PollOptions = {}): Promise<WorkflowTask> {
    for (let polls = 0; polls < POLLS_MAX; polls += 1) {
      const task = await this.pollWorkflow({ buildId, ...options });
      if (task !== undefined) return task;
    }
    throw new Error(`no workflow task came for version "${buildId}"`);
  }

  async activity(buildId: string, options: PollOptions = {}): Promise<ActivityTask> {
    for (let polls = 0; polls < POLLS_MAX; polls += 1) {
      const task = await this.pollActivity({ buildId, ...options });
      if (task !== undefined) return task;
    }
    throw new Error(`no activity task came for version "${buildId}"`);
  }

  async complete(
    task: WorkflowTask,
    answer: Completion & { buildId: string },
  ): Promise<temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedResponse> {
    const { buildId, ...completion } = answer;
    return this.raw.respondWorkflowTaskCompleted({
      namespace: this.namespace,
      taskToken: bytes(task.taskToken),
      identity: `worker ${buildId}`,
      ...(buildId !== "" && { deploymentOptions: this.options(buildId) }),
      ...completion,
    });
  }

  /** Takes the next workflow task as a worker of the version and answers it. */
  async step(
    buildId: string,
    versioningBehavior: temporal.api.enums.v1.VersioningBehavior,
    commands: temporal.api.command.v1.ICommand[] = [],
    more: Completion = {},
  ): Promise<WorkflowTask> {
    const task = await this.task(buildId);
    await this.complete(task, { buildId, versioningBehavior, commands, ...more });
    return task;
  }

  async start(more: StartRequest = {}): Promise<string> {
    const workflowId = more.workflowId ?? this.#fixture.id("versioned");
    await this.raw.startWorkflowExecution({
      namespace: this.namespace,
      requestId: randomUUID(),
      workflowType: { name: "raw" },
      taskQueue: { name: this.taskQueue },
      ...more,
      workflowId,
    });
    return workflowId;
  }

  async signal(workflowId: string): Promise<void> {
    await this.raw.signalWorkflowExecution({
      namespace: this.namespace,
      workflowExecution: { workflowId },
      signalName: "news",
      requestId: randomUUID(),
    });
  }

  /** The version's worker says that it goes. */
  async shutDown(buildId: string): Promise<void> {
    await this.raw.shutdownWorker({
      namespace: this.namespace,
      identity: `worker ${buildId}`,
      workerInstanceKey: this.#instanceKey(buildId),
      stickyTaskQueue: freshQueue(this.#fixture, "sticky"),
      taskQueue: this.taskQueue,
      taskQueueTypes: [WORKFLOW, ACTIVITY],
    });
  }

  async describeWorkflow(
    workflowId: string,
  ): Promise<temporal.api.workflowservice.v1.IDescribeWorkflowExecutionResponse> {
    return this.raw.describeWorkflowExecution({ namespace: this.namespace, execution: { workflowId } });
  }

  async history(workflowId: string): Promise<temporal.api.history.v1.IHistoryEvent[]> {
    const { history } = await this.raw.getWorkflowExecutionHistory({
      namespace: this.namespace,
      execution: { workflowId },
    });
    return history?.events ?? [];
  }

  async describe(): Promise<DeploymentInfo> {
    const { workerDeploymentInfo } = await this.raw.describeWorkerDeployment({
      namespace: this.namespace,
      deploymentName: this.deployment,
    });
    return workerDeploymentInfo ?? {};
  }

  async describeVersion(buildId: string): Promise<VersionInfo> {
    const { workerDeploymentVersionInfo } = await this.raw.describeWorkerDeploymentVersion({
      namespace: this.namespace,
      deploymentVersion: this.version(buildId),
    });
    return workerDeploymentVersionInfo ?? {};
  }

  /** Empty build id: workers without a version. */
  setCurrent(
    buildId: string,
    more: Partial<temporal.api.workflowservice.v1.ISetWorkerDeploymentCurrentVersionRequest> = {},
  ): Promise<temporal.api.workflowservice.v1.ISetWorkerDeploymentCurrentVersionResponse> {
    return this.raw.setWorkerDeploymentCurrentVersion({
      namespace: this.namespace,
      deploymentName: this.deployment,
      buildId,
      identity: "operator",
      ...more,
    });
  }

  ramp(
    buildId: string,
    percentage: number,
    more: Partial<temporal.api.workflowservice.v1.ISetWorkerDeploymentRampingVersionRequest> = {},
  ): Promise<temporal.api.workflowservice.v1.ISetWorkerDeploymentRampingVersionResponse> {
    return this.raw.setWorkerDeploymentRampingVersion({
      namespace: this.namespace,
      deploymentName: this.deployment,
      buildId,
      percentage,
      identity: "operator",
      ...more,
    });
  }

  /** Waits until the change of the routing holds for all task queues; versions have to have some. */
  async routed(): Promise<void> {
    await eventually(
      async () =>
        (await this.describe()).routingConfigUpdateState ===
        RoutingConfigUpdateState.ROUTING_CONFIG_UPDATE_STATE_COMPLETED,
      { limitMs: KNOWN_LIMIT_MS, what: "the new routing everywhere" },
    );
  }

  async #taskOf<Task extends { taskToken?: Uint8Array | null }>(
    poll: () => Promise<Task>,
  ): Promise<Task | undefined> {
    try {
      const task = await this.#fixture.poll(poll, POLL_MS);
      return bytes(task.taskToken).length === 0 ? undefined : task;
    } catch (error) {
      // A server that is busy making a deployment may not answer the poll that made it.
      if (isGrpcServiceError(error) && error.code === GRPC.DEADLINE_EXCEEDED) return undefined;
      throw error;
    }
  }

  #poll({ buildId = "", taskQueue = this.taskQueue, stickyQueue }: PollOptions) {
    return {
      namespace: this.namespace,
      identity: `worker ${buildId}`,
      workerInstanceKey: this.#instanceKey(buildId),
      taskQueue:
        stickyQueue === undefined
          ? { name: taskQueue }
          : { name: stickyQueue, kind: TaskQueueKind.TASK_QUEUE_KIND_STICKY, normalName: taskQueue },
      ...(buildId !== "" && { deploymentOptions: this.options(buildId) }),
    };
  }

  #instanceKey(buildId: string): string {
    return `${this.deployment} ${buildId}`;
  }
}

/** Ends the workflows that wait for a version's workers; answers their ids in order. */
export async function finishAll(queue: VersionedQueue, buildId: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    ids.push(workflowIdOf(await queue.step(buildId, PINNED, [command.complete()])));
  }
  return ids.sort();
}

export function workflowIdOf({ workflowExecution }: WorkflowTask): string {
  return workflowExecution?.workflowId ?? "";
}
