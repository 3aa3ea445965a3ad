// The door of quotas: every limit that belongs to an account or a principal, and its check.
export { QUOTAS, type QuotaName } from "./quotas.ts";
export { checkQuota } from "./check-quota.ts";
