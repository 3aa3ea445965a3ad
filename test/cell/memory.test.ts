// Executions leave memory and come back: nothing is lost, no timer is late for it.
import { durationOfMs, temporal } from "#contracts";
import { describe, expect, it } from "vitest";
import { cellWorld } from "./world.ts";

/** Four times what memory holds. */
const WORKFLOWS = 400;
const WORKERS = 8;

const { CommandType, EventType } = temporal.api.enums.v1;

const world = cellWorld("cell_memory");

describe("a cell with more open executions than memory", () => {
  it.each([
    ["counted", { CELLPLANE_EXECUTIONS_MAX: "100" }, 0],
    ["weighed", { CELLPLANE_HELD_BYTES_MAX: "1000000" }, 10_000],
  ])(
    "runs every workflow through a timer to its end, each step once: %s",
    async (_how, limits, inputBytes) => {
      const { client } = await world.start(limits);
      const input = { payloads: [{ data: Buffer.alloc(inputBytes, 65) }] };
      for (let number = 0; number < WORKFLOWS; number += 10) {
        await Promise.all(
          Array.from({ length: 10 }, (_, place) => client.start(`w-${number + place}`, { input })),
        );
      }
      const completed: string[] = [];
      let errors = 0;
      const worker = async (): Promise<void> => {
        while (completed.length < WORKFLOWS && errors < 20) {
          const task = await client.pollTask(4_000);
          const workflowId = task.workflowExecution?.workflowId ?? "";
          if (workflowId === "") {
            errors += 1;
            continue;
          }
          const isFired = (task.history?.events ?? []).some(
            (event) => event.eventType === EventType.EVENT_TYPE_TIMER_FIRED,
          );
          await client.completeTask(task, [isFired ? COMPLETE : TIMER]);
          if (isFired) completed.push(workflowId);
        }
      };
      await Promise.race([
        Promise.all(Array.from({ length: WORKERS }, worker)),
        new Promise((_, reject) =>
          setTimeout(() => reject(new Error(`only ${completed.length} completed`)), 90_000),
        ),
      ]);

      expect(new Set(completed).size).toBe(WORKFLOWS);
      expect(completed).toHaveLength(WORKFLOWS);
      expect(await client.history("w-0")).toHaveLength(10);
    },
  );
});

const TIMER: temporal.api.command.v1.ICommand = {
  commandType: CommandType.COMMAND_TYPE_START_TIMER,
  startTimerCommandAttributes: { timerId: "1", startToFireTimeout: durationOfMs(2_000) },
};

const COMPLETE: temporal.api.command.v1.ICommand = {
  commandType: CommandType.COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION,
  completeWorkflowExecutionCommandAttributes: {},
};
