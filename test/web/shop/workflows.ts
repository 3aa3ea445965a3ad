// Workflows of a shop, for the console to show: activities that fail and are tried again, timers, children, signals,
// updates, queries, and one that continues as new.
import {
  ApplicationFailure,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  executeChild,
  proxyActivities,
  setHandler,
  sleep,
  upsertMemo,
} from "@temporalio/workflow";
import type * as activities from "./activities.ts";

export const approve = defineSignal<[{ by: string }]>("approve");
export const addItem = defineUpdate<number, [{ sku: string }]>("addItem");
export const state = defineQuery<string>("state");

const { charge, pack } = proxyActivities<typeof activities>({
  startToCloseTimeout: "30 seconds",
  retry: { initialInterval: "100 milliseconds", backoffCoefficient: 1 },
});
const { call } = proxyActivities<typeof activities>({
  startToCloseTimeout: "30 seconds",
  retry: { initialInterval: "1 hour" },
});

export async function order({ id }: { id: number }): Promise<{ id: number; items: string[]; by: string }> {
  let by = "";
  const items: string[] = [];
  setHandler(approve, (given) => {
    by = given.by;
  });
  setHandler(addItem, ({ sku }) => items.push(sku), {
    validator: ({ sku }) => {
      if (sku === "") throw ApplicationFailure.nonRetryable("an item needs a sku", "NoSku");
    },
  });
  setHandler(state, () => (by === "" ? "waits for approval" : "approved"));
  await charge(id);
  await sleep("50 milliseconds");
  await executeChild(ship, { args: [id], workflowId: `ship-${String(id)}` });
  upsertMemo({ charged: true });
  await condition(() => by !== "");
  return { id, items, by };
}

export async function ship(id: number): Promise<string> {
  return pack(id);
}

/** Its activity fails, and the next attempt is an hour away. */
export async function stuck(): Promise<void> {
  await call();
}

export async function failing(): Promise<void> {
  await sleep("10 milliseconds");
  throw ApplicationFailure.create({
    message: "no stock left",
    type: "OutOfStock",
    nonRetryable: true,
    details: [{ sku: "<img src=x onerror=alert(1)>" }],
    cause: new Error("the shelf is empty"),
  });
}

export async function counted(rounds: number): Promise<string> {
  if (rounds > 0) await continueAsNew<typeof counted>(rounds - 1);
  return "counted";
}
