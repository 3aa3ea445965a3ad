// The official TypeScript SDK as worker and client, both in one process beside the server: what a user's program costs,
// ours in turn with Temporal's own server.
import type { Bench } from "../bench.ts";
import { runLoad } from "../load/run-load.ts";
import { figuresOf, PEAK_IN_FLIGHT } from "./throughput.ts";

const IN_FLIGHT = [PEAK_IN_FLIGHT, 1];
/** More than the SDK needs: so that V8 has compiled our code before it is measured. */
const WARM_UP = { workflows: 2_000, secondsMax: 30 };

export async function measureSdk(bench: Bench): Promise<void> {
  const servers = await bench.servers();
  for (let run = 0; run < bench.settings.runs; run += 1) {
    for (const inFlight of IN_FLIGHT) {
      for (const server of servers) {
        const result = await runLoad({
          client: "sdk",
          address: server.address,
          namespace: server.namespace,
          workload: "W2",
          inFlight,
          awaitBy: "history",
          warmUp: WARM_UP,
          seconds: bench.settings.seconds,
          watched: server.watched,
        });
        const figures = { ...figuresOf(result), "SDK ms": result.generatorCpuMs };
        bench.add({ part: "sdk", what: `W2, ${inFlight} in flight`, server: server.name, figures });
        if (result.errors > 0) bench.say(`${result.errors} errors, the last: ${result.lastError ?? ""}`);
      }
    }
  }
}
