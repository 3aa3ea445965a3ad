// What the runtime does after the commit of a transition of a standalone activity. It can be repeated.
import type { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";

export interface OfferActivity {
  attempt: number;
  stamp: number;
  taskQueue: string;
  scheduledAt: EpochMs;
  priority: temporal.api.common.v1.IPriority | undefined;
}
