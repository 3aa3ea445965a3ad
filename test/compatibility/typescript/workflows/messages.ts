// Workflows that take signals, queries and updates.
import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  defineQuery,
  defineSignal,
  defineUpdate,
  setDefaultSignalHandler,
  setHandler,
  sleep,
} from "@temporalio/workflow";

export const addSignal = defineSignal<[string]>("add");
export const finishSignal = defineSignal("finish");
export const itemsQuery = defineQuery<string[]>("items");
export const failingQuery = defineQuery<never>("failing");
export const addUpdate = defineUpdate<number, [string]>("addUpdate");
export const slowUpdate = defineUpdate<string, [number]>("slowUpdate");

/** Gathers items from signals and updates until it is told to finish. */
export async function gather(): Promise<string[]> {
  const items: string[] = [];
  let isFinished = false;
  setHandler(addSignal, (item) => void items.push(item));
  setHandler(finishSignal, () => {
    isFinished = true;
  });
  setHandler(itemsQuery, () => items);
  setHandler(failingQuery, () => {
    throw new Error("cannot answer");
  });
  setHandler(
    addUpdate,
    async (item) => {
      if (item === "poison") throw ApplicationFailure.nonRetryable("poisoned", "Poison");
      items.push(item);
      return items.length;
    },
    {
      validator: (item) => {
        if (item === "") throw new Error("empty item");
      },
    },
  );
  setHandler(slowUpdate, async (delayMs) => {
    await sleep(delayMs);
    return "slept";
  });
  await condition(() => isFinished && allHandlersFinished());
  return items;
}

/** Signals without a handler are not lost: they wait for one. */
export async function lateHandler(): Promise<string[]> {
  const items: string[] = [];
  await sleep(100);
  setHandler(addSignal, (item) => void items.push(item));
  await condition(() => items.length === 2);
  return items;
}

export async function anySignal(): Promise<string> {
  let seen = "";
  setDefaultSignalHandler((name) => {
    seen = name;
  });
  await condition(() => seen !== "");
  return seen;
}

/** Never lets its worker answer a query: it fails every workflow task. */
export async function stuck(): Promise<void> {
  throw new Error("a workflow task failure, not a workflow failure");
}
