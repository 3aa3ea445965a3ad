// How activities are retried, by what they are for. Workflow code: constants only.
import type { ActivityOptions } from "@temporalio/workflow";

const RETRY = {
  initialInterval: "100ms",
  backoffCoefficient: 2,
  maximumInterval: "10s",
} as const;

/** A step forward: waits out a short absence of a cell, then fails, and the saga undoes. */
export const forwardOptions: ActivityOptions = {
  startToCloseTimeout: "5s",
  scheduleToCloseTimeout: "8m",
  retry: RETRY,
};

/** A step back must happen: it is tried until it works, so that every operation ends (P1) and leaves nothing (P2). */
export const undoOptions: ActivityOptions = {
  startToCloseTimeout: "5s",
  retry: RETRY,
};
