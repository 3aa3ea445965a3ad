// A workflow's status as colour, shape and word.
import type { ReactNode } from "react";
import { StatusMark } from "#components/status-mark";
import { statusOf } from "./workflow-facts.ts";

export function WorkflowStatus({ status }: { status: string | undefined }): ReactNode {
  const { status: mark, word } = statusOf(status);
  return <StatusMark status={mark} word={word} />;
}
