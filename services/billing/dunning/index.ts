// The door of what happens when an invoice is not paid.
export { dunningStep, nextStepAtMs, RETRY_EVERY_MS, type DunningStep } from "./dunning-step.ts";
export { listDebtors, recordRetry, recordStep, type Debtor } from "./dunning-store.ts";
