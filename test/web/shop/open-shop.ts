// A namespace made by clicking, with a key, a client and a real worker of the TypeScript SDK for the shop's workflows.
import { fileURLToPath } from "node:url";
import { Client, Connection } from "@temporalio/client";
import { DefaultLogger, NativeConnection, Runtime, Worker } from "@temporalio/worker";
import type { Page } from "playwright-core";
import { eventually } from "../../harness/eventually.ts";
import type { ConsoleWorld } from "../console-world.ts";
import { createNamespace } from "../person-acts.ts";
import * as activities from "./activities.ts";

export const TASK_QUEUE = "shop";
/** The gateway counts refused keys. */
const KEY_POLL_MS = 250;

export interface Shop {
  namespace: string;
  client: Client;
  stop(): Promise<void>;
}

/** From the list of namespaces, signed in. The worker is left out where only histories are wanted. */
export async function openShop(
  world: ConsoleWorld,
  page: Page,
  { hasWorker = true, name = "shop" } = {},
): Promise<Shop> {
  const namespace = await createNamespace(page, name);
  const apiKey = await createKey(page, namespace);
  const authority = Buffer.from(await (await fetch(`${world.url}/ca.pem`)).text());
  const address = /Gateway for Temporal SDKs\s+(\S+)/.exec(world.cloud.stdout())?.[1] ?? "";
  const options = { address, apiKey, tls: { serverRootCACertificate: authority } };
  const connection = await eventually(() => Connection.connect(options), {
    pollMs: KEY_POLL_MS,
    what: "the new key at the gateway",
  });
  const client = new Client({ connection, namespace });
  const worker = hasWorker ? await startWorker(options, namespace) : undefined;
  return {
    namespace,
    client,
    stop: async () => {
      await worker?.stop();
      await connection.close();
    },
  };
}

async function createKey(page: Page, namespace: string): Promise<string> {
  await page.goto(`/namespaces/${namespace}/connect`);
  await page.getByRole("button", { name: "Create API key" }).click();
  await page.getByRole("button", { name: "Copy the key" }).waitFor();
  return (await page.locator("pre").first().innerText()).trim();
}

async function startWorker(
  options: Parameters<typeof NativeConnection.connect>[0],
  namespace: string,
): Promise<{ stop(): Promise<void> }> {
  // They fail on purpose: what the SDK says of it would drown the report.
  Runtime.install({ logger: new DefaultLogger("ERROR", () => undefined) });
  const connection = await NativeConnection.connect(options);
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: TASK_QUEUE,
    workflowsPath: fileURLToPath(new URL("workflows.ts", import.meta.url)),
    activities,
    identity: "shop-worker",
  });
  const running = worker.run();
  return {
    stop: async () => {
      worker.shutdown();
      await running;
      await connection.close();
    },
  };
}
