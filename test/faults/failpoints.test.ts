// A crash at every named place of the cell, once each and exactly there: nothing acknowledged is lost, nothing is done
// twice, whatever was half done is done to its end by the next process.
import { describe, expect, it } from "vitest";
import { FAILPOINTS, type Failpoint } from "../../services/cell/failpoints.ts";
import type { Load } from "../workload/load.ts";
import { deleteSomeTenant } from "../workload/neighbour.ts";
import { endConnections } from "./break-postgres.ts";
import { faultWorld } from "./fault-world.ts";

const SECONDS = Number(process.env["CELLPLANE_FAULT_SECONDS"] ?? 0);
/** Each place is waited for, however long a slow machine takes. */
const LIMIT_MS = SECONDS * 5_000 + 600_000;

/** Long runs meet each place at later turns as well. */
const ROUNDS = Math.max(1, Math.round(SECONDS / 30));

/** The end of a workflow that somebody wants to be told of; nobody knows the token. */
async function endWithCallback({ caller, namespace, random }: Load): Promise<void> {
  const workflowId = `probe-${String(random.uint32())}`;
  const start = { namespace, workflowId, requestId: workflowId, workflowType: { name: "probe" } };
  const completionCallbacks = [{ nexus: { url: "temporal://system", header: { token: "unknown" } } }];
  const taskQueue = { name: "nobody" };
  await caller.call("StartWorkflowExecution", { ...start, taskQueue, completionCallbacks });
  const request = { namespace, workflowExecution: { workflowId } };
  await caller.call("TerminateWorkflowExecution", request);
}

const world = faultWorld("cell_failpoints");

describe("a cell that ends at each of its failpoints", () => {
  it(
    "C1, C2, C4, U1: loses nothing and does nothing twice; every place is reached",
    async () => {
      const { run: started, url } = await world.start();
      const provokes: Partial<Record<Failpoint, () => Promise<void>>> = {
        "journal.after-reconnect": () => endConnections(url),
        // Chance would take its time.
        "callback.told": () => endWithCallback(started.load),
        "namespace.marked": () => deleteSomeTenant(started.neighbours),
      };
      for (let round = 1; round <= ROUNDS; round += 1) {
        for (const place of FAILPOINTS) {
          const isOnce = place === "writer.epoch-begun" || place === "start.before-resumption";
          const turn = isOnce ? 1 : started.random.between(1, round === 1 ? 2 : 50);
          await started.endAt({ place, turn }, provokes[place]);
        }
      }
      await started.killCell();
      const problems = await started.verdict();
      console.log(started.summary);

      expect(problems).toEqual([]);
      expect(started.journal.count("ok")).toBeGreaterThan(0);
    },
    LIMIT_MS,
  );
});
