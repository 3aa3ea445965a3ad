// Spreads texts over a range by chance, but the same text always to the same place, so that decisions stay repeatable.
// Not for secrets.

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a, scaled to [0, 1). */
export function fractionOf(text: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  }
  return (hash >>> 0) / 2 ** 32;
}
