// Opens what closing billing periods needs, as activities and a reconciler for the workflows process.
import { DEFAULT_PRICE_BOOK } from "#billing/prices";
import { reconcileInvoices } from "#billing/reconciliation";
import { catchUpEvents, EVENTS_KEPT_MS, type Collector, type StripeClient } from "#billing/stripe";
import type { WorkflowStarter } from "#domain/context";
import type { Database } from "#domain/database";
import type { Clock } from "#shared/clock";
import { randomIds } from "#shared/ids";
import type { Logger } from "#shared/log";
import type { Pool } from "#shared/postgres";
import { openUsageDatabase } from "#usage/reports";
import { runReconciler, type Reconciler } from "../reconcilers/period.ts";
import { billingActivities, type BillingActivities } from "./billing.activities.ts";
import { closeDuePeriods } from "./close-due-periods.ts";

const DUE_PERIODS_EVERY_MS = 60_000;
const MISSED_EVENTS_EVERY_MS = 300_000;
const RECONCILED_EVERY_MS = 86_400_000;
/** Long enough for a refund or a mistake of a month to be seen in the next. */
const RECONCILED_MS = 62 * 86_400_000;

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
  clock: Clock;
  log: Logger;
}): Promise<OpenBilling> {
  const { database, billing, stripe, collector, clock, log } = ports;
  const usage = await openUsageDatabase(ports.usageDatabaseUrl);
  return {
    activities: billingActivities({
      database,
      billing,
      usage,
      stripe,
      collector,
      rounding: collector.rounding,
      book: DEFAULT_PRICE_BOOK,
      ids: randomIds,
      clock,
      log,
    }),
    startReconcilers: [
      (workflows) =>
        runReconciler({
          name: "due-billing-periods",
          periodMs: DUE_PERIODS_EVERY_MS,
          log,
          round: (signal) => closeDuePeriods({ billing, workflows, clock, log }, signal),
        }),
      () =>
        runReconciler({
          name: "missed-stripe-events",
          periodMs: MISSED_EVENTS_EVERY_MS,
          log,
          round: async (signal) => {
            await catchUpEvents({ stripe, billing, log }, { fromMs: clock.now() - EVENTS_KEPT_MS, signal });
          },
        }),
      () =>
        runReconciler({
          name: "invoices-at-stripe",
          periodMs: RECONCILED_EVERY_MS,
          log,
          round: async (signal) => {
            const sinceMs = clock.now() - RECONCILED_MS;
            log.info(
              await reconcileInvoices({ billing, collector, log }, { sinceMs, signal }),
              "invoices compared",
            );
          },
        }),
    ],
    close: () => usage.end(),
  };
}
