// Drives one server with starters and pollers, no SDK in between: what is measured is the server, not a client library.
import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import { durationOfMs, temporal } from "#contracts";
import { delay } from "#shared/clock";
import { Calls } from "./calls.ts";
import type { LoadPlan } from "./plan.ts";
import { SIGNALS, WorkflowCode } from "./workflow-code.ts";

type StartRequest = temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;
type StartResponse = temporal.api.workflowservice.v1.IStartWorkflowExecutionResponse;
type WorkflowTask = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;
type ActivityTask = temporal.api.workflowservice.v1.IPollActivityTaskQueueResponse;
type HistoryRequest = temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryRequest;
type HistoryResponse = temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryResponse;

const { TaskQueueKind, HistoryEventFilterType } = temporal.api.enums.v1;
const PAYLOAD_BYTES = 64;
const POLLERS_MIN = 2;
const POLLERS_MAX = 32;
const WORKFLOW_TASK_MS_MAX = 10_000;
const FAILURE_PAUSE_MS = 50;
const IDENTITY = "bench";

/** What a load process drives a server by. */
export interface Load {
  readonly callsMade: number;
  readonly errors: number;
  readonly lastError: string | undefined;
  /** Called with the latency of each workflow. */
  onDone: (latencyMs: number) => void;
  /** Begins; goes on until `stop`. */
  run(): void | Promise<void>;
  stop(): void;
}

export class Generator implements Load {
  readonly #plan: LoadPlan;
  readonly #calls: Calls;
  readonly #queue: string;
  readonly #code: WorkflowCode;
  readonly #stop = new AbortController();
  /** Starters that wait to hear from the worker half, by workflow id. */
  readonly #waiters = new Map<string, () => void>();
  readonly #payloads: temporal.api.common.v1.IPayloads;
  readonly #isSticky: boolean;
  #started = 0;
  errors = 0;
  lastError: string | undefined;
  onDone: (latencyMs: number) => void = () => undefined;

  constructor(plan: LoadPlan) {
    // Every poll listens to it.
    setMaxListeners(0, this.#stop.signal);
    this.#plan = plan;
    this.#calls = new Calls(plan);
    this.#queue = `bench-${plan.workload}-${randomUUID().slice(0, 8)}`;
    this.#payloads = {
      payloads: [
        {
          metadata: { encoding: Buffer.from("json/plain") },
          data: Buffer.from(JSON.stringify("x".repeat(PAYLOAD_BYTES - 2))),
        },
      ],
    };
    this.#code = new WorkflowCode(plan.workload, this.#queue, this.#payloads);
    this.#isSticky = plan.workload === "W2" || plan.workload === "W3";
  }

  get callsMade(): number {
    return this.#calls.made;
  }

