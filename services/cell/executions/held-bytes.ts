// Copies of encoded events that stay in memory. What the encoder gives is a slice of a block that it shares with
// everything else that is being encoded: to hold a few hundred bytes of it is to hold the whole block.

/** Small, because one slice that is held for long holds its block. */
const BLOCK_BYTES = 8 * 1024;
/** Larger ones get memory of their own. */
const SHARED_BYTES_MAX = 2 * 1024;

let block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
let used = 0;

/** The copy shares a block with nothing but other copies made at about the same time. */
export function heldCopy(bytes: Uint8Array): Uint8Array {
  if (bytes.length > SHARED_BYTES_MAX) {
    const own = Buffer.allocUnsafeSlow(bytes.length);
    own.set(bytes);
    return own;
  }
  if (used + bytes.length > BLOCK_BYTES) {
    block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
    used = 0;
  }
  const copy = block.subarray(used, used + bytes.length);
  copy.set(bytes);
  used += bytes.length;
  return copy;
}
