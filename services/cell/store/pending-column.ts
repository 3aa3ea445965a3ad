// The column `pending` of executions: the places of pending work as numbers.
import type { PendingPlace } from "../workflow/index.ts";

const PLACES: readonly PendingPlace[] = ["nowhere", "ownQueue", "elsewhere"];

export function numberOfPending(place: PendingPlace): number {
  return PLACES.indexOf(place);
}

/** A number that this version does not know is looked at. */
export function pendingOfNumber(number: number): PendingPlace {
  return PLACES[number] ?? "elsewhere";
}
