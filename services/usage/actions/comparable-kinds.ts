// Which kinds a history cannot tell apart: comparing a meter with a recount kind by kind folds them together first.
// The totals are equal either way.
import type { ActionKind } from "./kinds.ts";

const FOLDED: Partial<Record<ActionKind, ActionKind>> = {
  // A history does not tell whether the start came in a multi-operation.
  start_workflow_multi_operation: "start_workflow",
  // Signal-with-start of a running workflow leaves the same event as a signal; of a new one, a start and a signal.
  signal_workflow_with_start: "signal_workflow",
};

/** The kind under which meter and recount are to be compared. */
export function comparableKind(kind: ActionKind): ActionKind {
  return FOLDED[kind] ?? kind;
}
