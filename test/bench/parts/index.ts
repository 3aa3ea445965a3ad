// The parts of the bench by name, in the order in which they run.
import type { Bench } from "../bench.ts";
import { measureGateway } from "./gateway.ts";
import { measureIdle, measurePolls, measureSleeping } from "./memory.ts";
import { measureSdk } from "./sdk.ts";
import { measureStored } from "./stored.ts";
import { measureAlone, measurePeak } from "./throughput.ts";
import { measureTimers } from "./timers.ts";

export const PARTS = {
  peak: measurePeak,
  alone: measureAlone,
  gateway: measureGateway,
  sdk: measureSdk,
  idle: measureIdle,
  sleeping: measureSleeping,
  polls: measurePolls,
  timers: measureTimers,
  stored: measureStored,
} satisfies Record<string, (bench: Bench) => Promise<void>>;

export type PartName = keyof typeof PARTS;
