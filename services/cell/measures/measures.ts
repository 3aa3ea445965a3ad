// Measures what happens in the cell, by minute and namespace, for the metrics of its tenants. In memory only: what a crash
// loses is a minute of metrics, never a bill. Labels are bounded as those of the counters are.
import type { Clock } from "#shared/clock";
import { bucketOf } from "#shared/latency-buckets";
import {
  MINUTE_MS,
  minuteOf,
  MinuteSeries,
  type EndedMinute,
  type MetricName,
  type Series,
} from "#shared/minute-series";
import type { ActionLabels, LabelBound } from "../counters/action-counts.ts";
import type { QueueName } from "../matching/task.ts";
import type { ScheduleProgress } from "../schedules/state.ts";
import type { ExecutionState, Outcome } from "../workflow/index.ts";
import {
  ACTIVITY_ENDS,
  ACTIVITY_LATENCY,
  ATTEMPT_LATENCY,
  NO_POLLER,
  POLLS,
  RUN_ENDS,
  RUN_LATENCY,
  SCHEDULES,
} from "./metrics.ts";

const OPERATIONS = { workflow: "PollWorkflowTaskQueue", activity: "PollActivityTaskQueue" } as const;

interface Ports {
  clock: Clock;
  /** The name of a namespace of the cell. */
  nameOf: (namespaceId: string) => string | undefined;
  activityTypes: LabelBound;
  taskQueues: LabelBound;
}

export class Measures {
  readonly #ports: Ports;
  readonly #series: MinuteSeries;
  #sampledMs = 0;

  constructor(ports: Ports) {
    this.#ports = ports;
    this.#series = new MinuteSeries(ports.clock.now());
  }

  /** A transition was handed to the journal. `labels` are those of its counters. */
  recorded(state: ExecutionState, outcome: Outcome<unknown>, labels: () => ActionLabels): void {
    const now = this.#ports.clock.now();
    for (const { events } of outcome.batches) {
      // The event that closes a run is its last one.
      const end = RUN_ENDS[events.at(-1)?.eventType ?? 0];
      if (end === undefined) continue;
      const { namespace, workflowType, taskQueue } = labels();
      this.#series.add(now, namespace, end, [workflowType, taskQueue]);
      const tookMs = state.closedAt - (state.executionAt || state.startedAt);
      this.#series.observe(now, namespace, RUN_LATENCY, [workflowType], bucketOf(tookMs));
    }
    for (const ended of outcome.activityEnds ?? []) {
      const { namespace, workflowType } = labels();
      const queue = this.#ports.taskQueues.bound(namespace, ended.taskQueue);
      const type = this.#ports.activityTypes.bound(namespace, ended.activityType);
      const values = [workflowType, queue, type, ended.timeoutType];
      this.#series.add(now, namespace, ACTIVITY_ENDS[ended.outcome], values);
      if (ended.outcome === "success" || ended.outcome === "fail" || ended.outcome === "cancel") {
        if (ended.startedAt > 0)
          this.#series.observe(now, namespace, ATTEMPT_LATENCY, [type], bucketOf(now - ended.startedAt));
        this.#series.observe(now, namespace, ACTIVITY_LATENCY, [type], bucketOf(now - ended.scheduledAt));
      }
    }
  }

  /** A poll was answered: with a task that came while it waited (sync), with one that had waited, or with none. */
  polled(queue: QueueName, normalName: string, outcome: "sync" | "waited" | "timeout"): void {
    const namespace = this.#ports.nameOf(queue.namespaceId);
    if (namespace === undefined || queue.type === "nexus") return;
    const now = this.#ports.clock.now();
    const name = this.#ports.taskQueues.bound(namespace, normalName);
    const values = [name, queue.type, OPERATIONS[queue.type]];
    this.#series.add(now, namespace, outcome === "timeout" ? POLLS.timeout : POLLS.success, values);
    if (outcome === "sync") this.#series.add(now, namespace, POLLS.sync, values);
  }

  /** A task came into a queue that no worker polls. */
  offeredToNobody(queue: QueueName): void {
    const namespace = this.#ports.nameOf(queue.namespaceId);
    if (namespace === undefined || queue.type === "nexus") return;
    const name = this.#ports.taskQueues.bound(namespace, queue.name);
    this.#series.add(this.#ports.clock.now(), namespace, NO_POLLER, [name, queue.type]);
  }

  /** What a schedule's act changed of what it counts. */
  scheduled(namespace: string, before: ScheduleCounts, after: ScheduleCounts): void {
    const now = this.#ports.clock.now();
    const rise = (metric: MetricName, by: number): void => {
      if (by > 0) this.#series.add(now, namespace, metric, [], by);
    };
    rise(SCHEDULES.success, after.actionCount - before.actionCount);
    rise(SCHEDULES.overruns, after.bufferDropped - before.bufferDropped);
    rise(SCHEDULES.missed, after.missedCatchupWindow - before.missedCatchupWindow);
    rise(SCHEDULES.skipped, after.overlapSkipped - before.overlapSkipped);
  }

  /** The minute that ended last, until its values were sampled. */
  get minuteToSample(): number | undefined {
    const minuteMs = minuteOf(this.#ports.clock.now()) - MINUTE_MS;
    return minuteMs > this.#sampledMs ? minuteMs : undefined;
  }

  sampled(minuteMs: number, values: readonly Series[]): void {
    this.#sampledMs = minuteMs;
    this.#series.append(this.#ports.clock.now(), minuteMs, values);
  }

  endedAfter(minuteMs: number): EndedMinute[] {
    this.#series.turn(this.#ports.clock.now());
    return this.#series.endedAfter(minuteMs);
  }
}

export type ScheduleCounts = Pick<
  ScheduleProgress,
  "actionCount" | "bufferDropped" | "missedCatchupWindow" | "overlapSkipped"
>;
