// Time has come: everything due happens, in the order in which it was due.
import type { ActivityCommandOf } from "../command.ts";
import { offer } from "../attempts/dispatch.ts";
import { timeOut } from "../attempts/time-out.ts";
import { deadlinesOf } from "../deadlines.ts";
import type { ActivityTransition } from "../transition.ts";

/** Deadlines met in one waking: each leads to at most one other state with deadlines of its own. */
const DEADLINES_MAX = 16;

export function wake(transition: ActivityTransition, _command: ActivityCommandOf<"wake">): undefined {
  for (let count = 0; count < DEADLINES_MAX; count += 1) {
    // Meeting one deadline may settle the others, so the list is made anew.
    const [due] = deadlinesOf(transition.state)
      .filter(({ at }) => at <= transition.now)
      .sort((one, other) => one.at - other.at);
    if (due === undefined) break;
    if (due.kind === "dispatch") offer(transition);
    else timeOut(transition, due.timeoutType);
  }
  return undefined;
}
