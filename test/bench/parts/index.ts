// The parts of the bench by name, in the order in which they run.
import type { Bench } from "../bench.ts";
import { measureIdle, measurePolls, measureSleeping } from "./memory.ts";
import { measureStored } from "./stored.ts";
import { measureAlone, measurePeak } from "./throughput.ts";

export const PARTS = {
  peak: measurePeak,
  alone: measureAlone,
  idle: measureIdle,
  sleeping: measureSleeping,
  polls: measurePolls,
  stored: measureStored,
} satisfies Record<string, (bench: Bench) => Promise<void>>;

export type PartName = keyof typeof PARTS;
