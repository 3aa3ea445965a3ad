// Drives one server with the official TypeScript SDK as client and worker: what its users' programs cost the server.
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Client, Connection } from "@temporalio/client";
import { DefaultLogger, NativeConnection, Runtime, Worker } from "@temporalio/worker";
import { delay } from "#shared/clock";
import type { Load } from "./generator.ts";
import type { LoadPlan } from "./plan.ts";

const PAYLOAD = "x".repeat(62);
const POLLS = 16;
const FAILURE_PAUSE_MS = 50;

export class SdkGenerator implements Load {
  readonly #plan: LoadPlan;
  readonly #taskQueue = `sdk-${randomUUID().slice(0, 8)}`;
  #isStopped = false;
  /** Of the SDK nobody knows how many calls it makes. */
  readonly callsMade = 0;
  errors = 0;
  lastError: string | undefined;
  onDone: (latencyMs: number) => void = () => undefined;

  constructor(plan: LoadPlan) {
    this.#plan = plan;
  }

  async run(): Promise<void> {
    const { address, namespace, inFlight } = this.#plan;
    Runtime.install({ logger: new DefaultLogger("ERROR") });
    const worker = await Worker.create({
      connection: await NativeConnection.connect({ address }),
      namespace,
      taskQueue: this.#taskQueue,
      workflowsPath: fileURLToPath(new URL("./sdk-workflows.ts", import.meta.url)),
      activities: { echo: (text: string) => Promise.resolve(text) },
      maxConcurrentWorkflowTaskPolls: POLLS,
      maxConcurrentActivityTaskPolls: POLLS,
    });
    worker.run().catch((error: unknown) => this.#failed(error));
    const client = new Client({ connection: await Connection.connect({ address }), namespace });
    for (let lane = 0; lane < inFlight; lane += 1) void this.#repeat(client);
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #repeat(client: Client): Promise<void> {
    while (!this.#isStopped) {
      const startedAt = performance.now();
      try {
        await client.workflow.execute("oneActivity", {
          taskQueue: this.#taskQueue,
          workflowId: randomUUID(),
          args: [PAYLOAD],
        });
        this.onDone(performance.now() - startedAt);
      } catch (error) {
        this.#failed(error);
        await delay(FAILURE_PAUSE_MS);
      }
    }
  }

  #failed(error: unknown): void {
    this.errors += 1;
    this.lastError = String(error);
  }
}
