// One change of one execution while it is being decided: collects events, effects and actions, and applies each event
// to the state at once. Commands use nothing else to change what the history tells.
import type { ActionKind } from "#usage/actions";
import type { EpochMs } from "#shared/clock";
import { BUFFERED_EVENT_ID, mustBuffer, takeBufferedEvents } from "./buffered-events.ts";
import type { ActivityEnd } from "./activities/activity-end.ts";
import type { Effect } from "./effect.ts";
import { applyEvent } from "./events/index.ts";
import { historyCodec } from "./message-codecs.ts";
import type { DecideContext, EventBatch, NewRun, Outcome } from "./outcome.ts";
import { isRunning } from "./running.ts";
import type { ExecutionState, HistoryEvent } from "./state.ts";
import { int64, timestampOf } from "./wire-numbers.ts";
import { scheduledEventOf, startedEventOf } from "./workflow-task/task-events.ts";

export class Transition {
  readonly state: ExecutionState;
  readonly context: DecideContext;
  readonly effects: Effect[] = [];
  /** For whoever measures. */
  readonly activityEnds: ActivityEnd[] = [];
  readonly #counts = new Map<ActionKind, number>();
  readonly #events: HistoryEvent[] = [];
  newRun: NewRun | undefined;
  /** Set by what changes the state without an event and must survive a crash. */
  isDurable = false;
  /** Set by what changes what lists say of the run without an event that tells it. */
  isListed = false;

  constructor(state: ExecutionState, context: DecideContext) {
    this.state = state;
    this.context = context;
  }

  get now(): EpochMs {
    return this.context.now;
  }

  get isRunning(): boolean {
    return isRunning(this.state);
  }

  /** Appends an event, or buffers it while a worker holds the workflow task. Returns it with its id. */
  add(event: HistoryEvent, at: EpochMs = this.now): HistoryEvent {
    this.makeTaskNormal();
    if (!mustBuffer(this.state, event)) return this.#append(event, at);
    this.#stamp(event, BUFFERED_EVENT_ID, at);
    this.state.bufferedEvents.push(event);
    this.isDurable = true;
    applyEvent(this.state, event);
    return event;
  }

  /** A speculative task stops being one when anything else happens: its events enter the history first. */
  makeTaskNormal(): void {
    const task = this.state.workflowTask;
    if (task?.kind !== "speculative") return;
    const { startedAt, scheduledAt } = task;
    task.kind = "normal";
    this.#append(scheduledEventOf(this.state, task), scheduledAt);
    if (startedAt !== 0) this.#append(startedEventOf(task), startedAt);
  }

  /** Moves what was buffered into the history; to be called when the workflow task has ended. */
  flushBuffer(): void {
    const flushed = takeBufferedEvents(this.state);
    for (const event of flushed) this.#events.push(event);
  }

  bill(kind: ActionKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  get hasEvents(): boolean {
    return this.#events.length > 0;
  }

  finish<Result>(result: Result): Outcome<Result> {
    const batches = this.#batches();
    const isDurable = this.isDurable || batches.length > 0 || this.#counts.size > 0;
    if (isDurable) this.state.transitionCount += 1;
    const outcome: Outcome<Result> = {
      batches,
      effects: this.effects,
      actions: [...this.#counts].map(([kind, count]) => ({ kind, count })),
      result,
      isDurable,
      isListed: this.isListed,
    };
    if (this.newRun !== undefined) outcome.newRun = this.newRun;
    if (this.activityEnds.length > 0) outcome.activityEnds = this.activityEnds;
    return outcome;
  }

  #append(event: HistoryEvent, at: EpochMs): HistoryEvent {
    this.#stamp(event, this.state.nextEventId++, at);
    this.#events.push(event);
    applyEvent(this.state, event);
    return event;
  }

  #stamp(event: HistoryEvent, eventId: number, at: EpochMs): void {
    event.eventId = int64(eventId);
    event.eventTime = timestampOf(at);
    event.version = int64(this.state.version);
    event.taskId = int64(eventId);
  }

  #batches(): EventBatch[] {
    const events = this.#events;
    if (events.length === 0) return [];
    const bytes = historyCodec.encode({ events });
    this.state.historySizeBytes += bytes.length;
    const { nextEventId } = this.state;
    return [{ firstEventId: nextEventId - events.length, nextEventId, events, bytes }];
  }
}
