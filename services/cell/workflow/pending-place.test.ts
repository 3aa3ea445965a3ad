// Where pending work is found again after a start: in the workflow's own queue, elsewhere, or nowhere.
import { durationOfMs, temporal } from "#contracts";
import { describe, expect, it } from "vitest";
import { RunUnderTest } from "#harness/run-under-test";
import { pendingPlace } from "./pending-place.ts";

const { CommandType } = temporal.api.enums.v1;
type Command = temporal.api.command.v1.ICommand;

const TIMER: Command = {
  commandType: CommandType.COMMAND_TYPE_START_TIMER,
  startTimerCommandAttributes: { timerId: "1", startToFireTimeout: durationOfMs(60_000) },
};

function activityIn(queue: string): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK,
    scheduleActivityTaskCommandAttributes: {
      activityId: "a",
      activityType: { name: "a" },
      taskQueue: { name: queue },
      startToCloseTimeout: durationOfMs(60_000),
    },
  };
}

const CHILD: Command = {
  commandType: CommandType.COMMAND_TYPE_START_CHILD_WORKFLOW_EXECUTION,
  startChildWorkflowExecutionCommandAttributes: { workflowId: "child", workflowType: { name: "c" } },
};

describe("the place of pending work", () => {
  it("is the workflow's own queue while its task waits there, and nowhere while a worker has it", () => {
    const run = new RunUnderTest();
    expect(pendingPlace(run.state)).toBe("ownQueue");
    run.startTask();
    expect(pendingPlace(run.state)).toBe("nowhere");
  });

  it.each<[string, Command[], string]>([
    ["nowhere for a workflow that sleeps", [TIMER], "nowhere"],
    ["the own queue for an activity in it", [activityIn("orders")], "ownQueue"],
    ["elsewhere for an activity in another queue", [activityIn("payments")], "elsewhere"],
    ["elsewhere for a child to start, whatever waits beside it", [CHILD, activityIn("orders")], "elsewhere"],
  ])("is %s", (_title, commands, place) => {
    const run = new RunUnderTest();
    run.work(commands);
    expect(pendingPlace(run.state)).toBe(place);
  });

  it("is nowhere when the workflow has closed and nobody is to be told", () => {
    const run = new RunUnderTest();
    run.work([
      {
        commandType: CommandType.COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION,
        completeWorkflowExecutionCommandAttributes: {},
      },
    ]);
    expect(pendingPlace(run.state)).toBe("nowhere");
  });
});
