// What of the person's environment the standalone cloud passes on to its processes: what the installation sells and how it
// collects. Everything else it decides itself.

const PASSED_ON = [
  "CELLPLANE_DEFAULT_PRICE_BOOK",
  "CELLPLANE_OFFERED_PRICE_BOOKS",
  "CELLPLANE_TRIAL_CREDIT_CENTS",
  "CELLPLANE_TRIAL_DAYS",
  "CELLPLANE_STRIPE_COLLECTOR",
] as const;

export function passedSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const given = PASSED_ON.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}
