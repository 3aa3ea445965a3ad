// The state of a person, group or service account as a mark.
import type { ReactNode } from "react";
import type { Schemas } from "#api/client";
import { StatusMark } from "#components/status-mark";

type State = Schemas["temporal.api.cloud.resource.v1.ResourceState"];

interface Props {
  state: State | undefined;
  /** An invitation that was not accepted yet. */
  isInvited?: boolean;
}

export function PrincipalState({ state, isInvited = false }: Props): ReactNode {
  if (state === "RESOURCE_STATE_SUSPENDED") return <StatusMark status="canceled" word="Suspended" />;
  if (isInvited) return <StatusMark status="waiting" word="Invited" />;
  if (state === "RESOURCE_STATE_ACTIVE") return <StatusMark status="completed" word="Active" />;
  return <StatusMark status="running" word="Changing" />;
}
