// The door of single sign-on: an account's OpenID Connect provider, and signing in by it.
export { getIdentityProvider } from "./get-identity-provider.ts";
export { setIdentityProvider } from "./set-identity-provider.ts";
export { setIdentityProviderSecret } from "./set-client-secret.ts";
export { deleteIdentityProvider } from "./delete-identity-provider.ts";
export { beginSingleSignOn } from "./begin-sign-in.ts";
export { completeSingleSignOn } from "./complete-sign-in.ts";
export { sweepSingleSignOn } from "./pending-sign-in.ts";
