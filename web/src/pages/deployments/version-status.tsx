// How a version of a deployment stands: by shape, colour and word.
import type { ReactNode } from "react";
import { StatusMark, type Status } from "#components/status-mark";
import type { Version } from "./deployment-facts.ts";

const STATUS: Readonly<Record<string, { status: Status; word: string }>> = {
  WORKER_DEPLOYMENT_VERSION_STATUS_CURRENT: { status: "completed", word: "Current" },
  WORKER_DEPLOYMENT_VERSION_STATUS_RAMPING: { status: "running", word: "Ramping" },
  WORKER_DEPLOYMENT_VERSION_STATUS_DRAINING: { status: "timed-out", word: "Draining" },
  WORKER_DEPLOYMENT_VERSION_STATUS_DRAINED: { status: "canceled", word: "Drained" },
  WORKER_DEPLOYMENT_VERSION_STATUS_CREATED: { status: "waiting", word: "Created" },
};

export function VersionStatus({ version }: { version: Version }): ReactNode {
  const { status, word } = STATUS[version.status ?? ""] ?? { status: "waiting", word: "Inactive" };
  return <StatusMark status={status} word={word} />;
}
