// How long sessions live and how often sign-in may fail. Data only.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const SESSION_IDLE_MS = 8 * HOUR_MS;
export const SESSION_ABSOLUTE_MS = 7 * 24 * HOUR_MS;
/** A session's last use is written at most this often. */
export const SESSION_TOUCH_MS = MINUTE_MS;

/** Failures of one network at any address. */
export const SIGN_IN_FAILURES_PER_NETWORK = { max: 100, windowMs: 15 * MINUTE_MS };
/** Sign-ins that were refused for too many failures, as records in the audit trail. */
export const SIGN_INS_TOLD = { max: 1, windowMs: 15 * MINUTE_MS };
/** Failures at one person from all networks together; networks that the person signed in from are let through. */
export const SIGN_IN_FAILURES_ANYWHERE = { max: 100, windowMs: HOUR_MS };
