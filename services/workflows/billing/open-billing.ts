// Opens what closing billing periods needs, as activities and a reconciler for the workflows process.
import { DEFAULT_PRICE_BOOK } from "#billing/prices";
import { createStripeInvoicesCollector, type StripeClient } from "#billing/stripe";
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

export interface OpenBilling {
  activities: BillingActivities;
  startReconciler(workflows: WorkflowStarter): Reconciler;
  close(): Promise<void>;
}

export async function openBilling(ports: {
  database: Database;
  billing: Pool;
  usageDatabaseUrl: string;
  stripe: StripeClient;
  clock: Clock;
  log: Logger;
}): Promise<OpenBilling> {
  const { database, billing, stripe, clock, log } = ports;
  const usage = await openUsageDatabase(ports.usageDatabaseUrl);
  return {
    activities: billingActivities({
      database,
      billing,
      usage,
      stripe,
      collector: createStripeInvoicesCollector(stripe),
      book: DEFAULT_PRICE_BOOK,
      ids: randomIds,
      clock,
      log,
    }),
    startReconciler: (workflows) =>
      runReconciler({
        name: "due-billing-periods",
        periodMs: DUE_PERIODS_EVERY_MS,
        log,
        round: (signal) => closeDuePeriods({ billing, workflows, clock, log }, signal),
      }),
    close: () => usage.end(),
  };
}
