// Workflows through a server at its peak and one at a time: what each costs in CPU, how many fit in a second, how long
// one takes. Servers take turns, so that what else the machine does falls on both.
import type { Bench } from "../bench.ts";
import type { LoadPlan, LoadResult, Workload } from "../load/plan.ts";
import { runLoad } from "../load/run-load.ts";
import type { Figures } from "../report.ts";
import type { ServerUnderLoad } from "../servers/server.ts";

interface Case {
  workload: Workload;
  inFlight: number;
  awaitBy: LoadPlan["awaitBy"];
  /** So that our code is compiled by V8 before it is measured. */
  warmUpWorkflows: number;
}

export const PEAK_IN_FLIGHT = 64;

const PEAK: Case[] = (["W1", "W2", "W3"] as const).map((workload) => ({
  workload,
  inFlight: PEAK_IN_FLIGHT,
  awaitBy: "worker",
  warmUpWorkflows: 3_000,
}));
const ALONE: Case[] = (["W1", "W2"] as const).map((workload) => ({
  workload,
  inFlight: 1,
  awaitBy: "history",
  warmUpWorkflows: 200,
}));
const WARM_UP_SECONDS_MAX = 8;

export const measurePeak = (bench: Bench): Promise<void> => measure(bench, "peak", PEAK);
export const measureAlone = (bench: Bench): Promise<void> => measure(bench, "alone", ALONE);

async function measure(bench: Bench, part: string, cases: readonly Case[]): Promise<void> {
  const servers = await bench.servers();
  for (let run = 0; run < bench.settings.runs; run += 1) {
    for (const one of cases) {
      for (const server of servers) {
        const result = await runLoad(planOf(bench, server, one));
        bench.add({ part, what: one.workload, server: server.name, figures: figuresOf(result) });
        if (result.errors > 0) bench.say(`${result.errors} errors, the last: ${result.lastError ?? ""}`);
      }
    }
  }
}

function planOf(bench: Bench, server: ServerUnderLoad, one: Case): LoadPlan {
  return {
    address: server.address,
    namespace: server.namespace,
    workload: one.workload,
    inFlight: one.inFlight,
    awaitBy: one.awaitBy,
    warmUp: { workflows: one.warmUpWorkflows, secondsMax: WARM_UP_SECONDS_MAX },
    seconds: bench.settings.seconds,
    watched: server.watched,
  };
}

export function figuresOf(result: LoadResult): Figures {
  const cpu = Object.values(result.cpuMs).reduce((sum, each) => sum + each, 0);
  return {
    "workflows/s": result.workflowsPerSecond,
    "CPU ms": cpu,
    "server ms": result.cpuMs["server"] ?? 0,
    "database ms": result.cpuMs["database"] ?? 0,
    "p50 ms": result.latencyMs.p50,
    "p95 ms": result.latencyMs.p95,
    "p99 ms": result.latencyMs.p99,
    "server MiB": result.memoryMiB["server"] ?? 0,
    "database MiB": result.memoryMiB["database"] ?? 0,
    errors: result.errors,
  };
}
