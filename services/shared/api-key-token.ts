// What an API key looks like as a JWT: agreed between the control plane, which signs, and the gateway, which verifies
// offline. Roles are never inside: they are looked up, so that a change bites at once.

export const API_KEY_TOKEN = {
  algorithm: "ES256",
  /** Fixed, so that no other token of the installation passes for an API key. */
  type: "cellplane-api-key+jwt",
  issuer: "cellplane",
  /** One key serves both surfaces, as in Temporal Cloud. */
  audience: "cellplane-cloud",
} as const;

/** A token is short; what is longer is refused before it is parsed. */
export const API_KEY_TOKEN_LENGTH_MAX = 2_048;

/** The claims besides those of every JWT (iss, aud, sub = principal, jti = key id, iat, nbf, exp). */
export interface ApiKeyClaims {
  sub: string;
  jti: string;
  /** The account's id. */
  account: string;
}
