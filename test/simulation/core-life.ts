// A random but repeatable life of one run in the pure core: acts that fit its state, some of them wrong or repeated, with
// crashes in between. What the simulation of a whole cell does rarely happens here at every step.
import { temporal } from "#contracts";
import type { Random } from "#harness/random";
import { RunUnderTest } from "#harness/run-under-test";
import * as commands from "#harness/task-commands";
import { accept, reject, respond } from "#harness/update-messages";
import { answerOf, CurrentVersion, overrideVersion } from "#harness/version-acts";
import { CloudError } from "#shared/errors";
import { answerCall, answerCallback, attachCallback, completeOperation } from "#harness/nexus-acts";
import type {
  CommandOf,
  StartedActivity,
  StartedWorkflowTask,
  StartInput,
} from "../../services/cell/workflow/index.ts";

type TaskCommand = temporal.api.command.v1.ICommand;
type Message = temporal.api.protocol.v1.IMessage;
type Act = (life: CoreLife, chance: number) => void;
type StartRequest = StartInput["request"];
const { TIMEOUT_TYPE_START_TO_CLOSE } = temporal.api.enums.v1.TimeoutType;

/** About one of these things; sometimes about one that is not there, which fails the task. */
function one<Id>(ids: Id[], chance: number, make: (id: Id) => TaskCommand, missing: Id): TaskCommand[] {
  if (chance % 19 === 0) return [make(missing)];
  const id = ids[chance % Math.max(1, ids.length)];
  return id === undefined ? [] : [make(id)];
}

const COMMANDS: ((life: CoreLife, chance: number) => TaskCommand[])[] = [
  (_life, chance) => [commands.scheduleActivity(`a${chance % 5}`)],
  (_life, chance) => [
    commands.scheduleActivity(`e${chance}`, {
      requestEagerExecution: true,
      retryPolicy: { maximumAttempts: 1 + (chance % 3) },
    }),
  ],
  ({ run }, chance) => one([...run.state.activities.keys()], chance, commands.cancelActivity, 99),
  (_life, chance) => [commands.startTimer(`t${chance % 4}`, 1 + chance * 100)],
  ({ run }, chance) => one([...run.state.timers.keys()], chance, commands.cancelTimer, "none"),
  (_life, chance) => [commands.recordMarker(chance % 2 === 0 ? "LocalActivity" : "Version")],
  (_life, chance) => [
    commands.upsertAttribute(chance % 2 === 0 ? "Customer" : "TemporalChangeVersion", chance),
  ],
  (_life, chance) => [commands.modifyMemo(`m${chance % 3}`, chance % 4 === 0 ? null : chance)],
  (_life, chance) => [commands.startChild(`c${chance}`, { parentClosePolicy: (chance % 3) + 1 })],
  (_life, chance) => [commands.signalExternal(`x${chance}`)],
  (_life, chance) => [commands.cancelExternal(`x${chance}`)],
  (_life, chance) => [
    commands.scheduleOperation(`n${chance % 5}`, {
      scheduleToCloseTimeout: commands.duration(chance % 3 === 0 ? 5_000 : 0),
      startToCloseTimeout: commands.duration(chance % 4 === 0 ? 3_000 : 0),
    }),
  ],
  ({ run }, chance) => one([...run.state.nexusOperations.keys()], chance, commands.cancelOperation, 99),
  () => [],
];

const CLOSING: TaskCommand[] = [
  commands.completeWorkflow(),
  commands.failWorkflow("bad"),
  commands.cancelWorkflow(),
  commands.continueAsNew(),
];

