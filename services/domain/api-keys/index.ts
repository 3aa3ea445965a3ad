// The door of API keys: made, listed, changed, deleted, and checked at each call of the control plane.
export { createApiKey } from "./create-api-key.ts";
export { rotateApiKey } from "./rotate-api-key.ts";
export { getApiKeyPolicy, updateApiKeyPolicy } from "./api-key-policy.ts";
export { updateApiKey, deleteApiKey } from "./change-api-key.ts";
export { getApiKey, getApiKeys } from "./get-api-keys.ts";
export { authenticateApiKey } from "./authenticate-api-key.ts";
export { toApiKey } from "./api-key.ts";
export { endKeysOf } from "./end-keys.ts";
export { notifyExpiringKeys } from "./notify-expiring-keys.ts";
export { sweepApiKeys } from "./sweep-api-keys.ts";
export { getSigningKeys, rotateSigningKey, sweepSigningKeys } from "./rotate-signing-key.ts";
