// What workflow code of the load wants next: random commands, also such as the cell refuses, and answers to updates and
// queries that came with the task.
import { temporal } from "#contracts";
import type { Random } from "#harness/random";
import * as commands from "#harness/task-commands";
import { accept, reject, respond } from "#harness/update-messages";
import type { Load } from "./load.ts";
import { somePriority } from "./queue-acts.ts";

type TaskCommand = temporal.api.command.v1.ICommand;
type Message = temporal.api.protocol.v1.IMessage;
type Task = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;
type Completion = temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest;

const { QueryResultType } = temporal.api.enums.v1;

type Wish = (random: Random, load: Load, task: Task) => TaskCommand;

const WISHES: readonly (readonly [weight: number, wish: Wish])[] = [
  [10, scheduleActivity],
  [2, (random, _load, task) => commands.cancelActivity(someEventId(random, task))],
  [6, (random) => commands.startTimer(`t${String(random.below(4))}`, random.between(10, 20_000))],
  [2, (random) => commands.cancelTimer(`t${String(random.below(4))}`)],
  [2, (random) => commands.recordMarker(random.pick(["LocalActivity", "Version"]))],
  [1, (random) => commands.upsertAttribute("TemporalChangeVersion", [`v${String(random.below(9))}`])],
  [
    1,
    (random) => commands.modifyMemo(`m${String(random.below(3))}`, random.oneIn(4) ? null : random.below(9)),
  ],
  [3, startChild],
  [3, (_random, load) => commands.signalExternal(load.someWorkflowId())],
  [1, (_random, load) => commands.cancelExternal(load.someWorkflowId())],
  [4, scheduleOperation],
  [1, cancelOperation],
];
const DECK = WISHES.flatMap(([weight, wish]) => new Array<Wish>(weight).fill(wish));

const CLOSING: readonly ((random: Random) => TaskCommand)[] = [
  () => commands.completeWorkflow(),
  () => commands.completeWorkflow(),
  () => commands.failWorkflow("bad"),
  () => commands.cancelWorkflow(),
  () => commands.continueAsNew(),
  () => commands.continueAsNew(),
];

/** A task from which on a workflow ends: chains are long enough to meet everything, and histories stay short. */
const ENDS_ONE_IN = 6;
const COMMANDS_MAX = 3;

export function answerTo(load: Load, task: Task): Partial<Completion> {
  const { random } = load;
  const messages = (task.messages ?? []).flatMap((sent) => answersTo(random, sent, load.isEnding));
  const queryResults = Object.fromEntries(
    Object.keys(task.queries ?? {}).map((id) => [
      id,
      { resultType: QueryResultType.QUERY_RESULT_TYPE_ANSWERED },
    ]),
  );
  if (load.isEnding) return { commands: [commands.completeWorkflow()], messages, queryResults };
  const list = Array.from({ length: random.below(COMMANDS_MAX + 1) }, () =>
    random.pick(DECK)(random, load, task),
  );
  if (random.oneIn(ENDS_ONE_IN)) list.push(random.pick(CLOSING)(random));
  return {
    commands: list,
    messages,
    queryResults,
    returnNewWorkflowTask: random.oneIn(2),
    forceCreateNewWorkflowTask: random.oneIn(12),
    meteringMetadata: { nonfirstLocalActivityExecutionAttempts: random.below(3) },
  };
}

function scheduleActivity(random: Random): TaskCommand {
  return commands.scheduleActivity(`a${String(random.below(4))}`, {
    taskQueue: { name: "work" },
    requestEagerExecution: random.oneIn(4),
    ...(random.oneIn(4) ? { priority: somePriority(random) } : {}),
    startToCloseTimeout: commands.duration(random.between(500, 20_000)),
    ...(random.oneIn(3) ? { heartbeatTimeout: commands.duration(random.between(500, 5_000)) } : {}),
    ...(random.oneIn(4) ? { scheduleToCloseTimeout: commands.duration(random.between(500, 40_000)) } : {}),
    retryPolicy: {
      initialInterval: commands.duration(random.between(100, 2_000)),
      maximumAttempts: random.between(1, 4),
    },
  });
}

/** Now and then an id that is taken. */
function startChild(random: Random, load: Load): TaskCommand {
  const workflowId = random.oneIn(6) ? load.someWorkflowId() : `c-${String(random.uint32())}`;
  return commands.startChild(workflowId, { parentClosePolicy: random.between(1, 3) });
}

/** While there is no handler, nothing. */
function scheduleOperation(random: Random, { endpoint, hasEndpoint }: Load): TaskCommand {
  if (!hasEndpoint) return commands.recordMarker("Version");
  return commands.scheduleOperation("operation", {
    endpoint,
    scheduleToCloseTimeout: commands.duration(random.between(1_000, 40_000)),
    ...(random.oneIn(4) ? { startToCloseTimeout: commands.duration(random.between(500, 20_000)) } : {}),
    ...(random.oneIn(4) ? { scheduleToStartTimeout: commands.duration(random.between(500, 20_000)) } : {}),
  });
}

/** One that the task tells of: an operation that is not there would fail the task. */
function cancelOperation(random: Random, _load: Load, task: Task): TaskCommand {
  const events = task.history?.events ?? [];
  const asked = events.filter((event) => event.nexusOperationScheduledEventAttributes != null);
  if (asked.length === 0) return commands.recordMarker("Version");
  return commands.cancelOperation(Number(random.pick(asked).eventId));
}

function someEventId(random: Random, task: Task): number {
  const scheduled = (task.history?.events ?? []).filter(
    (event) => event.activityTaskScheduledEventAttributes != null,
  );
  return scheduled.length === 0 ? 5 : Number(random.pick(scheduled).eventId);
}

function answersTo(random: Random, sent: Message, isEnding: boolean): Message[] {
  const chance = isEnding ? 3 : random.below(6);
  if (chance === 0) return [];
  if (chance === 1) return [reject(sent)];
  const accepted = accept(sent);
  return chance === 2 ? [accepted] : [accepted, respond(sent.protocolInstanceId ?? "", "done")];
}
