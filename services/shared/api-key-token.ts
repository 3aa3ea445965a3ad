// The form of an API key: a signed JWT that says who and which key it is, and nothing about rights. Written by the
// control plane, checked by it and, offline, by the gateway; both must agree on exactly this.

export const API_KEY_TOKEN = {
  algorithm: "ES256",
  /** Header `typ`: no other token of ours may pass as an API key. */
  type: "cellplane-api-key+jwt",
  /** Claim `iss`. */
  issuer: "cellplane",
  /** Claim `aud` lists the surfaces where the key is accepted. */
  audience: { dataPlane: "cellplane:data-plane", cloudOps: "cellplane:cloud-ops" },
  /** Claims that must be present: principal, key id (the directory's `key_id`) and times in seconds. */
  requiredClaims: ["iss", "aud", "sub", "jti", "iat", "nbf", "exp"],
  /** A longer bearer token is refused unread. */
  bytesMax: 4_096,
} as const;
