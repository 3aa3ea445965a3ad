// The state of work, or of a step of it, as a mark.
import type { ReactNode } from "react";
import { StatusMark, type Status } from "#components/status-mark";

const MARKS: Readonly<Record<string, readonly [Status, string]>> = {
  PENDING: ["waiting", "Waiting"],
  IN_PROGRESS: ["running", "Running"],
  RUNNING: ["running", "Running"],
  FULFILLED: ["completed", "Done"],
  COMPLETED: ["completed", "Done"],
  FAILED: ["failed", "Failed"],
  CANCELLED: ["canceled", "Canceled"],
  CANCELED: ["canceled", "Canceled"],
  REJECTED: ["terminated", "Rejected"],
};

export function WorkState({ state = "" }: { state: string | undefined }): ReactNode {
  const [status, word] = MARKS[state] ?? (["waiting", state] as const);
  return <StatusMark status={status} word={word} />;
}
