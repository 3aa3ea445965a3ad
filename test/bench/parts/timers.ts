// A hundred thousand timers due in the same second: how long until all have fired and are stored, what else is served
// meanwhile, and what the cell holds in memory then.
import { performance } from "node:perf_hooks";
import { temporal } from "#contracts";
import { delay, systemClock } from "#shared/clock";
import { seedExecutions } from "#harness/seed-executions";
import type { Bench } from "../bench.ts";
import { Calls } from "../load/calls.ts";
import { residentMiB, treeCpuMs } from "../machine/process-usage.ts";
import { startCell, type CellUnderLoad } from "../servers/cell.ts";

const TIMERS = 100_000;
const QUEUE = "sleepers";
const SECOND_MS = 1_000;
const LOOK_MS = 50;
const LIMIT_MS = 300_000;
/** From the last seeded execution to the moment when the timers are due: time for the cell to start. */
const LEAD_MS = 10_000;
/** Seeding takes so long for each timer, on a slow machine. */
const SEED_MS_EACH = 1;

export async function measureTimers(bench: Bench): Promise<void> {
  const count = Math.round(TIMERS * bench.settings.scale);
  const seeded = await startCell();
  const now = systemClock.now();
  const dueAt = now + count * SEED_MS_EACH + LEAD_MS;
  await seedExecutions(seeded.databaseUrl, {
    namespace: seeded.namespace,
    prefix: "due",
    taskQueue: QUEUE,
    count,
    now,
    timerAt: (number) => dueAt + (number % SECOND_MS),
  });
  const cell = await seeded.restart();
  const calls = new Calls({ address: cell.address, namespace: cell.namespace });
  try {
    if (systemClock.now() > dueAt) throw new Error("seeding took longer than the timers wait");
    await delay(dueAt - systemClock.now());
    bench.add({
      part: "timers",
      what: `${count} due in one second`,
      server: cell.name,
      figures: await untilFired(cell, calls, count),
    });
  } finally {
    calls.close();
    await cell.stop();
  }
}

async function untilFired(cell: CellUnderLoad, calls: Calls, count: number): Promise<Record<string, number>> {
  const startedAt = performance.now();
  const cpu = watchedCpu(cell);
  const latencies: number[] = [];
  let largest = 0;
  while ((await waiting(cell, calls)) < count) {
    if (performance.now() - startedAt > LIMIT_MS) throw new Error("the timers do not end");
    latencies.push(await startOne(cell, calls, latencies.length));
    largest = Math.max(largest, residentMiB(cell.process.pid));
    await delay(LOOK_MS);
  }
  latencies.sort((a, b) => a - b);
  const quantile = (part: number): number => latencies[Math.floor(part * latencies.length)] ?? 0;
  return {
    "all fired s": (performance.now() - startedAt) / SECOND_MS,
    "CPU ms": (watchedCpu(cell) - cpu) / count,
    "start p50 ms": quantile(0.5),
    "start p99 ms": quantile(0.99),
    "resident MiB": largest,
  };
}

/** Workflow tasks that wait for workers: one for each timer that has fired. */
async function waiting(cell: CellUnderLoad, calls: Calls): Promise<number> {
  const answer = await calls.call<object, temporal.api.workflowservice.v1.IDescribeTaskQueueResponse>(
    "DescribeTaskQueue",
    {
      namespace: cell.namespace,
      taskQueue: { name: QUEUE },
      taskQueueType: temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
      reportStats: true,
    },
  );
  return Number(answer.stats?.approximateBacklogCount ?? 0);
}

/** A start of another workflow meanwhile, in milliseconds. */
async function startOne(cell: CellUnderLoad, calls: Calls, number: number): Promise<number> {
  const startedAt = performance.now();
  await calls.call("StartWorkflowExecution", {
    namespace: cell.namespace,
    workflowId: `meanwhile-${number}`,
    workflowType: { name: "meanwhile" },
    taskQueue: { name: "meanwhile" },
    requestId: `meanwhile-${number}`,
  });
  return performance.now() - startedAt;
}

function watchedCpu({ watched }: CellUnderLoad): number {
  return Object.values(watched).reduce((sum, pid) => sum + treeCpuMs(pid), 0);
}
