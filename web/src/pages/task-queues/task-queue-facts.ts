// What pages ask a task queue: its kinds of tasks, and small readings of Temporal's messages.
import type { Message, ResponseOf } from "#api/workflow-service";
import { relativeTime } from "#format/time";

export type Described = ResponseOf<"DescribeTaskQueue">;
export type Stats = Message<"temporal.api.taskqueue.v1.TaskQueueStats">;
export type Poller = Message<"temporal.api.taskqueue.v1.PollerInfo">;
export type WorkerInfo = Message<"temporal.api.worker.v1.WorkerListInfo">;

export const KINDS = [
  { type: "TASK_QUEUE_TYPE_WORKFLOW", label: "Workflow tasks", word: "workflow" },
  { type: "TASK_QUEUE_TYPE_ACTIVITY", label: "Activities", word: "activity" },
  { type: "TASK_QUEUE_TYPE_NEXUS", label: "Nexus", word: "nexus" },
] as const;

export type KindType = (typeof KINDS)[number]["type"];

export function backlogOf(stats: Stats | undefined): number {
  return Number(stats?.approximateBacklogCount ?? 0);
}

/** "3 minutes", or "" when nothing waits. */
export function backlogAge(stats: Stats | undefined): string {
  const seconds = Number.parseFloat(stats?.approximateBacklogAge ?? "0");
  return backlogOf(stats) === 0 || seconds < 1 ? "" : relativeTime(0, seconds * 1_000).replace(" ago", "");
}

/** "1.3 per second". */
export function rateWords(perSecond: number | undefined): string {
  return `${(perSecond ?? 0).toFixed(1)} per second`;
}

/** "orders:build-7" of a versioned worker. */
export function versionOf({ deploymentOptions }: Poller): string {
  const { deploymentName = "", buildId = "" } = deploymentOptions ?? {};
  return deploymentName === "" ? "" : `${deploymentName}:${buildId}`;
}
