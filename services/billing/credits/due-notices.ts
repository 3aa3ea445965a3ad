// What there is to tell of a credit: that it ends soon with something left, or that much of it is used. Pure.
import type { CreditGrant } from "./credits-store.ts";

export type CreditNotice = { kind: "expires"; days: number } | { kind: "used"; percent: number };

const DAY_MS = 86_400_000;
/** As published: days before the end, and shares used. */
export const EXPIRY_NOTICE_DAYS = [30, 14, 7, 1] as const;
export const USED_NOTICE_PERCENTS = [90, 50] as const;

/** Of several that are due, the nearest: what would have been told before is no news. */
export function dueNotices(grant: CreditGrant, nowMs: number): CreditNotice[] {
  const { amountCents, balanceCents, expiresAtMs = Infinity, effectiveAtMs, voidedAtMs } = grant;
  if (voidedAtMs !== undefined || nowMs < effectiveAtMs || nowMs >= expiresAtMs) return [];
  const notices: CreditNotice[] = [];
  const days = EXPIRY_NOTICE_DAYS.findLast((each) => expiresAtMs - nowMs <= each * DAY_MS);
  if (days !== undefined && balanceCents > 0n) notices.push({ kind: "expires", days });
  const usedCents = amountCents - balanceCents;
  const percent = USED_NOTICE_PERCENTS.find((each) => usedCents * 100n >= amountCents * BigInt(each));
  if (percent !== undefined) notices.push({ kind: "used", percent });
  return notices;
}
