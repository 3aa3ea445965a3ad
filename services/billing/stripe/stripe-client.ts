// Makes the one client of Stripe: pinned API version, deadlines, retries with Stripe's own idempotency. Pointing it at
// another base URL (the embedded emulator) changes nothing else.
import Stripe from "stripe";

export const STRIPE_API_VERSION = "2026-10-28.endive";
const TIMEOUT_MS = 20_000;
const NETWORK_RETRIES_MAX = 3;

export type StripeClient = Stripe;

export interface StripeSettings {
  apiKey: string;
  /** "http://127.0.0.1:7340"; Stripe itself when undefined. */
  apiBase?: string | undefined;
}

export function createStripeClient(settings: StripeSettings): StripeClient {
  const base = settings.apiBase === undefined ? undefined : new URL(settings.apiBase);
  return new Stripe(settings.apiKey, {
    apiVersion: STRIPE_API_VERSION,
    timeout: TIMEOUT_MS,
    maxNetworkRetries: NETWORK_RETRIES_MAX,
    telemetry: false,
    appInfo: { name: "cellplane" },
    ...(base === undefined ? {} : addressOf(base)),
  });
}

function addressOf(base: URL): { protocol: "http" | "https"; host: string; port: string } {
  const protocol = base.protocol === "http:" ? "http" : "https";
  return {
    protocol,
    host: base.hostname,
    port: base.port === "" ? (protocol === "http" ? "80" : "443") : base.port,
  };
}
