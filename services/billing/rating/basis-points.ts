// Shares in hundredths of a percent, rounded down.

export const BASIS_POINTS = 10_000n;

export function shareOf(amount: bigint, basisPoints: bigint): bigint {
  return (amount * basisPoints) / BASIS_POINTS;
}
