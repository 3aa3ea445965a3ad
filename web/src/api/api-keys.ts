// API keys of people and service accounts: made here, shown once.
import type { Schemas } from "./client.ts";

export type ApiKey = Schemas["temporal.api.cloud.identity.v1.ApiKey"];

const DAY_MS = 24 * 3_600_000;

/** The request for a key of one owner that ends after some days. */
export function apiKeyRequest(input: {
  owner: { ownerId: string; ownerType: "OWNER_TYPE_USER" | "OWNER_TYPE_SERVICE_ACCOUNT" };
  displayName: string;
  days: number;
  nowMs: number;
}) {
  return {
    spec: {
      ...input.owner,
      displayName: input.displayName.trim(),
      expiryTime: new Date(input.nowMs + input.days * DAY_MS).toISOString(),
    },
  };
}
