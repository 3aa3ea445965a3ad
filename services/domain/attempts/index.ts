// The door of attempts: budgets against guessing and flooding.
export {
  spendAttempt,
  refundAttempt,
  forgetAttempts,
  networkOf,
  type AttemptLimit,
} from "./attempt-budget.ts";
