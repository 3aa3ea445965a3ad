// One change of one standalone activity while it is being decided: collects offers and actions, and knows whether
// anything changed that must outlive a crash. Handlers check everything before they change anything.
import type { Action, ActionKind } from "#usage/actions";
import type { EpochMs } from "#shared/clock";
import type { OfferActivity } from "./effect.ts";
import type { ActivityLimits } from "./limits.ts";
import { isClosed, type Status } from "./status.ts";
import type { ActivityState } from "./state.ts";

export interface ActivityContext {
  now: EpochMs;
  limits: ActivityLimits;
}

export interface ActivityOutcome<Result> {
  /** What to offer after the commit. */
  offers: OfferActivity[];
  /** Billable actions. */
  actions: Action[];
  result: Result;
  /** False when nothing changed that must outlive a crash: no commit is needed before answering. */
  isDurable: boolean;
}

export class ActivityTransition {
  readonly state: ActivityState;
  readonly context: ActivityContext;
  readonly offers: OfferActivity[] = [];
  readonly #actions: Action[] = [];
  #isDurable = false;

  constructor(state: ActivityState, context: ActivityContext) {
    this.state = state;
    this.context = context;
  }

  get now(): EpochMs {
    return this.context.now;
  }

  /** To be called by everything that changes the state, except for what a restart finds out by itself. */
  changed(): void {
    this.#isDurable = true;
  }

  become(status: Status): void {
    this.state.status = status;
    this.changed();
    if (!isClosed(status)) return;
    this.state.closedAt = this.now;
    this.state.dispatchAt = 0;
    this.state.isOffered = false;
  }

  bill(kind: ActionKind): void {
    this.#actions.push({ kind, count: 1 });
    this.changed();
  }

  finish<Result>(result: Result): ActivityOutcome<Result> {
    if (this.#isDurable) this.state.transitionCount += 1;
    return { offers: this.offers, actions: this.#actions, result, isDurable: this.#isDurable };
  }
}
