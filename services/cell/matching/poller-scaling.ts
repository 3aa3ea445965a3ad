// Tells workers whose pollers scale by themselves to poll with one more or one less, when a poll got its task.

/** A poll that waited this long says that there are enough. */
const IDLE_WAIT_MS = 1_000;
/** A backlog older than this says that there are too few. */
const BACKLOG_AGE_MS = 200;
/** So do tasks that come this much faster than they go. */
const ADD_TO_DISPATCH_RATIO = 1.2;
/** Decisions to poll more, a second and poller. */
const DECISIONS_PER_SECOND = 10;

interface ScalingView {
  backlogCount: number;
  backlogAgeMs: number;
  addRate: number;
  dispatchRate: number;
}

/** One queue's decisions: more of them the more pollers there are, so that the number does not jump. */
export class PollerScaling {
  #tokens = 1;
  #refilledAt = 0;

  /** The change of pollers to suggest, or 0. `view` is asked only when it decides. */
  decide(now: number, pollers: number, waitedMs: number, view: () => ScalingView): number {
    if (waitedMs >= IDLE_WAIT_MS) return -1;
    return this.#mayDecide(now, Math.max(pollers, 1)) && needsMore(view()) ? 1 : 0;
  }

  #mayDecide(now: number, pollers: number): boolean {
    const perMs = (DECISIONS_PER_SECOND * pollers) / 1_000;
    this.#tokens = Math.min(DECISIONS_PER_SECOND * pollers, this.#tokens + (now - this.#refilledAt) * perMs);
    this.#refilledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}

function needsMore(view: ScalingView): boolean {
  if (view.backlogCount > 0 && view.backlogAgeMs > BACKLOG_AGE_MS) return true;
  return view.dispatchRate > 0 && view.addRate / view.dispatchRate > ADD_TO_DISPATCH_RATIO;
}
