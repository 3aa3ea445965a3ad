// The laws of workflows (design section 4), for every workflow of LAWS that cells of the kind can have, and every activity that its good run has.
import { beforeAll, describe, expect, it } from "vitest";
import { randomIds } from "#shared/ids";
import { saveHistory } from "./histories.ts";
import {
  comparable,
  endOf,
  FAILED,
  FULFILLED,
  lawsOf,
  prepare,
  snapshot,
  type Case,
  type Law,
} from "./laws.ts";
import type { CellAddress, Fault, World } from "./world.ts";

interface Outcome {
  example: Case;
  operationId: string;
  state: string;
  before: unknown;
  after: unknown;
}

export function workflowLaws(worldOf: () => World, tenant: CellAddress["driver"]): void {
  for (const law of lawsOf(tenant)) {
    describe(law.workflowType, () => {
      let good: Outcome;
      let activities: string[];

      beforeAll(async () => {
        good = await run(worldOf(), law);
        activities = worldOf().ran(good.operationId);
        await saveHistory(worldOf(), { ...good.example, ...good }, `${law.workflowType}.fulfilled`);
      });

      it("P1: ends fulfilled, by at least one activity, and changes the world", () => {
        expect(good.state).toBe(FULFILLED);
        expect(activities.length).toBeGreaterThan(0);
        expect(good.after).not.toEqual(good.before);
      });

      it("P2: leaves the world as it was when any of its activities fails", async () => {
        const failures = await everyActivity(worldOf(), law, activities, "fail-before");
        for (const { outcome } of failures) {
          expect(outcome.state).toBe(FAILED);
          expect(outcome.after).toEqual(outcome.before);
          await saveHistory(worldOf(), { ...outcome.example, ...outcome }, `${law.workflowType}.failed`);
        }
      });

      it("P2: changes all or nothing when an activity fails after its effect", async () => {
        const failures = await everyActivity(worldOf(), law, activities, "fail-after");
        for (const { outcome } of failures) {
          const expected = outcome.state === FULFILLED ? goodState(good) : stateBefore(outcome);
          expect(comparable(outcome.example, outcome.after)).toEqual(expected);
        }
      });

      it("P3: changes the same when any of its activities runs twice", async () => {
        const repeats = await everyActivity(worldOf(), law, activities, "twice");
        for (const { outcome } of repeats) {
          expect(outcome.state).toBe(FULFILLED);
          expect(comparable(outcome.example, outcome.after)).toEqual(goodState(good));
        }
      });

      it("P3: answers the same request with the same operation, and acts once", async () => {
        const before = worldOf().ran(good.operationId).length;
        if (law.needs === "nothing") await law.ask(good.example, good.operationId);
        expect(worldOf().ran(good.operationId)).toHaveLength(before);
      });
    });
  }
}

function goodState(good: Outcome): unknown {
  return comparable(good.example, good.after);
}

function stateBefore(outcome: Outcome): unknown {
  return comparable(outcome.example, outcome.before);
}

/** One case per activity, all at once: cases have accounts of their own. */
function everyActivity(
  world: World,
  law: Law,
  activities: readonly string[],
  fault: Fault,
): Promise<{ activity: string; outcome: Outcome }[]> {
  return Promise.all(
    activities.map(async (activity) => ({ activity, outcome: await run(world, law, { activity, fault }) })),
  );
}

async function run(world: World, law: Law, injected?: { activity: string; fault: Fault }): Promise<Outcome> {
  const example = await prepare(world, law);
  const operationId = randomIds.uuid();
  if (injected !== undefined) world.setFault(operationId, injected.activity, injected.fault);
  const before = await snapshot(example);
  await law.ask(example, operationId);
  const state = await endOf(example, operationId);
  return { example, operationId, state, before, after: await snapshot(example) };
}
