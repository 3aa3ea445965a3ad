// Updates and update-with-start by raw calls: what is refused, how far callers wait, what the same id or another start
// finds, and what is told when a workflow ends first.
import { randomUUID } from "node:crypto";
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { accept, reject, respond } from "#harness/update-messages";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { errorOf, expectGrpc, freshQueue, GRPC, type Program } from "./program.ts";
import { bytes, command } from "./raw-worker.ts";

type UpdateRequest = Partial<temporal.api.workflowservice.v1.IUpdateWorkflowExecutionRequest>;
type UpdateResponse = temporal.api.workflowservice.v1.IUpdateWorkflowExecutionResponse;
type StartRequest = Partial<temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest>;
type MultiResponse = temporal.api.workflowservice.v1.IExecuteMultiOperationResponse;
type Task = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;
type Message = temporal.api.protocol.v1.IMessage;
type Command = temporal.api.command.v1.ICommand;

const {
  CommandType,
  EventType,
  UpdateWorkflowExecutionLifecycleStage: Stage,
  WorkflowExecutionStatus,
  WorkflowIdConflictPolicy: Conflict,
  WorkflowIdReusePolicy: Reuse,
} = temporal.api.enums.v1;
const { UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ACCEPTED: ACCEPTED } = Stage;
const { UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED: COMPLETED } = Stage;
const { UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ADMITTED: ADMITTED } = Stage;

const POLL_MS = 8_000;
const CALL_MS = 15_000;
const PERMISSION_DENIED = 7;

/** One workflow id with a task queue of its own, and a worker written by hand. */
class Scene {
  readonly fixture: Fixture;
  readonly workflowId: string;
  readonly taskQueue: string;

  constructor(fixture: Fixture) {
    this.fixture = fixture;
    this.workflowId = fixture.id("updated");
    this.taskQueue = freshQueue(fixture, "updated");
  }

  startRequest(more: StartRequest = {}): StartRequest {
    return {
      namespace: this.fixture.namespace,
      workflowId: this.workflowId,
      requestId: randomUUID(),
      workflowType: { name: "raw" },
      taskQueue: { name: this.taskQueue },
      ...more,
    };
  }

  updateRequest(updateId: string, more: UpdateRequest = {}): UpdateRequest {
    return {
      namespace: this.fixture.namespace,
      workflowExecution: { workflowId: this.workflowId },
      waitPolicy: { lifecycleStage: ACCEPTED },
      request: { meta: { updateId, identity: "me" }, input: { name: "change" } },
      ...more,
    };
  }

  /** Runs a workflow that has answered its first task. */
  async start(): Promise<this> {
    await this.fixture.raw.startWorkflowExecution(this.startRequest());
    await this.answer(await this.task(), []);
    return this;
  }

  update(updateId: string, more: UpdateRequest = {}, limitMs = CALL_MS): Promise<UpdateResponse> {
    const request = this.updateRequest(updateId, more);
    return inBackground(this.fixture.poll(() => this.fixture.raw.updateWorkflowExecution(request), limitMs));
  }

  multi(updateId: string, start: StartRequest = {}, update: UpdateRequest = {}): Promise<MultiResponse> {
    const operations = [
      { startWorkflow: this.startRequest(start) },
      { updateWorkflow: this.updateRequest(updateId, update) },
    ];
    const { namespace, raw } = this.fixture;
    return inBackground(
      this.fixture.poll(() => raw.executeMultiOperation({ namespace, operations }), CALL_MS),
    );
  }

  pollUpdate(updateId: string, lifecycleStage?: temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage) {
    const { namespace, raw } = this.fixture;
    return this.fixture.poll(
      () =>
        raw.pollWorkflowExecutionUpdate({
          namespace,
          updateRef: { workflowExecution: { workflowId: this.workflowId }, updateId },
          waitPolicy: lifecycleStage === undefined ? null : { lifecycleStage },
        }),
      CALL_MS,
    );
  }

  task(): Promise<Task> {
    const { namespace, raw } = this.fixture;
    const taskQueue = { name: this.taskQueue };
    return eventually(
      async () => {
        const task = await this.fixture.poll(
          () => raw.pollWorkflowTaskQueue({ namespace, taskQueue, identity: "by hand" }),
          POLL_MS,
        );
        return bytes(task.taskToken).length > 0 ? task : undefined;
      },
      { limitMs: 2 * POLL_MS, what: "a workflow task" },
    );
  }

  async answer(task: Task, messages: Message[], commands: Command[] = []): Promise<void> {
    await this.fixture.raw.respondWorkflowTaskCompleted({
      namespace: this.fixture.namespace,
      taskToken: bytes(task.taskToken),
      messages,
      commands: [
        ...messages.map(({ id }) => ({
          commandType: CommandType.COMMAND_TYPE_PROTOCOL_MESSAGE,
          protocolMessageCommandAttributes: { messageId: id ?? null },
        })),
        ...commands,
      ],
    });
  }

