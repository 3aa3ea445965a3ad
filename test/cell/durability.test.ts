// C1 and U1 under kill -9: what was acknowledged is there, once, and what is counted equals what is there.
import type Long from "long";
import { describe, expect, it } from "vitest";
import { temporal } from "#contracts";
import { NAMESPACE } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

const WORKFLOWS = 400;
const LANES = 16;

const world = cellWorld("cell_durability");

describe("a cell killed in the middle of load", () => {
  it("C1, U1: loses nothing acknowledged, starts nothing twice and counts every start once", async () => {
    const { client, process } = await world.start();
    const acknowledged = new Map<string, string>();
    let next = 0;
    let killed: Promise<void> | undefined;
    const lane = async (): Promise<void> => {
      while (next < WORKFLOWS) {
        const workflowId = `w-${next++}`;
        if (acknowledged.size >= WORKFLOWS / 2) killed ??= process.kill();
        try {
          acknowledged.set(workflowId, (await client.start(workflowId)).runId ?? "");
        } catch {
          // Not acknowledged: it may exist or not, and is asked for again below.
        }
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    await killed;

    const { client: again } = await world.restart();
    for (let number = 0; number < WORKFLOWS; number += 1) {
      const { runId } = await again.start(`w-${number}`);
      const before = acknowledged.get(`w-${number}`);
      if (before !== undefined) expect(runId).toBe(before);
    }

    expect(acknowledged.size).toBeGreaterThanOrEqual(WORKFLOWS / 2);
    expect(await again.actionTotals()).toEqual({ start_workflow: WORKFLOWS });
    const { count } = await again.call<object, { count: Long }>("CountWorkflowExecutions", {
      namespace: NAMESPACE,
    });
    expect(Number(count)).toBe(WORKFLOWS);
  });

  it("offers the tasks that were waiting again", async () => {
    const { client } = await world.start();
    await client.start("waiting");

    const { client: again } = await world.restart();
    const task = await again.pollTask();

    expect(task.workflowExecution?.workflowId).toBe("waiting");
    expect((task.history?.events ?? []).length).toBe(3);
  });

  it("fires a timer that came due while it was down", async () => {
    const { client } = await world.start();
    await client.start("timed");
    const first = await client.pollTask();
    await client.completeTask(first, [
      {
        commandType: temporal.api.enums.v1.CommandType.COMMAND_TYPE_START_TIMER,
        startTimerCommandAttributes: { timerId: "1", startToFireTimeout: { nanos: 300_000_000 } },
      },
    ]);

    const { client: again } = await world.restart();
    const second = await again.pollTask();

    expect((second.history?.events ?? []).map((event) => event.eventType)).toContain(
      temporal.api.enums.v1.EventType.EVENT_TYPE_TIMER_FIRED,
    );
  });
});
