// Divides a whole amount among parts by weight so that the parts sum to the whole exactly: each part gets its share
// rounded down, and the units left over go to the largest remainders, first come first served among equals.

/** Weights are not negative. With no weight at all, everything goes to the first part. */
export function divide(whole: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? whole : 0n));
  const parts = weights.map((weight) => (whole * weight) / sum);
  const left = Number(whole - parts.reduce((total, part) => total + part, 0n));
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (whole * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}
