// Which credits pay for an amount: lowest priority number first, then what expires soonest, then what was given away
// before what was bought, then the oldest. Pure; amounts are whole minor units.

export const CREDIT_CATEGORIES = ["trial", "promotional", "paid"] as const;
export type CreditCategory = (typeof CREDIT_CATEGORIES)[number];

export interface Credit {
  grantId: string;
  category: CreditCategory;
  /** 0 is used first, 100 last. */
  priority: number;
  effectiveAtMs: number;
  /** Undefined: never. */
  expiresAtMs: number | undefined;
  balanceCents: bigint;
}

export interface CreditUse {
  grantId: string;
  cents: bigint;
}

/** A credit pays when it is in force at `atMs`: from its beginning, and before its end. */
export function burnDown(credits: readonly Credit[], owed: { cents: bigint; atMs: number }): CreditUse[] {
  const uses: CreditUse[] = [];
  let left = owed.cents;
  for (const { grantId, balanceCents } of inOrderOfUse(
    credits.filter((each) => isInForce(each, owed.atMs)),
  )) {
    const cents = balanceCents < left ? balanceCents : left;
    if (cents <= 0n) continue;
    uses.push({ grantId, cents });
    left -= cents;
  }
  return uses;
}

function isInForce({ effectiveAtMs, expiresAtMs }: Credit, atMs: number): boolean {
  return effectiveAtMs <= atMs && (expiresAtMs === undefined || atMs < expiresAtMs);
}

function inOrderOfUse(credits: readonly Credit[]): Credit[] {
  return [...credits].sort(
    (a, b) =>
      a.priority - b.priority ||
      compare(a.expiresAtMs ?? Infinity, b.expiresAtMs ?? Infinity) ||
      CREDIT_CATEGORIES.indexOf(a.category) - CREDIT_CATEGORIES.indexOf(b.category) ||
      a.effectiveAtMs - b.effectiveAtMs ||
      (a.grantId < b.grantId ? -1 : 1),
  );
}

/** Infinity minus Infinity is no order. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
