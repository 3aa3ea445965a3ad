// A namespace's state as a mark. A change under way is running; "Active" is the good state.
import type { ReactNode } from "react";
import type { Schemas } from "#api/client";
import { StatusMark, type Status } from "#components/status-mark";

type State = Schemas["temporal.api.cloud.resource.v1.ResourceState"];

const MARKS: Record<State, { status: Status; word: string }> = {
  RESOURCE_STATE_UNSPECIFIED: { status: "waiting", word: "Unknown" },
  RESOURCE_STATE_ACTIVATING: { status: "running", word: "Being made" },
  RESOURCE_STATE_ACTIVATION_FAILED: { status: "failed", word: "Not made" },
  RESOURCE_STATE_ACTIVE: { status: "completed", word: "Active" },
  RESOURCE_STATE_UPDATING: { status: "running", word: "Changing" },
  RESOURCE_STATE_UPDATE_FAILED: { status: "failed", word: "Change failed" },
  RESOURCE_STATE_DELETING: { status: "running", word: "Being deleted" },
  RESOURCE_STATE_DELETE_FAILED: { status: "failed", word: "Not deleted" },
  RESOURCE_STATE_DELETED: { status: "canceled", word: "Deleted" },
  RESOURCE_STATE_SUSPENDED: { status: "timed-out", word: "Suspended" },
  RESOURCE_STATE_EXPIRED: { status: "timed-out", word: "Expired" },
};

export function NamespaceStatus({
  state = "RESOURCE_STATE_UNSPECIFIED",
}: {
  state?: State | undefined;
}): ReactNode {
  return <StatusMark {...MARKS[state]} />;
}
