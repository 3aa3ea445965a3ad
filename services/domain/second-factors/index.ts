// The door of second factors: codes of an authenticator app, and recovery codes in their place.
export { beginSecondFactor } from "./begin-second-factor.ts";
export { confirmSecondFactor } from "./confirm-second-factor.ts";
export { removeSecondFactor } from "./remove-second-factor.ts";
export { getSecondFactor } from "./get-second-factor.ts";
export { takeCode, type CodeVerdict } from "./take-code.ts";
export { dropSecondFactor } from "./second-factor-store.ts";
