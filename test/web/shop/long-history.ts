// One workflow with a history of any length, made through the service as a worker would: tasks that record markers and
// start and cancel timers, and signals between them.
import { randomUUID } from "node:crypto";
import type { Client } from "@temporalio/client";
import { temporal } from "@temporalio/proto";

const { CommandType } = temporal.api.enums.v1;
type Command = temporal.api.command.v1.ICommand;

const MARKERS_PER_TASK = 4_000;
const TIMERS_PER_TASK = 100;
const SIGNALS_PER_TASK = 20;

/** Leaves it running, with at least so many events. */
export async function longHistory(
  { client, namespace }: { client: Client; namespace: string },
  { workflowId, events }: { workflowId: string; events: number },
): Promise<void> {
  const service = client.workflowService;
  const taskQueue = { name: `long-${workflowId}` };
  await service.startWorkflowExecution({
    namespace,
    workflowId,
    workflowType: { name: "long" },
    taskQueue,
    requestId: randomUUID(),
  });
  for (let round = 0, length = 0; length < events; round += 1) {
    for (let number = 0; number < SIGNALS_PER_TASK; number += 1) {
      await client.workflow.getHandle(workflowId).signal("tick", { round, number });
    }
    const task = await service.pollWorkflowTaskQueue({ namespace, taskQueue, identity: "long" });
    await service.respondWorkflowTaskCompleted({
      namespace,
      taskToken: task.taskToken,
      identity: "long",
      commands: commandsOf(round),
      forceCreateNewWorkflowTask: true,
    });
    length = Number(task.startedEventId) + commandsOf(round).length;
  }
}

function commandsOf(round: number): Command[] {
  const markers: Command[] = Array.from({ length: MARKERS_PER_TASK }, (_, index) => ({
    commandType: CommandType.COMMAND_TYPE_RECORD_MARKER,
    recordMarkerCommandAttributes: { markerName: `step-${String((round + index) % 40)}` },
  }));
  const timers = Array.from({ length: TIMERS_PER_TASK }, (_, index): Command[] => {
    const timerId = `${String(round)}-${String(index)}`;
    return [
      {
        commandType: CommandType.COMMAND_TYPE_START_TIMER,
        startTimerCommandAttributes: { timerId, startToFireTimeout: { seconds: 3_600 as never } },
      },
      { commandType: CommandType.COMMAND_TYPE_CANCEL_TIMER, cancelTimerCommandAttributes: { timerId } },
    ];
  });
  return [...markers, ...timers.flat()];
}
