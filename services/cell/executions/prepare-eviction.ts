// Before an execution leaves memory, its stored marks must tell exactly when to look at it again.
import type { Engine } from "../engine.ts";
import { nextWakeAt, pendingPlace } from "../workflow/index.ts";
import type { LiveExecution } from "./live-execution.ts";
import { runKeyOf } from "./offer-tasks.ts";

/** True when a flush is needed first; the execution is let go in a later round. */
export function prepareEviction(engine: Engine, execution: LiveExecution): boolean {
  const { state } = execution;
  const wakeAt = nextWakeAt(state);
  const pending = pendingPlace(state);
  // What is still to tell to others is under way in memory: let it finish.
  if (execution.isClosed && pending !== "nowhere") return true;
  if (wakeAt === execution.storedWakeAt && pending === execution.storedPending) {
    engine.wakes.release(runKeyOf(execution));
    return false;
  }
  if (engine.journal.recovery === undefined) engine.journal.groupOfCell().write(execution).isExact = true;
  return true;
}