  /** Runs until `stop`; a lane that fails pauses and goes on, and the failure is counted. */
  run(): void {
    const { workload, inFlight } = this.#plan;
    for (let lane = 0; lane < inFlight; lane += 1) void this.#repeat(() => this.#one());
    if (workload === "start") return;
    const pollers = Math.min(Math.max(POLLERS_MIN, Math.floor(inFlight / 4)), POLLERS_MAX);
    for (let poller = 0; poller < pollers; poller += 1) {
      void this.#repeat(() => this.#pollWorkflow(this.#normalQueue()));
      if (this.#isSticky) void this.#repeat(() => this.#pollWorkflow(this.#stickyQueue()));
      if (workload === "W2") void this.#repeat(() => this.#pollActivity());
    }
  }

  stop(): void {
    this.#stop.abort();
    this.#calls.close();
  }

  async #repeat(act: () => Promise<void>): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        await act();
      } catch (error) {
        if (this.#stop.signal.aborted) return;
        this.errors += 1;
        this.lastError = String(error);
        await delay(FAILURE_PAUSE_MS);
      }
    }
  }

  /** Starts a workflow, plays the client's part and waits for the close. */
  async #one(): Promise<void> {
    const { namespace, workload, awaitBy } = this.#plan;
    const workflowId = `${this.#queue}-${this.#started++}`;
    const isDone = new Promise<void>((resolve) => this.#waiters.set(workflowId, resolve));
    const startedAt = performance.now();
    const { runId } = await this.#calls.call<StartRequest, StartResponse>("StartWorkflowExecution", {
      namespace,
      workflowId,
      workflowType: { name: workload },
      taskQueue: { name: this.#queue },
      input: this.#payloads,
      identity: IDENTITY,
      requestId: workflowId,
      workflowTaskTimeout: durationOfMs(WORKFLOW_TASK_MS_MAX),
    });
    const execution = { workflowId, runId: runId ?? "" };
    if (workload === "W3") await this.#signal(execution);
    if (workload === "start") this.#waiters.delete(workflowId);
    else if (awaitBy === "history") await this.#untilClosed(execution);
    else await isDone;
    this.onDone(performance.now() - startedAt);
  }

  async #signal(execution: { workflowId: string; runId: string }): Promise<void> {
    for (let number = 0; number < SIGNALS; number += 1) {
      await this.#calls.call<temporal.api.workflowservice.v1.ISignalWorkflowExecutionRequest, object>(
        "SignalWorkflowExecution",
        {
          namespace: this.#plan.namespace,
          workflowExecution: execution,
          signalName: "s",
          input: this.#payloads,
          identity: IDENTITY,
          requestId: `${execution.workflowId}-${number}`,
        },
      );
    }
  }

  async #untilClosed(execution: { workflowId: string; runId: string }): Promise<void> {
    const request: HistoryRequest = {
      namespace: this.#plan.namespace,
      execution,
      waitNewEvent: true,
      skipArchival: true,
      historyEventFilterType: HistoryEventFilterType.HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT,
    };
    for (;;) {
      const answer = await this.#calls.call<HistoryRequest, HistoryResponse>(
        "GetWorkflowExecutionHistory",
        request,
      );
      const isClosed = (answer.history?.events ?? []).length > 0 || (answer.rawHistory ?? []).length > 0;
      if (isClosed) return;
      request.nextPageToken = answer.nextPageToken ?? new Uint8Array();
    }
  }

  async #pollWorkflow(taskQueue: temporal.api.taskqueue.v1.ITaskQueue): Promise<void> {
    const { namespace } = this.#plan;
    let task: WorkflowTask | null | undefined = await this.#calls.call(
      "PollWorkflowTaskQueue",
      { namespace, taskQueue, identity: IDENTITY },
      this.#stop.signal,
    );
    while (task != null && (task.taskToken?.length ?? 0) > 0) task = await this.#respond(task);
  }

  /** Answers the next task when the completion brought one along. */
  async #respond(task: WorkflowTask): Promise<WorkflowTask | null | undefined> {
    const { commands, isEnd } = this.#code.decide(task);
    const request: temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest = {
      namespace: this.#plan.namespace,
      taskToken: task.taskToken ?? null,
      commands,
      identity: IDENTITY,
      returnNewWorkflowTask: true,
    };
    if (this.#isSticky) {
      request.stickyAttributes = {
        workerTaskQueue: this.#stickyQueue(),
        scheduleToStartTimeout: durationOfMs(WORKFLOW_TASK_MS_MAX),
      };
    }
    const answer = await this.#calls.call<
      typeof request,
      temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedResponse
    >("RespondWorkflowTaskCompleted", request);
    const workflowId = task.workflowExecution?.workflowId ?? "";
    if (isEnd) this.#waiters.get(workflowId)?.();
    if (isEnd) this.#waiters.delete(workflowId);
    return answer.workflowTask;
  }

  async #pollActivity(): Promise<void> {
    const { namespace } = this.#plan;
    const task = await this.#calls.call<object, ActivityTask>(
      "PollActivityTaskQueue",
      { namespace, taskQueue: this.#normalQueue(), identity: IDENTITY },
      this.#stop.signal,
    );
    if ((task.taskToken?.length ?? 0) === 0) return;
    await this.#calls.call("RespondActivityTaskCompleted", {
      namespace,
      taskToken: task.taskToken,
      result: this.#payloads,
      identity: IDENTITY,
    });
  }

  #normalQueue(): temporal.api.taskqueue.v1.ITaskQueue {
    return { name: this.#queue, kind: TaskQueueKind.TASK_QUEUE_KIND_NORMAL };
  }

  #stickyQueue(): temporal.api.taskqueue.v1.ITaskQueue {
    return {
      name: `${this.#queue}-sticky`,
      kind: TaskQueueKind.TASK_QUEUE_KIND_STICKY,
      normalName: this.#queue,
    };
  }
}
