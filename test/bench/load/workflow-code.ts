// What the worker half of the generator does with a workflow task: commands from the new events, as workflow code would.
import { durationOfMs, temporal } from "#contracts";
import type { Workload } from "./plan.ts";

type Command = temporal.api.command.v1.ICommand;
type Task = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;

const { CommandType, EventType } = temporal.api.enums.v1;
export const SIGNALS = 5;
const TIMER_MS = 10;
const ACTIVITY_MS_MAX = 60_000;

export interface Decision {
  commands: Command[];
  isEnd: boolean;
}

/** What a W3 run has seen; a sticky task tells only what is new. */
interface Progress {
  seenEventId: number;
  signals: number;
  isFired: boolean;
}

export class WorkflowCode {
  readonly #workload: Workload;
  readonly #payloads: temporal.api.common.v1.IPayloads;
  readonly #taskQueue: string;
  readonly #progress = new Map<string, Progress>();

  constructor(workload: Workload, taskQueue: string, payloads: temporal.api.common.v1.IPayloads) {
    this.#workload = workload;
    this.#taskQueue = taskQueue;
    this.#payloads = payloads;
  }

  decide(task: Task): Decision {
    if (this.#workload === "W2" && !hasEvent(task, EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED)) {
      return { commands: [this.#activity()], isEnd: false };
    }
    return this.#workload === "W3" ? this.#decideTimed(task) : this.#complete();
  }

  #decideTimed(task: Task): Decision {
    const runId = task.workflowExecution?.runId ?? "";
    const progress = this.#progress.get(runId) ?? { seenEventId: 0, signals: 0, isFired: false };
    this.#progress.set(runId, progress);
    const commands: Command[] = [];
    for (const event of task.history?.events ?? []) {
      const eventId = Number(event.eventId);
      if (eventId <= progress.seenEventId) continue;
      progress.seenEventId = eventId;
      if (event.eventType === EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED) commands.push(TIMER);
      else if (event.eventType === EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED) progress.signals += 1;
      else if (event.eventType === EventType.EVENT_TYPE_TIMER_FIRED) progress.isFired = true;
    }
    if (!progress.isFired || progress.signals < SIGNALS) return { commands, isEnd: false };
    this.#progress.delete(runId);
    return this.#complete();
  }

  #complete(): Decision {
    return {
      commands: [
        {
          commandType: CommandType.COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION,
          completeWorkflowExecutionCommandAttributes: { result: this.#payloads },
        },
      ],
      isEnd: true,
    };
  }

  #activity(): Command {
    return {
      commandType: CommandType.COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK,
      scheduleActivityTaskCommandAttributes: {
        activityId: "1",
        activityType: { name: "echo" },
        taskQueue: { name: this.#taskQueue },
        input: this.#payloads,
        startToCloseTimeout: durationOfMs(ACTIVITY_MS_MAX),
      },
    };
  }
}

const TIMER: Command = {
  commandType: CommandType.COMMAND_TYPE_START_TIMER,
  startTimerCommandAttributes: { timerId: "1", startToFireTimeout: durationOfMs(TIMER_MS) },
};

function hasEvent(task: Task, type: temporal.api.enums.v1.EventType): boolean {
  return (task.history?.events ?? []).some(({ eventType }) => eventType === type);
}