  async end(): Promise<void> {
    const { namespace, raw } = this.fixture;
    await raw.terminateWorkflowExecution({ namespace, workflowExecution: { workflowId: this.workflowId } });
  }
}

/** A call that may fail before anybody looks at it. */
function inBackground<Result>(call: Promise<Result>): Promise<Result> {
  call.catch(() => undefined);
  return call;
}

function firstMessage(task: Task): Message {
  const [message] = task.messages ?? [];
  if (message === undefined) throw new Error("the task carries no update");
  return message;
}

/** Accepts and completes the update that the task carries. */
function done(task: Task): Message[] {
  const message = firstMessage(task);
  return [accept(message), respond(message.protocolInstanceId ?? "", "done")];
}

const updatePrograms: Program[] = [
  {
    title: "updates: requests that say too little or too much are refused",
    run: async (fixture) => {
      const scene = await new Scene(fixture).start();
      const refused = (
        more: UpdateRequest,
        words: RegExp,
        code: number = GRPC.INVALID_ARGUMENT,
      ): Promise<void> => expectGrpc(scene.update("u", more), code, words);
      const input = { name: "change" };
      await refused({ workflowExecution: null }, /Execution is not set/);
      await refused({ request: null }, /Update meta is not set/);
      await refused({ request: { input } }, /Update meta is not set/);
      await refused({ request: { meta: { updateId: "u" } } }, /Update input is not set/);
      await refused({ request: { meta: { updateId: "u" }, input: {} } }, /Update name is not set/);
      await refused(
        { request: { meta: { updateId: "u".repeat(1_001) }, input } },
        /UpdateId length exceeds limit/,
      );
      await refused({ waitPolicy: { lifecycleStage: ADMITTED } }, /is not supported/, PERMISSION_DENIED);
      await refused({ firstExecutionRunId: randomUUID() }, /workflow execution not found/, GRPC.NOT_FOUND);
      await refused(
        {
          request: { meta: { updateId: "u" }, input, completionCallbacks: [{ nexus: { url: "http://a" } }] },
        },
        /request_id is required/,
      );
      const { namespace, raw } = fixture;
      await expectGrpc(
        raw.pollWorkflowExecutionUpdate({ namespace }),
        GRPC.INVALID_ARGUMENT,
        /UpdateRef is not set/,
      );
      await expectGrpc(scene.pollUpdate("unknown"), GRPC.NOT_FOUND, /update "unknown" not found/);
      await scene.end();
    },
  },
  {
    title: "updates: a caller is told of the furthest stage, and its own deadline ends its wait",
    run: async (fixture) => {
      const scene = await new Scene(fixture).start();
      const first = scene.update("u", { waitPolicy: null });
      const task = await scene.task();
      // A poll that names no stage waits for none.
      expect((await scene.pollUpdate("u")).stage).toBe(ADMITTED);
      await scene.answer(task, [accept(firstMessage(task))]);
      const repeated = await scene.update("u", {
        request: { meta: { updateId: "u" }, input: { name: "other" } },
      });
      expect(repeated.stage).toBe(ACCEPTED);
      expect(repeated.link?.workflowEvent?.requestIdRef?.eventType).toBe(
        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
      );
      await expectGrpc(
        scene.update("u", { waitPolicy: { lifecycleStage: COMPLETED } }, 1_500),
        GRPC.DEADLINE_EXCEEDED,
      );
      const { namespace, raw } = fixture;
      const workflowExecution = { workflowId: scene.workflowId };
      await raw.signalWorkflowExecution({ namespace, workflowExecution, signalName: "wake" });
      await scene.answer(await scene.task(), [respond("u", "done")]);
      // No stage means the last one.
      expect((await first).stage).toBe(COMPLETED);
      expect((await scene.pollUpdate("u", COMPLETED)).outcome?.success).toBeTruthy();
      await scene.end();
      expect((await scene.update("u")).stage).toBe(COMPLETED);
    },
  },
  {
    title: "updates: what is accepted and completed at once is told as completed",
    run: async (fixture) => {
      const scene = await new Scene(fixture).start();
      const input = { name: "change" };
      const update = scene.update("u", { request: { requestId: "asked", meta: { updateId: "u" }, input } });
      const task = await scene.task();
      await scene.answer(task, done(task));
      const { stage, outcome, link } = await update;
      expect(stage).toBe(COMPLETED);
      expect(outcome?.success).toBeTruthy();
      expect(link?.workflowEvent?.requestIdRef?.requestId).toBe("asked");
      const rejected = scene.update("v");
      const next = await scene.task();
      await scene.answer(next, [reject(firstMessage(next), "not now")]);
      const refusal = await rejected;
      expect(refusal.outcome?.failure?.message).toBe("not now");
      expect(refusal.link?.workflow?.reason).toBe("Update rejected");
      await expectGrpc(scene.pollUpdate("v"), GRPC.NOT_FOUND);
      await scene.end();
    },
  },
  {
    title: "updates: an accepted one fails when its workflow ends, and an unseen one is not found",
    run: async (fixture) => {
      const scene = await new Scene(fixture).start();
      const update = scene.update("u", { waitPolicy: { lifecycleStage: COMPLETED } });
      const task = await scene.task();
      await scene.answer(task, [accept(firstMessage(task))], [command.complete()]);
      const type = "AcceptedUpdateCompletedWorkflow";
      expect((await update).outcome?.failure?.applicationFailureInfo).toMatchObject({
        type,
        nonRetryable: true,
      });
      const again = await scene.update("u", { waitPolicy: { lifecycleStage: COMPLETED } });
      expect(again.outcome?.failure?.applicationFailureInfo?.type).toBe(type);
      await expectGrpc(scene.update("late"), GRPC.NOT_FOUND, /already completed/);
    },
  },
  {
    title: "updates: more than ten at a time are refused for now",
    run: async (fixture) => {
      const scene = await new Scene(fixture).start();
      const updates = Array.from({ length: 11 }, (_, index) => scene.update(`u${String(index)}`));
      const refused = await Promise.race(updates.map((update) => errorOf(update)));
      expect(refused).toMatchObject({ code: GRPC.RESOURCE_EXHAUSTED });
      expect(refused.message).toMatch(/concurrent in-flight updates has been reached \(10\)/);
      await scene.end();
      await Promise.allSettled(updates);
    },
  },
  {
    title: "updates: a workflow whose task keeps failing takes none, and one that had one fails it",
    limitMs: 90_000,
    run: async (fixture) => {
      const scene = await new Scene(fixture).start();
      const { namespace, raw } = fixture;
      const seen = scene.update("seen");
      const bad = { timerId: "" };
      const timer = { commandType: CommandType.COMMAND_TYPE_START_TIMER, startTimerCommandAttributes: bad };
      await expectGrpc(scene.answer(await scene.task(), [], [timer]), GRPC.INVALID_ARGUMENT);
      await expectGrpc(seen, GRPC.FAILED_PRECONDITION, /unexpected workflow task failure/);
      for (let attempt = 2; attempt <= 3; attempt += 1) {
        const { taskToken } = await scene.task();
        await raw.respondWorkflowTaskFailed({ namespace, taskToken: bytes(taskToken), cause: 1 });
      }
      await expectGrpc(scene.update("late"), GRPC.FAILED_PRECONDITION, /Workflow Task in failed state/);
      await scene.end();
    },
  },
  {
    title: "updates: a worker that says nothing of an update has rejected it",
    run: async (fixture) => {
      const scene = await new Scene(fixture).start();
      const update = scene.update("u");
      await scene.answer(await scene.task(), []);
      expect((await update).outcome?.failure?.applicationFailureInfo?.type).toBe("UnprocessedUpdate");
      await scene.end();
    },
  },
];