const ACTS: Act[] = [
  (life) => life.takeTask(),
  (life) => life.takeTask(),
  (life, chance) => life.answerTask(chance),
  (life, chance) => life.answerTask(chance),
  (life, chance) => life.answerTask(chance),
  (life) => life.failTask(),
  (life) => life.takeActivity(),
  (life, chance) => life.answerActivity(chance),
  (life, chance) => life.answerActivity(chance),
  (life, chance) => life.run.signal("news", `s${chance}`),
  ({ run }, chance) => {
    const asked = { identity: "me", reason: "", requestId: `p${chance}` };
    run.do({ kind: chance % 3 === 0 ? "pauseWorkflow" : "unpauseWorkflow", ...asked });
  },
  ({ run }, chance) =>
    run.do({ kind: "requestCancel", cause: "", identity: "", requestId: `r${chance}`, links: null }),
  ({ run }, chance) => {
    run.do({
      kind: "admitUpdate",
      request: { meta: { updateId: `u${chance % 8}` }, input: { name: "add" } },
    });
  },
  ({ run }, chance) => {
    run.pass(chance * 50);
    run.do({ kind: "wake" });
  },
  ({ run }) => run.wakeUp(),
  (life, chance) => life.tellChild(chance),
  (life, chance) => life.tellExternal(chance),
  (life, chance) => answerCall(life.run, chance),
  (life, chance) => answerCall(life.run, chance),
  (life, chance) => completeOperation(life.run, chance),
  ({ run }, chance) => attachCallback(run, chance),
  ({ run }, chance) => answerCallback(run, chance),
  ({ run }) => run.crash(),
  ({ run }) => run.do({ kind: "resetSticky" }),
  (life, chance) => life.changeActivity(chance),
  ({ run }, chance) => overrideVersion(run, chance),
  ({ current }, chance) => current.change(chance),
  ({ run }, chance) => run.do(attachOf(chance)),
  ({ run }, chance) => {
    if (chance % 16 === 0)
      run.do({ kind: "terminate", reason: "", details: null, identity: "", links: null });
  },
];

/** Unusual starts: every life begins with one of them. */
const STARTS: readonly StartRequest[] = [
  {},
  {},
  { workflowRunTimeout: commands.duration(30_000) },
  { workflowExecutionTimeout: commands.duration(60_000) },
  { retryPolicy: { maximumAttempts: 3 } },
  { cronSchedule: "@every 10s" },
  { workflowStartDelay: commands.duration(5_000) },
  { requestEagerExecution: true },
];

/** Numbers of an act are below this. */
const CHANCE_MAX = 200;

export class CoreLife {
  readonly run: RunUnderTest;
  /** What was done, to find the way to a failure. */
  readonly trail: string[] = [];
  readonly #random: Random;
  readonly current = new CurrentVersion();
  #task: StartedWorkflowTask | undefined;
  /** Of the worker that has the task. */
  #version = "";
  #activities: StartedActivity[] = [];

  constructor(random: Random) {
    this.#random = random;
    this.run = new RunUnderTest({ request: random.pick(STARTS) });
  }

  /** One step. What the core refuses with an expected error changes nothing and is part of life. */
  step(): void {
    const choice = this.#random.below(ACTS.length);
    const chance = this.#random.below(CHANCE_MAX);
    this.trail.push(`${choice}/${chance}`);
    try {
      ACTS[choice]?.(this, chance);
    } catch (error) {
      const isRefused = error instanceof CloudError && error.code !== "INTERNAL";
      const isImpossible = error instanceof Error && error.name === "AssertionError";
      if (!isRefused && !isImpossible) throw error;
    }
  }

  takeTask(): void {
    const { run } = this;
    if (run.state.workflowTask?.startedEventId !== 0) return;
    const assignment = this.current.assign(run.state, "workflow");
    this.#task = run.startTask("orders", assignment);
    this.#version = assignment.version;
  }

