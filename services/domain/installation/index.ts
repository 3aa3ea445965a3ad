// The door of what an installation's operators decide about limits.
export { getQuotas } from "./get-quotas.ts";
export { updateQuota } from "./update-quota.ts";
