// The door of second factors: codes of an authenticator app, and recovery codes in their place. Passkeys are one too.
export { beginSecondFactor } from "./begin-second-factor.ts";
export { confirmSecondFactor } from "./confirm-second-factor.ts";
export { removeSecondFactor } from "./remove-second-factor.ts";
export { getSecondFactor } from "./get-second-factor.ts";
export { takeCode, type CodeVerdict } from "./take-code.ts";
export { dropSecondFactor, endOtherSessions, hasSecondFactor } from "./second-factor-store.ts";
export { dropRecoveryCodes, renewRecoveryCodes } from "./recovery-codes.ts";
