// The door of attempts: budgets against guessing and flooding.
export { spendAttempt, refundAttempt, networkOf, type AttemptLimit } from "./attempt-budget.ts";
