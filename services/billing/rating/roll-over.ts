// What is left of a commitment at its end and goes over to the next: everything when the renewal is as large or larger,
// else at most a tenth of what the first one bought. Pure; amounts are whole minor units.

const SMALLER_RENEWAL_SHARE = 10n;

export interface EndedCommitment {
  purchasedCents: bigint;
  leftCents: bigint;
}

/** `renewalCents` is 0 when nothing was renewed: then what is left expires. */
export function rollOver(ended: EndedCommitment, renewalCents: bigint): bigint {
  if (renewalCents <= 0n) return 0n;
  if (renewalCents >= ended.purchasedCents) return ended.leftCents;
  const most = ended.purchasedCents / SMALLER_RENEWAL_SHARE;
  return ended.leftCents < most ? ended.leftCents : most;
}
