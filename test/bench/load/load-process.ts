// The load generator as a process of its own: takes a plan as its argument, prints the result as one line of JSON.
import { delay } from "#shared/clock";
import { treeCpuMs, treeMemoryMiB } from "../machine/process-usage.ts";
import { Generator, type Load } from "./generator.ts";
import type { LoadPlan, LoadResult } from "./plan.ts";

const POLL_MS = 20;

const plan = JSON.parse(process.argv[2] ?? "") as LoadPlan;
const generator = await loadOf(plan);
let done = 0;
let latencies: number[] = [];
generator.onDone = (latencyMs) => {
  done += 1;
  latencies.push(latencyMs);
};
await generator.run();
const warmUntil = performance.now() + plan.warmUp.secondsMax * 1000;
while (done < plan.warmUp.workflows && performance.now() < warmUntil) await delay(POLL_MS);
process.stdout.write(`${JSON.stringify(await measure())}\n`);
generator.stop();
process.exit(0);

/** The SDK is loaded only for its own load: it takes seconds. */
async function loadOf(planned: LoadPlan): Promise<Load> {
  if (planned.client !== "sdk") return new Generator(planned);
  const { SdkGenerator } = await import("./sdk-generator.ts");
  return new SdkGenerator(planned);
}

async function measure(): Promise<LoadResult> {
  const before = { cpu: watchedCpu(), own: process.cpuUsage(), calls: generator.callsMade };
  const errorsBefore = generator.errors;
  const startedAt = performance.now();
  latencies = [];
  await delay(plan.seconds * 1000);
  const seconds = (performance.now() - startedAt) / 1000;
  const measured = latencies.sort((a, b) => a - b);
  const after = watchedCpu();
  const own = process.cpuUsage(before.own);
  const count = Math.max(1, measured.length);
  const quantile = (part: number): number => measured[Math.floor(part * measured.length)] ?? 0;
  const names = Object.keys(plan.watched);
  return {
    workflows: measured.length,
    seconds,
    workflowsPerSecond: measured.length / seconds,
    latencyMs: { p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) },
    callsPerWorkflow: (generator.callsMade - before.calls) / count,
    generatorCpuMs: (own.user + own.system) / 1000 / count,
    cpuMs: Object.fromEntries(
      names.map((name) => [name, ((after[name] ?? 0) - (before.cpu[name] ?? 0)) / count]),
    ),
    memoryMiB: Object.fromEntries(names.map((name) => [name, treeMemoryMiB(plan.watched[name] ?? 0)])),
    errors: generator.errors - errorsBefore,
    lastError: generator.lastError,
  };
}

function watchedCpu(): Record<string, number> {
  return Object.fromEntries(Object.entries(plan.watched).map(([name, pid]) => [name, treeCpuMs(pid)]));
}
