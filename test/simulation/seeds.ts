// Which seeds a run takes: CELLPLANE_SEED alone, or the kept ones, the fixed ones and a few that nobody has seen yet.
import kept from "./kept-seeds.json" with { type: "json" };

export interface KeptSeed {
  seed: number;
  steps: number;
  found: string;
}

const FRESH_SEED_MAX = 2 ** 31;

/** Seeds that once found something; they are run for ever. */
export function keptSeeds(): readonly KeptSeed[] {
  return kept;
}

/** The seed that somebody wants to look into. */
export function givenSeed(): number | undefined {
  const text = process.env["CELLPLANE_SEED"];
  if (text === undefined || text === "") return undefined;
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new Error(`CELLPLANE_SEED is not a whole number: ${text}`);
  return seed;
}

export function fixedSeeds(count: number): number[] {
  return Array.from({ length: count }, (_, place) => place + 1);
}

/** New ones in every run: printed, so that a failure can be repeated. */
export function freshSeeds(count: number): number[] {
  const first = (Date.now() % FRESH_SEED_MAX) + 1_000_000;
  return Array.from({ length: count }, (_, place) => first + place);
}
