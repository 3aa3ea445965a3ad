// Decides on one command for one standalone activity.
import type { ActivityCommand, ActivityCommandKind, ActivityCommandOf, ActivityResults } from "./command.ts";
import { attachLinks } from "./commands/attach-links.ts";
import { complete } from "./commands/complete.ts";
import { confirmCancel } from "./commands/confirm-cancel.ts";
import { fail } from "./commands/fail.ts";
import { heartbeat } from "./commands/heartbeat.ts";
import { pause } from "./commands/pause.ts";
import { requestCancel } from "./commands/request-cancel.ts";
import { reset } from "./commands/reset.ts";
import { startAttempt } from "./commands/start-attempt.ts";
import { terminate } from "./commands/terminate.ts";
import { unpause } from "./commands/unpause.ts";
import { updateOptions } from "./commands/update-options.ts";
import { wake } from "./commands/wake.ts";
import type { ActivityState } from "./state.ts";
import { ActivityTransition, type ActivityContext, type ActivityOutcome } from "./transition.ts";

type Handlers = {
  [Kind in ActivityCommandKind]: (
    transition: ActivityTransition,
    command: ActivityCommandOf<Kind>,
  ) => ActivityResults[Kind];
};

const HANDLERS: Handlers = {
  attachLinks,
  complete,
  confirmCancel,
  fail,
  heartbeat,
  pause,
  requestCancel,
  reset,
  startAttempt,
  terminate,
  unpause,
  updateOptions,
  wake,
};

/** Changes `state` in place and tells what follows. Throws CloudError before any change when it is not possible. */
export function decideActivity<Given extends ActivityCommand>(
  state: ActivityState,
  command: Given,
  context: ActivityContext,
): ActivityOutcome<ActivityResults[Given["kind"]]> {
  const transition = new ActivityTransition(state, context);
  // The table pairs each kind with its own handler; the type system cannot follow a lookup by a generic kind.
  const handler = HANDLERS[command.kind] as unknown as (
    transition: ActivityTransition,
    command: Given,
  ) => ActivityResults[Given["kind"]];
  return transition.finish(handler(transition, command));
}