function startOf({ responses }: MultiResponse) {
  return responses?.[0]?.startWorkflow ?? {};
}

function updateOf({ responses }: MultiResponse) {
  return responses?.[1]?.updateWorkflow ?? {};
}

const multiPrograms: Program[] = [
  {
    title: "update-with-start: each operation is told what is wrong with it",
    run: async (fixture) => {
      const scene = new Scene(fixture);
      const refused = async (
        start: StartRequest,
        update: UpdateRequest,
        words: RegExp,
        code: number = GRPC.INVALID_ARGUMENT,
      ): Promise<void> => {
        const error = await errorOf(scene.multi("u", start, update));
        expect(error).toMatchObject({ code });
        expect(error.message).toMatch(/Update-with-Start could not be executed/);
        const [detail] = (error as Error & { metadata: { get(key: string): Buffer[] } }).metadata.get(
          "grpc-status-details-bin",
        );
        // The statuses of the operations are in there as plain texts.
        expect(detail?.toString("latin1")).toMatch(words);
      };
      const other = { workflowExecution: { workflowId: "other" } };
      await refused({ cronSchedule: "* * * * *" }, {}, /CronSchedule is not allowed/);
      await refused({ requestEagerExecution: true }, {}, /RequestEagerExecution is not supported/);
      await refused(
        { workflowStartDelay: { seconds: 5 as never } },
        {},
        /WorkflowStartDelay is not supported/,
      );
      await refused({}, { firstExecutionRunId: randomUUID() }, /FirstExecutionRunId is not allowed/);
      await refused({}, other, /WorkflowId is not consistent/);
      await refused({ namespace: "other" }, {}, /namespace did not match/);
      await refused(
        { workflowType: null },
        { request: null },
        /WorkflowType is not set[^]*Update meta is not set/,
      );
      await refused(
        {},
        { waitPolicy: { lifecycleStage: ADMITTED } },
        /Operation was aborted/,
        PERMISSION_DENIED,
      );
      const { namespace, raw } = fixture;
      await expectGrpc(
        raw.executeMultiOperation({ namespace, operations: [] }),
        GRPC.INVALID_ARGUMENT,
        /exactly \[Start, Update\]/,
      );
      const execution = { workflowId: scene.workflowId };
      await expectGrpc(raw.describeWorkflowExecution({ namespace, execution }), GRPC.NOT_FOUND);
    },
  },
  {
    title: "update-with-start: who may use the run there is, and who finds the update there",
    run: async (fixture) => {
      const scene = new Scene(fixture);
      const requestId = randomUUID();
      const first = scene.multi("a", { requestId });
      const task = await scene.task();
      await scene.answer(task, [accept(firstMessage(task))]);
      expect(startOf(await first)).toMatchObject({ started: true });
      expect(updateOf(await first).stage).toBe(ACCEPTED);
      const { runId } = startOf(await first);
      // The same update is found whatever the policy says.
      const known = await scene.multi("a", {
        workflowIdConflictPolicy: Conflict.WORKFLOW_ID_CONFLICT_POLICY_FAIL,
      });
      expect(startOf(known)).toMatchObject({
        runId,
        started: false,
        status: WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING,
      });
      for (const policy of [
        Conflict.WORKFLOW_ID_CONFLICT_POLICY_FAIL,
        Conflict.WORKFLOW_ID_CONFLICT_POLICY_UNSPECIFIED,
      ]) {
        await expectGrpc(scene.multi("b", { workflowIdConflictPolicy: policy }), GRPC.ALREADY_EXISTS);
      }
      const used = scene.multi("c", {
        workflowIdConflictPolicy: Conflict.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING,
      });
      const second = await scene.task();
      await scene.answer(second, done(second));
      expect(startOf(await used)).toMatchObject({ runId, started: false });
      expect(updateOf(await used).stage).toBe(COMPLETED);
      // The same start request is answered by the run that it made.
      const repeated = scene.multi("d", { requestId });
      const third = await scene.task();
      await scene.answer(third, done(third));
      expect(startOf(await repeated)).toMatchObject({ runId, started: false });
      const replaced = scene.multi("e", {
        workflowIdConflictPolicy: Conflict.WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING,
      });
      const fourth = await scene.task();
      await scene.answer(fourth, done(fourth));
      expect(startOf(await replaced).started).toBe(true);
      expect(startOf(await replaced).runId).not.toBe(runId);
      await scene.end();
    },
  },
  {
    title:
      "update-with-start: a closed run answers for its completed updates, and else the reuse policy decides",
    run: async (fixture) => {
      const scene = new Scene(fixture);
      const first = scene.multi("a");
      const task = await scene.task();
      await scene.answer(task, done(task), [command.complete()]);
      const { runId } = startOf(await first);
      const { WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE: workflowIdReusePolicy } = Reuse;
      const known = await scene.multi("a", { workflowIdReusePolicy });
      expect(startOf(known)).toMatchObject({
        runId,
        started: false,
        status: WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED,
      });
      expect(updateOf(known)).toMatchObject({ stage: COMPLETED });
      await expectGrpc(scene.multi("b", { workflowIdReusePolicy }), GRPC.ALREADY_EXISTS);
      const anew = scene.multi("b");
      const next = await scene.task();
      await scene.answer(next, [], [command.complete()]);
      // The run was started, and ended without a word about the update.
      await expectGrpc(anew, GRPC.NOT_FOUND, /Update-with-Start could not be executed/);
    },
  },
  {
    title: "update-with-start: when the run that it found closes first, it starts one",
    run: async (fixture) => {
      const scene = await new Scene(fixture).start();
      const { namespace, raw } = fixture;
      const workflowExecution = { workflowId: scene.workflowId };
      await raw.signalWorkflowExecution({ namespace, workflowExecution, signalName: "busy" });
      const held = await scene.task();
      const update = scene.multi("a", {
        workflowIdConflictPolicy: Conflict.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING,
      });
      await eventually(async () => (await scene.pollUpdate("a")).stage === ADMITTED);
      await scene.end();
      const task = await scene.task();
      expect(task.workflowExecution?.runId).not.toBe(held.workflowExecution?.runId);
      await scene.answer(task, done(task));
      expect(startOf(await update).started).toBe(true);
      expect(updateOf(await update).stage).toBe(COMPLETED);
      await scene.end();
    },
  },
];

export const rawUpdatePrograms: Program[] = [...updatePrograms, ...multiPrograms];
