// The door of quotas: every limit that belongs to an account, a principal or a namespace, and its check.
export { FIXED_QUOTAS, isQuotaName, QUOTA_MAX, QUOTA_NAMES, QUOTAS, type QuotaName } from "./quotas.ts";
export { checkQuota, type QuotaQuestion } from "./check-quota.ts";
export {
  listQuotaSettings,
  quotaSettings,
  readAllQuotas,
  seedQuotas,
  WHOLE_INSTALLATION,
  type QuotaSettings,
} from "./quota-store.ts";
export { ON_DEMAND_LIMITS, rateLimitsOf, TRU_VALUES, type Capacity, type RateLimits } from "./capacity.ts";
