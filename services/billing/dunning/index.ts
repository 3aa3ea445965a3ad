// The door of what happens when an invoice is not paid.
export {
  DUNNING_STEPS,
  dunningStep,
  nextStepAtMs,
  RETRY_EVERY_MS,
  type DunningStep,
} from "./dunning-step.ts";
export {
  findDebtor,
  holdDunning,
  listDebtors,
  recordRetry,
  recordStep,
  retrySoon,
  type Debtor,
} from "./dunning-store.ts";
