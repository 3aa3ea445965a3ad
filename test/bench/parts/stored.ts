// What many stored executions cost: how long a cell takes from its start to its first answer, what it holds then, and
// what a workflow costs beside them.
import { performance } from "node:perf_hooks";
import { systemClock } from "#shared/clock";
import { seedExecutions } from "#harness/seed-executions";
import type { Bench } from "../bench.ts";
import { Calls } from "../load/calls.ts";
import { runLoad } from "../load/run-load.ts";
import { residentMiB } from "../machine/process-usage.ts";
import { startCell, type CellUnderLoad } from "../servers/cell.ts";
import { figuresOf, PEAK_IN_FLIGHT } from "./throughput.ts";

const FEW = 1_000;
const MANY = 1_000_000;
const HOUR_MS = 3_600_000;
const WARM_UP = { workflows: 3_000, secondsMax: 20 };

export async function measureStored(bench: Bench): Promise<void> {
  let cell = await startCell();
  let stored = 0;
  for (const count of [FEW, Math.max(FEW + 1, Math.round(MANY * bench.settings.scale))]) {
    await seed(cell, stored, count - stored);
    stored = count;
    const startedAt = performance.now();
    cell = await cell.restart();
    const bootSeconds = await firstAnswer(cell, stored - 1).then(
      () => (performance.now() - startedAt) / 1000,
    );
    const figures = { "first answer s": bootSeconds, "resident MiB": residentMiB(cell.process.pid) };
    bench.add({ part: "stored", what: `start with ${stored} open`, server: cell.name, figures });
    for (let run = 0; run < bench.settings.runs; run += 1) {
      const result = await runLoad({
        address: cell.address,
        namespace: cell.namespace,
        workload: "W1",
        inFlight: PEAK_IN_FLIGHT,
        awaitBy: "worker",
        warmUp: WARM_UP,
        seconds: bench.settings.seconds,
        watched: cell.watched,
      });
      const what = `W1 beside ${stored} open`;
      bench.add({ part: "stored", what, server: cell.name, figures: figuresOf(result) });
    }
  }
  await cell.stop();
}

async function seed(cell: CellUnderLoad, first: number, count: number): Promise<void> {
  const now = systemClock.now();
  await seedExecutions(cell.databaseUrl, {
    namespace: cell.namespace,
    prefix: "stored",
    taskQueue: "sleepers",
    first,
    count,
    now,
    timerAt: (number) => now + HOUR_MS + number,
  });
}

async function firstAnswer(cell: CellUnderLoad, number: number): Promise<void> {
  const calls = new Calls({ address: cell.address, namespace: cell.namespace });
  const execution = { workflowId: `stored-${number}` };
  await calls.call("DescribeWorkflowExecution", { namespace: cell.namespace, execution });
  calls.close();
}
