// Task queues as DescribeTaskQueue tells of them: pollers and statistics.
import { durationOfMs, timestampOfMs, type temporal } from "#contracts";
import Long from "long";
import { SYSTEM_RATE } from "../matching/dispatch-limits.ts";
import { DEFAULT_LEVEL } from "../matching/place.ts";
import type { QueueStats, TaskQueue } from "../matching/task-queue.ts";

type Stats = temporal.api.taskqueue.v1.ITaskQueueStats;
type LevelStats = QueueStats["levels"][number];

const NO_TASKS = { count: 0, oldestAt: undefined, addRate: 0, dispatchRate: 0 };

/** Of a task queue's own pollers and those of its versions, newest first. */
export function pollerMessages(
  queues: readonly TaskQueue[],
  now: number,
): temporal.api.taskqueue.v1.IPollerInfo[] {
  const pollers = queues.flatMap((queue) => queue.history.list(now));
  if (queues.length > 1) pollers.sort((a, b) => b.lastAccessAt - a.lastAccessAt);
  return pollers.map((poller) => ({
    identity: poller.identity,
    lastAccessTime: timestampOfMs(poller.lastAccessAt),
    ratePerSecond: poller.tasksPerSecond ?? SYSTEM_RATE,
    workerVersionCapabilities: poller.workerVersionCapabilities ?? null,
    deploymentOptions: poller.deploymentOptions ?? null,
  }));
}

/** Of all these queues together. */
export function statsMessages(
  queues: readonly TaskQueue[],
  now: number,
): { stats: Stats; statsByPriorityKey: Record<number, Stats> } {
  const all = queues.map((queue) => queue.stats());
  const isLimiting = all.some((stats) => stats.isLimiting);
  const levels = byLevel(all.flatMap((stats) => stats.levels));
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

function byLevel(stats: readonly LevelStats[]): LevelStats[] {
  const levels = new Map<number, LevelStats[]>([[DEFAULT_LEVEL, []]]);
  for (const one of stats) levels.set(one.level, [...(levels.get(one.level) ?? []), one]);
  return [...levels].map(([level, ones]) => ({ level, ...totalOf(ones) }));
}

function totalOf(levels: readonly LevelStats[]): Omit<LevelStats, "level"> {
  const total: Omit<LevelStats, "level"> = { ...NO_TASKS };
  for (const { count, oldestAt, addRate, dispatchRate } of levels) {
    total.count += count;
    total.addRate += addRate;
    total.dispatchRate += dispatchRate;
    if (oldestAt !== undefined) total.oldestAt = Math.min(oldestAt, total.oldestAt ?? oldestAt);
  }
  return total;
}
