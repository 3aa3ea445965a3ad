// The Stripe emulator on a free port, driven by the real stripe package only, and a receiver of its webhooks.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createStripeClient, type StripeClient } from "#billing/stripe";
import { createLogger } from "#shared/log";
import { startEmulator, type RunningEmulator } from "../../services/stripe-emulator/start-emulator.ts";

export const API_KEY = "sk_test_of_the_test_suite";
export const WEBHOOK_SECRET = "whsec_of_the_test_suite";
export const log = createLogger({ process: "test", level: "silent" });

export interface TestStripe {
  client: StripeClient;
  emulator: RunningEmulator;
}

export async function startTestStripe(
  options: { webhookUrl?: string; stateDir?: string; address?: string; webhookFaultSeed?: number } = {},
): Promise<TestStripe> {
  const emulator = await startEmulator(
    {
      listenAddress: options.address ?? "127.0.0.1:0",
      stateDir: options.stateDir,
      apiKey: API_KEY,
      webhookUrl: options.webhookUrl,
      webhookSecret: options.webhookUrl === undefined ? undefined : WEBHOOK_SECRET,
      webhookFaultSeed: options.webhookFaultSeed,
      readyFile: undefined,
      stopWithStdin: undefined,
      logLevel: "silent",
    },
    log,
  );
  const client = createStripeClient({ apiKey: API_KEY, apiBase: `http://${emulator.address}` });
  return { client, emulator };
}

export interface ReceivedWebhook {
  body: Buffer;
  signature: string | undefined;
  type: string;
}

export interface WebhookInbox {
  url: string;
  received: ReceivedWebhook[];
  /** What the receiver answers: 200, or a failure to be delivered again. */
  answer: (webhook: ReceivedWebhook) => Promise<number>;
  stop(): Promise<void>;
}

export async function startWebhookInbox(): Promise<WebhookInbox> {
  const received: ReceivedWebhook[] = [];
  const inbox: WebhookInbox = {
    url: "",
    received,
    answer: () => Promise.resolve(200),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const { type } = JSON.parse(body.toString()) as { type: string };
      const webhook = { body, signature: String(request.headers["stripe-signature"]), type };
      received.push(webhook);
      inbox.answer(webhook).then(
        (status) => response.writeHead(status).end(),
        () => response.writeHead(500).end(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has an AddressInfo.
  inbox.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/stripe`;
  return inbox;
}
