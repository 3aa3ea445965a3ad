// Clients that know exactly what they did: every start and signal has a request id of its own and is repeated until it is
// acknowledged, so each is one action, whatever dies in between.
import { randomUUID } from "node:crypto";
import { methodOf } from "#contracts";
import { delay } from "#shared/clock";
import { CloudError } from "#shared/errors";
import { NAMESPACE, type KillWorld } from "./kill-world.ts";

const SERVICE = "temporal.api.workflowservice.v1.WorkflowService";
const SIGNALS_PER_WORKFLOW = 19;
const RETRY_MS = 50;
const TRIES_MAX = 3_000;
const FINAL_CODES = new Set(["INVALID_ARGUMENT", "NOT_FOUND", "PERMISSION_DENIED", "UNAUTHENTICATED"]);

export class KillLoad {
  starts = 0;
  signals = 0;
  repeats = 0;
  #isEnding = false;
  readonly #world: KillWorld;
  readonly #clients: Promise<void>[];

  constructor(world: KillWorld, clients: number) {
    this.#world = world;
    this.#clients = Array.from({ length: clients }, () => this.#act());
  }

  get actions(): number {
    return this.starts + this.signals;
  }

  /** Lets each client end what it is about. */
  async end(): Promise<void> {
    this.#isEnding = true;
    await Promise.all(this.#clients);
  }

  async #act(): Promise<void> {
    while (!this.#isEnding) {
      const workflowId = randomUUID();
      const [workflowType, taskQueue] = [{ name: "order" }, { name: "nobody" }];
      await this.#repeat("StartWorkflowExecution", { workflowId, workflowType, taskQueue });
      this.starts += 1;
      for (let signal = 0; signal < SIGNALS_PER_WORKFLOW && !this.#isEnding; signal += 1) {
        const workflowExecution = { workflowId };
        await this.#repeat("SignalWorkflowExecution", { workflowExecution, signalName: "s" });
        this.signals += 1;
      }
    }
  }

  /** Until it is acknowledged. */
  async #repeat(name: string, fields: object): Promise<void> {
    const method = methodOf(`${SERVICE}/${name}`);
    const request = method.request.encode({ namespace: NAMESPACE, requestId: randomUUID(), ...fields });
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#world.call(method.path, request);
        return;
      } catch (error) {
        const isFinal = error instanceof CloudError && FINAL_CODES.has(error.code);
        if (isFinal || tries >= TRIES_MAX) throw error;
        this.repeats += 1;
        await delay(RETRY_MS);
      }
    }
  }
}
