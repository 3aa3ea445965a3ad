// What a load asks of the order in which a task queue gives its tasks: priorities, fairness keys and their weights, rates.
import type { temporal } from "#contracts";
import type { Random } from "#harness/random";
import type { Load } from "./load.ts";
import { repeat } from "./repeat.ts";

const FAIRNESS_KEYS = 4;

/** Weights of fairness keys, and how fast tasks of the load's queue may go out. */
export async function changeQueue(load: Load): Promise<void> {
  const { random, namespace, taskQueue } = load;
  const act = load.journal.open("other");
  const rateLimit = { requestsPerSecond: random.between(50, 1_000) };
  const change = random.pick([
    { setFairnessWeightOverrides: { [someFairnessKey(random)]: random.between(1, 20) } },
    { unsetFairnessWeightOverrides: [someFairnessKey(random)] },
    { updateQueueRateLimit: { rateLimit } },
    { updateQueueRateLimit: {} },
    { updateFairnessKeyRateLimitDefault: { rateLimit } },
    { updateFairnessKeyRateLimitDefault: {} },
  ]);
  const taskQueueType = random.between(1, 2);
  const request = { namespace, taskQueue, taskQueueType, identity: act.id, ...change };
  await repeat(load, act, { name: "UpdateTaskQueueConfig", request });
}

function someFairnessKey(random: Random): string {
  return `tenant-${String(random.below(FAIRNESS_KEYS))}`;
}

export function somePriority(random: Random): temporal.api.common.v1.IPriority {
  return {
    priorityKey: random.between(0, 5),
    ...(random.oneIn(2)
      ? { fairnessKey: someFairnessKey(random), fairnessWeight: random.between(1, 10) }
      : {}),
  };
}
