// Provisioned capacity has an hourly minimum: what an hour used less than it is billed as actions on top. Pure.

/** A fifth of what a unit may use: 500 actions a second for an hour. The first unit has no minimum. */
const MINIMUM_ACTIONS_PER_UNIT = 360_000n;

/** `units` is the highest number of capacity units that the hour saw. */
export function capacityTopUp(hour: { units: number; usedActions: bigint }): bigint {
  const minimum = BigInt(Math.max(hour.units - 1, 0)) * MINIMUM_ACTIONS_PER_UNIT;
  return minimum > hour.usedActions ? minimum - hour.usedActions : 0n;
}
