// The collector that an installation's configuration names: the same in every process.
import { z } from "zod";
import type { Clock } from "#shared/clock";
import type { Collector } from "./collector.ts";
import type { StripeClient } from "./stripe-client.ts";
import { createStripeInvoicesCollector } from "./stripe-invoices-collector.ts";
import { createStripeMetersCollector } from "./stripe-meters-collector.ts";

export const collectorSettings = z.object({
  /** Our rated lines as invoice items, or Stripe's own meters and prices. */
  stripeCollector: z.enum(["stripe-invoices", "stripe-meters"]).default("stripe-invoices"),
  /** Stripe computes taxes on top of what is rated. */
  stripeAutomaticTax: z.stringbool().default(false),
});

export function createCollector(
  stripe: StripeClient,
  settings: z.infer<typeof collectorSettings>,
  clock: Clock,
): Collector {
  return settings.stripeCollector === "stripe-meters"
    ? createStripeMetersCollector(stripe, clock)
    : createStripeInvoicesCollector(stripe, { automaticTax: settings.stripeAutomaticTax });
}
