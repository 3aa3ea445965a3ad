// API keys of the person who is signed in: made here, shown once.
import type { Schemas } from "./client.ts";

export type ApiKey = Schemas["temporal.api.cloud.identity.v1.ApiKey"];

const DAY_MS = 24 * 3_600_000;

/** The request for a key of one person that ends after some days. */
export function apiKeyRequest(input: { ownerId: string; displayName: string; days: number; nowMs: number }) {
  return {
    spec: {
      ownerId: input.ownerId,
      ownerType: "OWNER_TYPE_USER" as const,
      displayName: input.displayName.trim(),
      expiryTime: new Date(input.nowMs + input.days * DAY_MS).toISOString(),
    },
  };
}
