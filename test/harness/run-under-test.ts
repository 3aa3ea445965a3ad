// One workflow run of the pure core with its history, clock and offered tasks, for tests of services/cell/workflow.
// It stands in for the runtime: it stores batches, hands out tasks and checks that a state survives its encoding.
import { strict as assert } from "node:assert";
import type { Action } from "#usage/actions";
import { codecOf, type temporal } from "#contracts";
import {
  attachEvents,
  decide,
  decodeState,
  defaultLimits,
  encodeState,
  missingEvents,
  nextWakeAt,
  startExecution,
  WITHOUT_VERSIONS,
  type Command,
  type CommandResults,
  type CompletedWorkflowTask,
  type DecideContext,
  type Effect,
  type ExecutionState,
  type HistoryEvent,
  type Limits,
  type Outcome,
  type StartedActivity,
  type StartedWorkflowTask,
  type StartInput,
} from "../../services/cell/workflow/index.ts";

type StartRequest = temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;
type CompleteRequest = temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest;
type TaskCommand = temporal.api.command.v1.ICommand;

const historyCodec = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");
const START_OF_TIME = 1_700_000_000_000;

export interface RunOptions {
  request?: StartRequest;
  limits?: Partial<Limits>;
  input?: Partial<StartInput>;
}

export class RunUnderTest {
  state: ExecutionState;
  now = START_OF_TIME;
  readonly limits: Limits;
  readonly effects: Effect[] = [];
  readonly actions: Action[] = [];
  #stored: Uint8Array[] = [];
  #storedBytes = 0;
  #lastId = 0;

  constructor(options: RunOptions = {}) {
    this.limits = { ...defaultLimits, ...options.limits };
    const input: StartInput = {
      namespace: "space",
      namespaceId: "space-id",
      origin: "client",
      ...options.input,
      request: {
        workflowId: "order-1",
        workflowType: { name: "order" },
        taskQueue: { name: "orders" },
        requestId: "start-1",
        ...options.request,
      },
    };
    const { state, outcome } = startExecution(input, this.context());
    this.state = state;
    this.#keep(outcome);
  }

  context(): DecideContext {
    return {
      now: this.now,
      limits: this.limits,
      ids: {
        uuid: () => `00000000-0000-4000-8000-${String(++this.#lastId).padStart(12, "0")}`,
        orderedUuid: () => `00000000-0000-7000-8000-${String(++this.#lastId).padStart(12, "0")}`,
        short: (length) => "x".repeat(length),
        secret: (bytes) => "s".repeat(bytes),
      },
      isServedBy: () => true,
      nexusEndpoint: (_namespaceId, name) =>
        name === "shipping" ? { endpointId: "endpoint-1" } : name === "private" ? "notAllowed" : "unknown",
    };
  }

  do<Given extends Command>(command: Given): Outcome<CommandResults[Given["kind"]]> {
    const outcome = decide(this.state, command, this.context());
    this.#keep(outcome);
    return outcome;
  }

  #keep(outcome: Outcome<unknown>): void {
    for (const batch of outcome.batches) {
      this.#stored.push(batch.bytes);
      this.#storedBytes += batch.bytes.length;
      assert.equal(batch.nextEventId - batch.firstEventId, batch.events.length);
    }
    this.effects.push(...outcome.effects);
    this.actions.push(...outcome.actions);
    assert.equal(this.#storedBytes, this.state.historySizeBytes, "the size is that of the stored bytes");
  }

  get batches(): readonly Uint8Array[] {
    return this.#stored;
  }

  /** Concatenated batches are the encoded history. */
  get historyBytes(): Uint8Array {
    return Buffer.concat(this.#stored);
  }

  get events(): HistoryEvent[] {
    return historyCodec.decode(this.historyBytes).events ?? [];
  }

  /** "WorkflowTaskScheduled" and so on, without the prefix of the enum. */
  get eventNames(): string[] {
    return this.events.map((event) => nameOf(event));
  }

  /** Forgets everything that is not stored, as a crash does. */
  crash(): void {
    this.state = decodeState(encodeState(this.state));
    const missing = new Set(missingEvents(this.state));
    attachEvents(
      this.state,
      this.events.filter((event) => missing.has(Number(event.eventId))),
    );
    assert.deepEqual(missingEvents(this.state), []);
  }

  pass(ms: number): void {
    this.now += ms;
  }

  /** Lets time run to the next deadline and wakes the run. */
  wakeUp(): Outcome<undefined> {
    const at = nextWakeAt(this.state, this.limits);
    assert.ok(at !== undefined, "something must be due");
    this.now = Math.max(this.now, at);
    return this.do({ kind: "wake" });
  }

  startTask(taskQueue = "orders", assignment = WITHOUT_VERSIONS): StartedWorkflowTask {
    const task = this.state.workflowTask;
    assert.ok(task !== undefined, "a workflow task must wait");
    const { scheduledEventId, attempt } = task;
    const requestId = `poll-${++this.#lastId}`;
    return this.do({
      kind: "startWorkflowTask",
      scheduledEventId,
      attempt,
      requestId,
      identity: "worker",
      taskQueue,
      assignment,
    }).result;
  }

  completeTask(
    task: StartedWorkflowTask,
    commands: TaskCommand[],
    request: CompleteRequest = {},
  ): CompletedWorkflowTask {
    return this.do({
      kind: "completeWorkflowTask",
      task,
      request: { identity: "worker", commands, ...request },
    }).result;
  }

  /** A worker takes the waiting workflow task and answers with these commands. */
  work(commands: TaskCommand[], request: CompleteRequest = {}): CompletedWorkflowTask {
    return this.completeTask(this.startTask(), commands, request);
  }

  startActivity(activityId: string, assignment = WITHOUT_VERSIONS): StartedActivity {
    const activity = [...this.state.activities.values()].find((one) => one.activityId === activityId);
    assert.ok(activity !== undefined, `activity ${activityId} must be pending`);
    const { scheduledEventId, attempt, stamp } = activity;
    const requestId = `poll-${++this.#lastId}`;
    const started = this.do({
      kind: "startActivity",
      scheduledEventId,
      attempt,
      stamp,
      requestId,
      identity: "worker",
      assignment,
    }).result;
    assert.ok(started !== undefined, "the workflow must not move to another version first");
    return started;
  }

  signal(signalName: string, requestId = `signal-${++this.#lastId}`): boolean {
    const signal = { signalName, requestId, input: null, header: null, identity: "client", links: null };
    return this.do({ kind: "signal", signal, origin: "client" }).result.isDuplicate;
  }
}

export function nameOf(event: HistoryEvent): string {
  const key = Object.keys(event).find((name) => name.endsWith("EventAttributes")) ?? "";
  return key.charAt(0).toUpperCase() + key.slice(1, -"EventAttributes".length);
}
