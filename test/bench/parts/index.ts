// The parts of the bench by name, in the order in which they run.
import type { Bench } from "../bench.ts";
import { measureAlone, measurePeak } from "./throughput.ts";

export const PARTS = {
  peak: measurePeak,
  alone: measureAlone,
} satisfies Record<string, (bench: Bench) => Promise<void>>;

export type PartName = keyof typeof PARTS;
