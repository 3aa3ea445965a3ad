// Links of a start that found this activity open: kept once for each request.
import type { ActivityCommandOf } from "../command.ts";
import { ACTIVITY_LIMITS } from "../limits.ts";
import { linkCodec } from "../../workflow/index.ts";
import { precondition } from "../precondition.ts";
import { isClosed } from "../status.ts";
import type { ActivityTransition } from "../transition.ts";

export function attachLinks(
  transition: ActivityTransition,
  command: ActivityCommandOf<"attachLinks">,
): undefined {
  const { state } = transition;
  const { requestId } = command;
  if (state.attachedLinks.some((attached) => attached.requestId === requestId)) return undefined;
  if (isClosed(state.status)) throw precondition("cannot attach links to a closed activity");
  const attachedCount = state.attachedLinks.reduce((sum, { links }) => sum + links.length, 0);
  if (attachedCount + command.links.length > ACTIVITY_LIMITS.linksMax) {
    throw precondition(
      `cannot attach more than ${ACTIVITY_LIMITS.linksMax} links to an activity (${attachedCount} links already attached)`,
    );
  }
  state.attachedLinks.push({ requestId, links: command.links.map((link) => linkCodec.encode(link)) });
  transition.changed();
  return undefined;
}