  failTask(): void {
    if (this.#task === undefined) return;
    this.run.do({ kind: "failWorkflowTask", task: this.#task, request: { cause: 24 } });
  }

  answerTask(chance: number): void {
    const task = this.#task;
    if (task === undefined) return;
    const messages = task.messages.flatMap((sent, index) => answersTo(sent, chance + index));
    const list = [0, 1, 2].flatMap(
      (n) => COMMANDS[(chance * 11 + n * 5) % COMMANDS.length]?.(this, chance + n) ?? [],
    );
    const close = chance % 29 === 0 ? CLOSING[chance % CLOSING.length] : undefined;
    const answer = this.run.completeTask(task, [...list, ...(close === undefined ? [] : [close])], {
      ...answerOf(this.#version, chance),
      messages,
      returnNewWorkflowTask: chance % 3 === 0,
      forceCreateNewWorkflowTask: chance % 11 === 0,
      meteringMetadata: { nonfirstLocalActivityExecutionAttempts: chance % 5 },
      ...(chance % 2 === 0 ? {} : { stickyAttributes: stickyOf(chance) }),
    });
    this.#task = answer.newTask;
    this.#activities.push(...answer.eagerActivities);
  }

  takeActivity(): void {
    const [activity] = [...this.run.state.activities.values()].filter(({ startedAt }) => startedAt === 0);
    if (activity === undefined) return;
    const assignment = this.current.assign(this.run.state, "activity");
    this.#activities.push(this.run.startActivity(activity.activityId, assignment));
  }

  answerActivity(chance: number): void {
    const activity = this.#activities[chance % Math.max(1, this.#activities.length)];
    if (activity === undefined) return;
    const about = { activity, identity: "w" };
    const failure =
      chance % 2 === 0
        ? { message: "x", applicationFailureInfo: { type: "E", nonRetryable: chance % 4 === 0 } }
        : { message: "t", timeoutFailureInfo: { timeoutType: TIMEOUT_TYPE_START_TO_CLOSE } };
    if (chance % 5 === 0)
      this.run.do({ kind: "heartbeatActivity", details: commands.payloads(chance), ...about });
    else if (chance % 5 === 1) this.run.do({ kind: "cancelActivity", details: null, ...about });
    else if (chance % 5 === 2)
      this.run.do({ kind: "failActivity", failure, lastHeartbeatDetails: null, ...about });
    else this.run.do({ kind: "completeActivity", result: commands.payloads(chance), ...about });
  }

  changeActivity(chance: number): void {
    const [activity] = this.run.state.activities.values();
    if (activity === undefined) return;
    const by = { identity: "i", reason: "r", requestId: `p${chance}` };
    const unpaused = { resetsAttempts: chance % 2 === 0, resetsHeartbeat: chance % 3 === 0, delayMs: chance };
    const reset = {
      resetsHeartbeat: true,
      keepsPaused: chance % 2 === 0,
      restoresOptions: false,
      delayMs: chance,
    };
    const change =
      chance % 3 === 0
        ? ({ kind: "pause", ...by } as const)
        : chance % 3 === 1
          ? ({ kind: "unpause", ...unpaused } as const)
          : ({ kind: "reset", ...reset } as const);
    const selector = { activityId: activity.activityId };
    this.run.do({ kind: "changeActivities", selector, change });
  }

  tellChild(chance: number): void {
    const children = [...this.run.state.children.values()];
    const child = children[chance % Math.max(1, children.length)];
    if (child === undefined) return;
    const { initiatedEventId, workflowId } = child;
    const runId = `child-${initiatedEventId}`;
    if (chance % 7 === 0) this.run.do({ kind: "childStartFailed", initiatedEventId, cause: 1 });
    else if (chance % 2 === 0) this.run.do({ kind: "childStarted", initiatedEventId, runId });
    else {
      const closeEvent = { workflowExecutionCompletedEventAttributes: {} };
      this.run.do({ kind: "childClosed", initiatedEventId, workflowId, runId, closeEvent });
    }
  }

  tellExternal(chance: number): void {
    const [signal] = this.run.state.externalSignals.keys();
    const [cancel] = this.run.state.externalCancels.keys();
    const failure = chance % 3 === 0 ? { failure: 1 } : {};
    if (signal !== undefined)
      this.run.do({ kind: "externalSignalDone", initiatedEventId: signal, ...failure });
    if (cancel !== undefined)
      this.run.do({ kind: "externalCancelDone", initiatedEventId: cancel, ...failure });
  }
}

function attachOf(chance: number): CommandOf<"attachRequest"> {
  const requestId = `attach${chance % 3}`;
  const nothing = { completionCallbacks: undefined, links: undefined };
  return { kind: "attachRequest", requestId, identity: "", attachRequestId: chance % 2 === 0, ...nothing };
}

function stickyOf(chance: number): temporal.api.taskqueue.v1.IStickyExecutionAttributes {
  return {
    workerTaskQueue: { name: "orders-sticky" },
    scheduleToStartTimeout: commands.duration(1_000 + chance * 10),
  };
}

function answersTo(sent: Message, chance: number): Message[] {
  if (chance % 4 === 0) return [];
  if (chance % 4 === 1) return [reject(sent)];
  const accepted = accept(sent);
  return chance % 4 === 2 ? [accepted] : [accepted, respond(sent.protocolInstanceId ?? "", chance)];
}
