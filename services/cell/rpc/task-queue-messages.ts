// Task queues as DescribeTaskQueue tells of them: pollers and statistics.
import { durationOfMs, timestampOfMs, type temporal } from "#contracts";
import Long from "long";
import { SYSTEM_RATE } from "../matching/dispatch-limits.ts";
import { DEFAULT_LEVEL } from "../matching/place.ts";
import type { QueueStats, TaskQueue } from "../matching/task-queue.ts";

type Stats = temporal.api.taskqueue.v1.ITaskQueueStats;
type LevelStats = QueueStats["levels"][number];

/** Of a queue that is not in use. */
const UNUSED: QueueStats = {
  levels: [{ level: DEFAULT_LEVEL, count: 0, oldestAt: undefined, addRate: 0, dispatchRate: 0 }],
  isLimiting: false,
};

/** Newest first. */
export function pollerMessages(
  queue: TaskQueue | undefined,
  now: number,
): temporal.api.taskqueue.v1.IPollerInfo[] {
  return (queue?.history.list(now) ?? []).map((poller) => ({
    identity: poller.identity,
    lastAccessTime: timestampOfMs(poller.lastAccessAt),
    ratePerSecond: poller.tasksPerSecond ?? SYSTEM_RATE,
    workerVersionCapabilities: poller.workerVersionCapabilities ?? null,
    deploymentOptions: poller.deploymentOptions ?? null,
  }));
}

export function statsMessages(
  queue: TaskQueue | undefined,
  now: number,
): { stats: Stats; statsByPriorityKey: Record<number, Stats> } {
  const { levels, isLimiting } = queue?.stats() ?? UNUSED;
  const message = (of: Omit<LevelStats, "level">): Stats => ({
    approximateBacklogCount: Long.fromNumber(of.count),
    approximateBacklogAge: durationOfMs(of.oldestAt === undefined ? 0 : Math.max(0, now - of.oldestAt)),
    tasksAddRate: of.addRate,
    tasksDispatchRate: of.dispatchRate,
    rateLimitingActive: isLimiting,
  });
  return {
    stats: message(totalOf(levels)),
    statsByPriorityKey: Object.fromEntries(levels.map((level) => [level.level, message(level)])),
  };
}

function totalOf(levels: readonly LevelStats[]): Omit<LevelStats, "level"> {
  const total = { count: 0, oldestAt: undefined as number | undefined, addRate: 0, dispatchRate: 0 };
  for (const { count, oldestAt, addRate, dispatchRate } of levels) {
    total.count += count;
    total.addRate += addRate;
    total.dispatchRate += dispatchRate;
    if (oldestAt !== undefined) total.oldestAt = Math.min(oldestAt, total.oldestAt ?? oldestAt);
  }
  return total;
}
