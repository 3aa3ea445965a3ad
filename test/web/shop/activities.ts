// What the shop's workflows do outside: nothing, but some of it only at the third attempt, or never.
import { activityInfo } from "@temporalio/activity";

const ATTEMPTS_THAT_FAIL = 2;

export function charge(id: number): Promise<string> {
  if (activityInfo().attempt <= ATTEMPTS_THAT_FAIL) throw new Error("card declined");
  return Promise.resolve(`charged ${String(id)}`);
}

export function pack(id: number): Promise<string> {
  return Promise.resolve(`packed ${String(id)}`);
}

export function call(): Promise<void> {
  throw new Error("the carrier does not answer");
}
