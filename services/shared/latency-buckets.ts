// Latencies as counts in buckets whose bounds grow by a quarter: enough for percentiles within 12 %, small enough to be
// kept for everything, and summed over processes exactly. Pure.

const FIRST_BOUND_MS = 0.1;
const GROWTH = 1.25;
/** Reaches 60 days: what takes longer is in the last one. */
export const BUCKETS = 110;
const LOG_GROWTH = Math.log(GROWTH);

/** The bucket whose upper bound is the first that is not less. */
export function bucketOf(ms: number): number {
  if (!(ms > FIRST_BOUND_MS)) return 0;
  return Math.min(Math.ceil(Math.log(ms / FIRST_BOUND_MS) / LOG_GROWTH), BUCKETS - 1);
}

/** In seconds, from counts by bucket; within a bucket latencies count as spread evenly. 0 without any. */
export function percentileSeconds(counts: ReadonlyMap<number, number>, share: number): number {
  const ordered = [...counts].sort(([a], [b]) => a - b);
  const rank = ordered.reduce((sum, [, count]) => sum + count, 0) * share;
  let before = 0;
  for (const [bucket, count] of ordered) {
    if (before + count >= rank && count > 0) {
      const lower = bucket === 0 ? 0 : boundMs(bucket - 1);
      return (lower + ((rank - before) / count) * (boundMs(bucket) - lower)) / 1_000;
    }
    before += count;
  }
  return 0;
}

function boundMs(bucket: number): number {
  return FIRST_BOUND_MS * GROWTH ** bucket;
}
