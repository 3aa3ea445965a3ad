// What the gateway adds: the same load straight at a cell, and through the gateway by client certificate and by API key,
// in turn.
import type { Bench } from "../bench.ts";
import type { LoadPlan, LoadResult } from "../load/plan.ts";
import { runLoad } from "../load/run-load.ts";
import { startGateway, type GatewayUnderLoad } from "../servers/gateway.ts";
import { figuresOf, PEAK_IN_FLIGHT } from "./throughput.ts";

type Way = Pick<LoadPlan, "address" | "tls" | "apiKey">;

interface Case {
  inFlight: number;
  awaitBy: LoadPlan["awaitBy"];
  warmUpWorkflows: number;
}

const CASES: Case[] = [
  { inFlight: PEAK_IN_FLIGHT, awaitBy: "worker", warmUpWorkflows: 3_000 },
  { inFlight: 1, awaitBy: "history", warmUpWorkflows: 200 },
];
const WORKLOAD = "W2";
const WARM_UP_SECONDS_MAX = 8;
const US_PER_MS = 1_000;

export async function measureGateway(bench: Bench): Promise<void> {
  const gateway = await startGateway();
  try {
    for (let run = 0; run < bench.settings.runs; run += 1) {
      for (const one of CASES) await measureWays(bench, gateway, one);
    }
  } finally {
    await gateway.stop();
  }
}

async function measureWays(bench: Bench, gateway: GatewayUnderLoad, one: Case): Promise<void> {
  const load = (way: Way): Promise<LoadResult> => runLoad(planOf(bench, gateway, { one, way }));
  const what = (way: string): string => `${WORKLOAD} ${way}, ${one.inFlight} in flight`;
  const add = (way: string, figures: Record<string, number>): void =>
    bench.add({ part: "gateway", what: what(way), server: gateway.cell.name, figures });
  const direct = await load({ address: gateway.cell.address, apiKey: gateway.internalToken });
  add("direct", figuresOf(direct));
  for (const [way, through] of Object.entries(waysThrough(gateway))) {
    add(way, added(await load(through), direct));
  }
}

function waysThrough({ address, ca, client, apiKey }: GatewayUnderLoad): Record<string, Way> {
  const tls = { ca, serverName: "localhost" };
  return {
    "by certificate": { address, tls: { ...tls, cert: client.cert, key: client.key } },
    "by API key": { address, tls, apiKey },
  };
}

function planOf(
  bench: Bench,
  { cell, pid }: GatewayUnderLoad,
  { one, way }: { one: Case; way: Way },
): LoadPlan {
  return {
    ...way,
    namespace: cell.namespace,
    workload: WORKLOAD,
    inFlight: one.inFlight,
    awaitBy: one.awaitBy,
    warmUp: { workflows: one.warmUpWorkflows, secondsMax: WARM_UP_SECONDS_MAX },
    seconds: bench.settings.seconds,
    watched: { ...cell.watched, gateway: pid },
  };
}

/** Of a run through the gateway, against the run before it that went straight to the cell. */
function added(result: LoadResult, direct: LoadResult): Record<string, number> {
  const gatewayMs = result.cpuMs["gateway"] ?? 0;
  const cellMs = (direct.cpuMs["server"] ?? 0) + (direct.cpuMs["database"] ?? 0);
  return {
    ...figuresOf(result),
    "gateway us per call": (gatewayMs * US_PER_MS) / Math.max(1, result.callsPerWorkflow),
    "added CPU": gatewayMs / cellMs,
    "added p50 ms": result.latencyMs.p50 - direct.latencyMs.p50,
    "gateway MiB": result.memoryMiB["gateway"] ?? 0,
  };
}
