// Budgets against guessing, kept in the database so that a restart or a second process does not refill them.
import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";

export interface AttemptLimit {
  max: number;
  windowMs: number;
}

/**
 * Takes one attempt before it is made, so that many at once cannot pass together.
 * Errors: RESOURCE_EXHAUSTED when the budget of the window is used up.
 */
export async function spendAttempt(
  tx: Transaction,
  attempt: { subject: string; limit: AttemptLimit; now: number },
): Promise<void> {
  const now = new Date(attempt.now);
  const windowBegin = new Date(attempt.now - attempt.limit.windowMs);
  const rows = await tx.$queryRaw<{ failures: number }[]>`
    insert into attempt_budgets as budget (subject, window_start, failures)
    values (${hashSubject(attempt.subject)}, ${now}, 1)
    on conflict (subject) do update set
      failures = case when budget.window_start <= ${windowBegin} then 1 else budget.failures + 1 end,
      window_start = case when budget.window_start <= ${windowBegin} then excluded.window_start
                          else budget.window_start end
    returning failures`;
  if ((rows[0]?.failures ?? 0) <= attempt.limit.max) return;
  throw new CloudError("RESOURCE_EXHAUSTED", "Too many tries. Wait a while, then try again.", {
    retryAfterMs: attempt.limit.windowMs,
  });
}

/** Gives an attempt back that was no guess. */
export async function refundAttempt(tx: Transaction, subject: string): Promise<void> {
  await tx.attemptBudget.updateMany({
    where: { subject: hashSubject(subject), failures: { gt: 0 } },
    data: { failures: { decrement: 1 } },
  });
}

/** Forgets what was counted: the subject has shown that it is itself. */
export async function forgetAttempts(tx: Transaction, subject: string): Promise<void> {
  await tx.attemptBudget.deleteMany({ where: { subject: hashSubject(subject) } });
}

/** The network that one attacker easily has: /24 of IPv4, /64 of IPv6. Text that is no address counts as itself. */
export function networkOf(remoteAddress: string): string {
  const bare = remoteAddress.replace(/^\[|\](:\d+)?$/g, "").replace(/%.*$/, "");
  const host = isIPv6(bare) ? bare : bare.replace(/:\d+$/, "");
  if (!ipaddr.isValid(host)) return host;
  const address = ipaddr.process(host);
  const bytes = address.toByteArray();
  return Buffer.from(bytes.slice(0, bytes.length === 4 ? 3 : 8)).toString("hex");
}

/** Subjects hold addresses of people: only their hash is kept. */
function hashSubject(subject: string): string {
  return createHash("sha256").update(subject).digest("base64url");
}
