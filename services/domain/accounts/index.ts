// The door of accounts: how one begins, and what it is.
export { findAccount } from "./find-account.ts";
export { signUp, SIGN_UP_ANSWER } from "./sign-up.ts";
export { verifyEmail } from "./verify-email.ts";
export { getAccount } from "./get-account.ts";
export { updateAccount } from "./update-account.ts";
export { activateAccount, deactivateAccount, failAccount, type AccountKey } from "./activate-account.ts";
export { setOverBudget, setStanding, type Standing } from "./set-standing.ts";
export { retryActivations } from "./retry-activation.ts";
export { sweepSignUps } from "./sweep-sign-ups.ts";
