// Puts the emulator together: state, routes, server, webhook delivery; and takes it down without losing anything.
import { systemClock } from "#shared/clock";
import { randomIds } from "#shared/ids";
import type { Logger } from "#shared/log";
import type { RunningProcess } from "#shared/process";
import type { AddressInfo } from "node:net";
import type { EmulatorConfig } from "./config.ts";
import { Emulator } from "./emulator.ts";
import { createStripeServer } from "./http/server.ts";
import { allRoutes, lookUpWith } from "./resources/index.ts";
import { finishAdvances } from "./resources/test-clocks.ts";
import { Store } from "./state/store.ts";
import { webhookFaults } from "./webhooks/faults.ts";
import { Deliverer } from "./webhooks/deliver.ts";

/** How long a test clock is seen advancing. */
const ADVANCE_MS = 100;
const DEFAULT_ENDPOINT = "we_default";

export interface RunningEmulator extends RunningProcess {
  address: string;
}

export async function startEmulator(config: EmulatorConfig, log: Logger): Promise<RunningEmulator> {
  const store = new Store(config.stateDir);
  const emulator: Emulator = new Emulator({
    store,
    clock: systemClock,
    ids: randomIds,
    onEvent: () => deliverer.wake(),
    drawFault: config.webhookFaultSeed === undefined ? undefined : webhookFaults(config.webhookFaultSeed),
  });
  const deliverer = new Deliverer(emulator, log);
  const advances = new Set<NodeJS.Timeout>();
  const finishSoon = (): void => {
    const timer = setTimeout(() => {
      advances.delete(timer);
      finishAdvances(emulator);
    }, ADVANCE_MS);
    advances.add(timer);
  };
  seedEndpoint(emulator, config);
  const server = createStripeServer({
    emulator,
    routes: allRoutes(finishSoon),
    lookUp: lookUpWith(emulator),
    apiKey: config.apiKey,
    log,
  });
  const separator = config.listenAddress.lastIndexOf(":");
  const host = config.listenAddress.slice(0, separator);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(Number(config.listenAddress.slice(separator + 1)), host, resolve);
  });
  // A TCP server has an AddressInfo once it listens.
  const address = `${host}:${(server.address() as AddressInfo).port}`;
  emulator.pages = { checkout: `http://${address}`, portal: `http://${address}` };
  // What a restart interrupted goes on.
  finishSoon();
  deliverer.wake();
  return {
    address,
    stop: async () => {
      deliverer.stop();
      for (const timer of advances) clearTimeout(timer);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** The endpoint of the configuration, which replaces the one of an earlier start. */
function seedEndpoint(emulator: Emulator, config: EmulatorConfig): void {
  if (config.webhookUrl === undefined || config.webhookSecret === undefined) return;
  emulator.store.put("webhook_endpoints", {
    id: DEFAULT_ENDPOINT,
    object: "webhook_endpoint",
    created: emulator.now(),
    description: "from the configuration",
    enabled_events: ["*"],
    event_payload: "snapshot",
    livemode: false,
    metadata: {},
    secret: config.webhookSecret,
    status: "enabled",
    url: config.webhookUrl,
  });
}
