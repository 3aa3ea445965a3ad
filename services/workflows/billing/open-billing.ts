// Opens what closing billing periods needs, as activities and a reconciler for the workflows process.
import { DEFAULT_PRICE_BOOK, type Pricing } from "#billing/prices";
import type { Collector, StripeClient } from "#billing/stripe";
import type { WorkflowStarter } from "#domain/context";
import type { Database } from "#domain/database";
import type { Clock } from "#shared/clock";
import type { Envelope } from "#shared/envelope";
import { randomIds } from "#shared/ids";
import type { Logger } from "#shared/log";
import type { OutboundPolicy } from "#shared/outbound-http";
import type { Pool } from "#shared/postgres";
import { openUsageDatabase } from "#usage/reports";
import type { Reconciler } from "../reconcilers/period.ts";
import { billingActivities, type BillingActivities } from "./billing.activities.ts";
import { billingReconcilers } from "./billing-reconcilers.ts";

export interface OpenBilling {
  activities: BillingActivities;
  startReconcilers: ((workflows: WorkflowStarter) => Reconciler)[];
  close(): Promise<void>;
}

export async function openBilling(ports: {
  database: Database;
  billing: Pool;
  usageDatabaseUrl: string;
  stripe: StripeClient;
  collector: Collector;
  /** The default prices without it. */
  pricing?: Pricing;
  clock: Clock;
  envelope: Envelope;
  publicUrl: string;
  sinkPolicy: OutboundPolicy;
  log: Logger;
}): Promise<OpenBilling> {
  const { database, billing, stripe, collector, clock, log } = ports;
  const book = ports.pricing?.defaultBook ?? DEFAULT_PRICE_BOOK;
  const usage = await openUsageDatabase(ports.usageDatabaseUrl);
  return {
    activities: billingActivities({
      database,
      billing,
      usage,
      stripe,
      collector,
      rounding: collector.rounding,
      book,
      ids: randomIds,
      clock,
      log,
    }),
    startReconcilers: billingReconcilers({ ...ports, usage, ids: randomIds, book }),
    close: () => usage.end(),
  };
}
