// The state of an invoice in our words.
import type { ReactNode } from "react";
import { StatusMark, type Status } from "#components/status-mark";

const STATES: Readonly<Record<string, { status: Status; word: string }>> = {
  DRAFT: { status: "waiting", word: "Being drawn up" },
  OPEN: { status: "running", word: "To be paid" },
  PAID: { status: "completed", word: "Paid" },
  VOID: { status: "canceled", word: "Void" },
  UNCOLLECTIBLE: { status: "failed", word: "Uncollectible" },
};

export function InvoiceState({ state = "" }: { state: string | undefined }): ReactNode {
  return <StatusMark {...(STATES[state] ?? { status: "waiting" as const, word: state })} />;
}

/** Until an invoice is paid or void, it changes by itself. */
export function isUnsettled(state: string | undefined): boolean {
  return state === "DRAFT" || state === "OPEN";
}
