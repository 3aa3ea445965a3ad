// The rounds of billing: periods that are due, events that Stripe could not deliver, invoices compared with Stripe's,
// accounts that do not pay, budgets, and credits: told of, and shown at Stripe. Each may come twice or late; none carries anything from one round to the next.
import { reconcileInvoices } from "#billing/reconciliation";
import { catchUpEvents, EVENTS_KEPT_MS, mirrorCredits, type StripeClient } from "#billing/stripe";
import type { WorkflowStarter } from "#domain/context";
import { runReconciler, type Reconciler } from "../reconcilers/period.ts";
import { closeDuePeriods } from "./close-due-periods.ts";
import { runBudgets, type BudgetPorts } from "./run-budgets.ts";
import { runCreditNotices } from "./run-credit-notices.ts";
import { runDunning, type DunningPorts } from "./run-dunning.ts";

const DUE_PERIODS_EVERY_MS = 60_000;
const MISSED_EVENTS_EVERY_MS = 300_000;
const RECONCILED_EVERY_MS = 86_400_000;
/** Long enough for a refund or a mistake of a month to be seen in the next. */
const RECONCILED_MS = 62 * 86_400_000;
/** A payment lifts a suspension within ten seconds, of which the edge takes one. */
const DUNNING_EVERY_MS = 3_000;
const BUDGETS_EVERY_MS = 60_000;
const CREDITS_EVERY_MS = 30_000;
const CREDIT_NOTICES_EVERY_MS = 600_000;

export type ReconcilerPorts = DunningPorts & BudgetPorts & { stripe: StripeClient };

export function billingReconcilers(ports: ReconcilerPorts): ((workflows: WorkflowStarter) => Reconciler)[] {
  const { billing, stripe, clock, log } = ports;
  const every = (name: string, periodMs: number, round: (signal: AbortSignal) => Promise<unknown>) =>
    runReconciler({
      name,
      periodMs,
      log,
      round: async (signal) => {
        await round(signal);
      },
    });
  return [
    (workflows) =>
      every("due-billing-periods", DUE_PERIODS_EVERY_MS, (signal) =>
        closeDuePeriods({ billing, workflows, clock, log }, signal),
      ),
    () =>
      every("missed-stripe-events", MISSED_EVENTS_EVERY_MS, (signal) =>
        catchUpEvents({ stripe, billing, log }, { fromMs: clock.now() - EVENTS_KEPT_MS, signal }),
      ),
    () =>
      every("invoices-at-stripe", RECONCILED_EVERY_MS, (signal) =>
        reconcileInvoices(ports, { sinceMs: clock.now() - RECONCILED_MS, signal }),
      ),
    () => every("dunning", DUNNING_EVERY_MS, (signal) => runDunning(ports, signal)),
    () => every("budgets", BUDGETS_EVERY_MS, (signal) => runBudgets(ports, signal)),
    () => every("credit-notices", CREDIT_NOTICES_EVERY_MS, (signal) => runCreditNotices(ports, signal)),
    () => every("credits-at-stripe", CREDITS_EVERY_MS, (signal) => mirrorCredits(ports, signal)),
  ];
}
