// Waits for a standalone execution to be as a caller wants it, as long as the caller may wait.
import type { UnaryCall } from "#shared/grpc";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { LiveStandalone } from "../standalone/index.ts";
import { nextCommit, WAKES_MAX } from "./next-commit.ts";
import { pollTimeoutMs, WATCH_MS_MAX, watchSignal } from "./poll-timeout.ts";
import { knownTransitionCount } from "./transition-token.ts";

export interface TransitionWatch {
  engine: Engine;
  execution: Pick<
    LiveStandalone,
    "watchers" | "isDropped" | "isDeleted" | "kind" | "state" | "durableTransitionCount"
  >;
  call: UnaryCall;
}

/** False when the time is over first. Errors: NOT_FOUND when it is deleted, UNAVAILABLE when it is given up. */
export async function awaitTransition(
  { engine, execution, call }: TransitionWatch,
  condition: () => boolean,
): Promise<boolean> {
  if (condition()) return true;
  const { signal, done } = watchSignal(engine, call, pollTimeoutMs(engine, call, WATCH_MS_MAX));
  try {
    for (let count = 0; count < WAKES_MAX && !signal.aborted; count += 1) {
      await nextCommit(execution.watchers, signal);
      if (condition()) return true;
      if (execution.isDeleted) throw execution.kind.notFound(execution.state.id);
      if (execution.isDropped) {
        throw new CloudError("UNAVAILABLE", "The cell lost track of the execution for a moment. Try again.");
      }
    }
    return false;
  } finally {
    done();
  }
}

/** As `awaitTransition`, for anything that the caller's token does not know. Errors: also INVALID_ARGUMENT for the token. */
export async function awaitChange(
  watch: TransitionWatch,
  token: Uint8Array | null | undefined,
): Promise<boolean> {
  const { execution } = watch;
  const known = knownTransitionCount(token, execution.state);
  return awaitTransition(watch, () => execution.durableTransitionCount !== known);
}
