// The state of a request for approval as a mark.
import type { ReactNode } from "react";
import { StatusMark, type Status } from "#components/status-mark";

const MARKS: Readonly<Record<string, readonly [Status, string]>> = {
  PENDING: ["waiting", "Waits for approval"],
  APPROVED: ["running", "Approved"],
  CARRIED_OUT: ["completed", "Carried out"],
  FAILED: ["failed", "Failed"],
  REJECTED: ["terminated", "Rejected"],
  EXPIRED: ["timed-out", "Expired"],
  WITHDRAWN: ["canceled", "Withdrawn"],
};

export function RequestState({ state = "" }: { state: string | undefined }): ReactNode {
  const [status, word] = MARKS[state] ?? (["waiting", state] as const);
  return <StatusMark status={status} word={word} />;
}
