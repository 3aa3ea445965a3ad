// What a cell holds in memory: fresh, with many open workflows that sleep, and with many polls that wait.
import { delay, systemClock } from "#shared/clock";
import { seedExecutions } from "#harness/seed-executions";
import type { Bench } from "../bench.ts";
import { Calls } from "../load/calls.ts";
import { residentMiB, treeCpuMs } from "../machine/process-usage.ts";
import { startCell, type CellUnderLoad } from "../servers/cell.ts";

const SLEEPING = 100_000;
const POLLS = 10_000;
const HOUR_MS = 3_600_000;
const LANES = 64;
/** So that V8 collects what is garbage by itself; the cell is not asked to. */
const SETTLE_MS = 15_000;
const KIB_PER_MIB = 1_024;

export async function measureIdle(bench: Bench): Promise<void> {
  const cell = await startCell();
  await delay(SETTLE_MS);
  const cpu = treeCpuMs(cell.process.pid);
  await delay(SETTLE_MS);
  const cores = (treeCpuMs(cell.process.pid) - cpu) / SETTLE_MS;
  const figures = { "resident MiB": residentMiB(cell.process.pid), cores };
  bench.add({ part: "memory", what: "idle", server: cell.name, figures });
  await cell.stop();
}

/** Each of them is looked at once, so that all have been in memory. */
export async function measureSleeping(bench: Bench): Promise<void> {
  const count = Math.round(SLEEPING * bench.settings.scale);
  const seeded = await startCell();
  const now = systemClock.now();
  await seedExecutions(seeded.databaseUrl, {
    namespace: seeded.namespace,
    prefix: "sleeping",
    taskQueue: "sleepers",
    count,
    now,
    timerAt: () => now + HOUR_MS,
  });
  const cell = await seeded.restart();
  await describeAll(cell, 0, Math.min(count, 1_000));
  const before = residentMiB(cell.process.pid);
  await describeAll(cell, 0, count);
  await delay(SETTLE_MS);
  const after = residentMiB(cell.process.pid);
  bench.add({
    part: "memory",
    what: `${count} sleeping`,
    server: cell.name,
    figures: { "resident MiB": after, "KiB each": ((after - before) * KIB_PER_MIB) / count },
  });
  await cell.stop();
}

async function describeAll(cell: CellUnderLoad, first: number, count: number): Promise<void> {
  const calls = new Calls({ address: cell.address, namespace: cell.namespace });
  let next = first;
  const lane = async (): Promise<void> => {
    while (next < first + count) {
      const execution = { workflowId: `sleeping-${next++}` };
      await calls.call("DescribeWorkflowExecution", { namespace: cell.namespace, execution });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  calls.close();
}

/** Every poll on a queue of its own group of a hundred, as many workers make them. */
export async function measurePolls(bench: Bench): Promise<void> {
  const count = Math.round(POLLS * bench.settings.scale);
  const cell = await startCell();
  const before = residentMiB(cell.process.pid);
  const calls = new Calls({ address: cell.address, namespace: cell.namespace });
  const abort = new AbortController();
  const polls = Array.from({ length: count }, (_, number) =>
    calls
      .call(
        "PollWorkflowTaskQueue",
        { namespace: cell.namespace, taskQueue: { name: `queue-${number % 100}` }, identity: "bench" },
        abort.signal,
      )
      .catch(() => undefined),
  );
  await delay(SETTLE_MS);
  const cpu = treeCpuMs(cell.process.pid);
  await delay(SETTLE_MS);
  const cores = (treeCpuMs(cell.process.pid) - cpu) / SETTLE_MS;
  const after = residentMiB(cell.process.pid);
  bench.add({
    part: "memory",
    what: `${count} idle polls`,
    server: cell.name,
    figures: { "resident MiB": after, "KiB each": ((after - before) * KIB_PER_MIB) / count, cores },
  });
  abort.abort();
  await Promise.all(polls);
  calls.close();
  await cell.stop();
}
