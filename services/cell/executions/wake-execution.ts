// The time of an execution has come: everything due happens. A cold one is loaded first.
import type { Engine } from "../engine.ts";
import type { RunKey } from "../matching/task.ts";
import { nextWakeAt } from "../workflow/index.ts";
import { transact } from "./transact.ts";

const RETRY_MS = 1_000;

/** Resolves when what came of it is stored, or will be tried again; `acted` is called when it only has to be stored. */
export async function wakeExecution(engine: Engine, run: RunKey, acted: () => void): Promise<void> {
  try {
    await wake(engine, run, acted);
  } catch (error) {
    if (engine.stopping.aborted) return;
    engine.log.warn({ err: error, runId: run.runId }, "a wake-up failed; trying again");
    const held = engine.executions.held(run);
    if (held !== undefined) engine.wakes.set(held.state, engine.clock.now() + RETRY_MS);
    else setTimeout(() => void wakeExecution(engine, run, acted), RETRY_MS).unref();
  }
}

async function wake(engine: Engine, run: RunKey, acted: () => void): Promise<void> {
  const execution = engine.executions.held(run) ?? (await engine.executions.find(run));
  if (execution === undefined || execution.isDropped) return;
  const at = nextWakeAt(execution.state);
  if (at === undefined || at > engine.clock.now()) return engine.wakes.set(execution.state, at);
  transact(engine, execution, { kind: "wake" });
  acted();
  // When it is lost, the execution is loaded again, and with it its wake-up.
  await execution.settled().catch(() => undefined);
}
