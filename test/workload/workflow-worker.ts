// A worker for workflow tasks: it polls its sticky queue and the shared one, is slow now and then, forgets tasks,
// answers twice, and sometimes fails a task. Each answer has an identity of its own, so that its events can be found.
import { temporal } from "#contracts";
import { duration } from "#harness/task-commands";
import type { Load } from "./load.ts";
import { repeat } from "./repeat.ts";
import { answerTo } from "./task-answers.ts";
import { BEHAVIORS, deploymentOf } from "./versions.ts";

type Task = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;
type Answer = temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedResponse;

const POLL_DEADLINE_MS = 30_000;
const RETRY_MS = 200;

const { TaskQueueKind } = temporal.api.enums.v1;

interface Worker {
  name: string;
  /** 0: none. */
  version: number;
}

export async function runWorkflowWorker(load: Load, name: string, version = 0): Promise<void> {
  const worker = { name, version };
  await Promise.all([pollFor(load, worker, undefined), pollFor(load, worker, `sticky-${name}`)]);
}

async function pollFor(load: Load, worker: Worker, sticky: string | undefined): Promise<void> {
  const taskQueue =
    sticky === undefined
      ? { name: load.taskQueue }
      : { name: sticky, kind: TaskQueueKind.TASK_QUEUE_KIND_STICKY, normalName: load.taskQueue };
  const { name, version } = worker;
  const request = { namespace: load.namespace, taskQueue, identity: name, ...deploymentOf(version) };
  while (!load.isOver) {
    let task: Task | undefined;
    try {
      task = await load.caller.call<Task>("PollWorkflowTaskQueue", request, {
        deadlineMs: POLL_DEADLINE_MS,
        signal: load.over.signal,
      });
    } catch {
      // The cell is away, or the load is over: a worker polls again.
      await load.pause(RETRY_MS);
      continue;
    }
    if ((task.taskToken?.length ?? 0) > 0) await handle(load, worker, task);
  }
}

/** Workflow tasks may bring more of them, and activities that start at once. */
async function handle(load: Load, worker: Worker, first: Task): Promise<void> {
  for (let task: Task | undefined = first; task !== undefined && !load.isOver;) {
    if (task.query != null) return answerQuery(load, task);
    const { random, settings } = load;
    if (!load.isEnding && settings.forgetsOneIn > 0 && random.oneIn(settings.forgetsOneIn)) return;
    await load.work();
    if (!load.isEnding && random.oneIn(20)) return failTask(load, task);
    const answer: Answer | undefined = await complete(load, worker, task);
    for (const activity of answer?.activityTasks ?? []) load.workOn(activity);
    task = answer?.workflowTask ?? undefined;
  }
}

async function complete(load: Load, worker: Worker, task: Task): Promise<Answer | undefined> {
  const { random } = load;
  const act = load.journal.open("completeTask", idsOf(task));
  const isSticky = random.oneIn(2);
  const answer = await repeat<Answer>(load, act, {
    name: "RespondWorkflowTaskCompleted",
    request: {
      namespace: load.namespace,
      taskToken: task.taskToken,
      identity: act.id,
      ...answerTo(load, task),
      ...deploymentOf(worker.version),
      ...(worker.version > 0 ? { versioningBehavior: random.pick(BEHAVIORS) } : {}),
      ...(isSticky ? { stickyAttributes: stickyOf(worker.name) } : {}),
    },
  });
  // A speculative task that changed nothing is forgotten.
  act.isWithoutEvent = Number(answer?.resetHistoryEventId ?? 0) !== 0;
  return answer;
}

function stickyOf(name: string): temporal.api.taskqueue.v1.IStickyExecutionAttributes {
  return { workerTaskQueue: { name: `sticky-${name}` }, scheduleToStartTimeout: duration(5_000) };
}

async function failTask(load: Load, task: Task): Promise<void> {
  const act = load.journal.open("failTask", idsOf(task));
  await repeat(load, act, {
    name: "RespondWorkflowTaskFailed",
    request: { namespace: load.namespace, taskToken: task.taskToken, cause: 24, identity: act.id },
  });
}

async function answerQuery(load: Load, task: Task): Promise<void> {
  const act = load.journal.open("other", idsOf(task));
  await repeat(load, act, {
    name: "RespondQueryTaskCompleted",
    request: { namespace: load.namespace, taskToken: task.taskToken, completedType: 1 },
  });
}

function idsOf(task: Task): { workflowId: string; runId: string } {
  return {
    workflowId: task.workflowExecution?.workflowId ?? "",
    runId: task.workflowExecution?.runId ?? "",
  };
}
