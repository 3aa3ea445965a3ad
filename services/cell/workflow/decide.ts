// Decides on one command for one execution.
import type { Command, CommandResults } from "./command.ts";
import type { DecideContext, Outcome } from "./outcome.ts";
import type { ExecutionState } from "./state.ts";

/**
 * Applies `command` to `state`, which is changed in place, and tells what follows from it. Throws CloudError before any
 * change when the command is not possible.
 */
export function decide<Given extends Command>(
  _state: ExecutionState,
  _command: Given,
  _context: DecideContext,
): Outcome<CommandResults[Given["kind"]]> {
  throw new Error("not there yet");
}
