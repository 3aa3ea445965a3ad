// The door of quotas: every limit that belongs to an account, a principal or a namespace, and its check.
export { QUOTAS, type QuotaName } from "./quotas.ts";
export { checkQuota } from "./check-quota.ts";
export { ON_DEMAND_LIMITS, rateLimitsOf, TRU_VALUES, type Capacity, type RateLimits } from "./capacity.ts";
