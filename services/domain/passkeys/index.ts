// The door of passkeys: making, listing and removing one's own, and signing in by one.
export { beginPasskey } from "./begin-passkey.ts";
export { confirmPasskey } from "./confirm-passkey.ts";
export { getPasskeys } from "./get-passkeys.ts";
export { removePasskey } from "./remove-passkey.ts";
export { beginPasskeySignIn, signInWithPasskey } from "./sign-in-with-passkey.ts";
