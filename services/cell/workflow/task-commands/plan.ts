// What the commands of one workflow task will have done, while they are checked: nothing is applied before all of them
// are known to be good, so a refusal needs no undo.
import type { temporal } from "#contracts";
import type { Limits } from "../limits.ts";
import { bytesOfEncodedFields } from "../payload-fields.ts";
import type { ExecutionState, HistoryEvent, WorkflowTask } from "../state.ts";
import type { Transition } from "../transition.ts";

/** What the prepared commands are applied to. */
export interface Completion {
  transition: Transition;
  completedEventId: number;
  identity: string;
  /** Activities that the same worker gets at once, by scheduled event id. */
  eagerActivities: number[];
  /** An activity that no worker had was canceled: the workflow must hear of it. */
  needsTask: boolean;
}

export class Plan {
  readonly state: ExecutionState;
  readonly limits: Limits;
  readonly transition: Transition;
  readonly task: WorkflowTask;
  readonly messages: Map<string, temporal.api.protocol.v1.IMessage>;
  /** Id of the event that the next command will make. */
  nextEventId: number;
  isClosing = false;
  /** Activities scheduled by this task: event id to activity id. */
  readonly scheduledActivities = new Map<number, string>();
  readonly cancelRequested = new Set<number>();
  readonly startedTimers = new Set<string>();
  readonly endedTimers = new Set<string>();
  readonly startedChildren = new Set<string>();
  readonly completedUpdates = new Set<string>();
  readonly acceptedUpdates = new Set<string>();
  readonly rejectedUpdates = new Set<string>();
  /** Nexus operations scheduled by this task, by event id, and those that it asks to cancel. */
  readonly scheduledOperations = new Set<number>();
  readonly operationCancels = new Set<number>();
  children: number;
  signals: number;
  cancels: number;
  nexusOperations: number;
  memoBytes: number;
  #activityIds: Set<string> | undefined;
  #bufferedEvents: readonly HistoryEvent[];

  constructor(
    transition: Transition,
    task: WorkflowTask,
    messages: readonly temporal.api.protocol.v1.IMessage[],
  ) {
    const { state, context } = transition;
    this.transition = transition;
    this.state = state;
    this.limits = context.limits;
    this.task = task;
    this.messages = new Map(messages.map((message) => [message.id ?? "", message]));
    // A task without events gets its scheduled and started events before the completed one.
    this.nextEventId = state.nextEventId + (task.kind === "normal" ? 1 : 3);
    this.children = state.children.size;
    this.signals = state.externalSignals.size;
    this.cancels = state.externalCancels.size;
    this.nexusOperations = state.nexusOperations.size;
    this.memoBytes = bytesOfEncodedFields(state.memo);
    this.#bufferedEvents = state.bufferedEvents;
  }

  get hasBufferedEvents(): boolean {
    return this.#bufferedEvents.length > 0;
  }

  get pendingActivities(): number {
    return this.activityIds.size;
  }

  /** Ids of pending activities; built when first asked for. */
  get activityIds(): Set<string> {
    this.#activityIds ??= new Set([...this.state.activities.values()].map(({ activityId }) => activityId));
    return this.#activityIds;
  }

  hasTimer(timerId: string): boolean {
    if (this.startedTimers.has(timerId)) return true;
    return this.state.timers.has(timerId) && !this.endedTimers.has(timerId);
  }

  /** A timer that fired while the worker was at work can still be canceled: the workflow has not seen it fire. */
  bufferedFiring(timerId: string): HistoryEvent | undefined {
    return this.#bufferedEvents.find((event) => event.timerFiredEventAttributes?.timerId === timerId);
  }

  forgetBuffered(event: HistoryEvent): void {
    this.#bufferedEvents = this.#bufferedEvents.filter((one) => one !== event);
  }
}
