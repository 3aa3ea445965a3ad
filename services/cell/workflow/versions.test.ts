// How a run moves between versions of its workers, and what it is told of them.
import { expect, test } from "vitest";
import { temporal } from "#contracts";
import { RunUnderTest } from "#harness/run-under-test";
import { completeWorkflow, continueAsNew, scheduleActivity } from "#harness/task-commands";
import { answerOf } from "#harness/version-acts";
import { directiveOf, versionOfMessage, type Assignment } from "./index.ts";

const { VERSIONING_BEHAVIOR_AUTO_UPGRADE: AUTO_UPGRADE, VERSIONING_BEHAVIOR_PINNED: PINNED } =
  temporal.api.enums.v1.VersioningBehavior;

/** As matching assigns a task when this version is current. */
function assign(run: RunUnderTest, type: "workflow" | "activity", current: string, revision = 1): Assignment {
  const directive = directiveOf(run.state, type);
  const version = directive?.behavior === PINNED ? directive.version : current;
  return { version, directive, revision, target: { version: current, revision } };
}

/** The worker of the version takes the task and answers. */
function step(
  run: RunUnderTest,
  { current, behavior, revision }: { current: string; behavior: number; revision?: number },
  commands: temporal.api.command.v1.ICommand[] = [],
) {
  const assignment = assign(run, "workflow", current, revision);
  const task = run.startTask("orders", assignment);
  run.completeTask(task, commands, { ...answerOf(assignment.version, 0), versioningBehavior: behavior });
}

test("an auto-upgrading run moves with its next task, and is moved when that task completes", () => {
  const run = new RunUnderTest();
  step(run, { current: "shop:1", behavior: AUTO_UPGRADE });
  run.signal("go");
  const task = run.startTask("orders", assign(run, "workflow", "shop:2", 2));
  expect(run.state.versioning).toMatchObject({ version: "shop:1", transition: { version: "shop:2" } });
  run.completeTask(task, [], { ...answerOf("shop:2", 1) });
  expect(run.state.versioning).toMatchObject({ version: "shop:2", transition: undefined, revision: 2 });
  expect(run.state.versioning?.usedVersions).toEqual(["shop:1", "shop:2"]);
});

test("a pinned run refuses workers of another version", () => {
  const run = new RunUnderTest();
  step(run, { current: "shop:1", behavior: PINNED });
  run.signal("go");
  const wrong = { ...assign(run, "workflow", "shop:2"), version: "shop:2" };
  expect(() => run.startTask("orders", wrong)).toThrow("pinned to another version");
});

test("an activity that goes to another version waits until the workflow has moved there", () => {
  const run = new RunUnderTest();
  step(run, { current: "shop:1", behavior: AUTO_UPGRADE }, [scheduleActivity("a")]);
  const [activity] = run.state.activities.values();
  const { scheduledEventId = 0, attempt = 1, stamp = 0 } = activity ?? {};
  const moving = run.do({
    kind: "startActivity",
    scheduledEventId,
    attempt,
    stamp,
    requestId: "poll",
    identity: "worker",
    assignment: assign(run, "activity", "shop:2", 2),
  });
  expect(moving.result).toBeUndefined();
  expect(run.state.workflowTask?.startedEventId).toBe(0);
  step(run, { current: "shop:2", behavior: AUTO_UPGRADE, revision: 2 });
  expect(run.startActivity("a", assign(run, "activity", "shop:2", 2)).attempt).toBe(1);
});

test("a pinned run is told that its queue's work goes elsewhere until it is back", () => {
  const run = new RunUnderTest();
  for (const routing of [
    { current: "shop:1", revision: 1 },
    { current: "shop:2", revision: 2 },
    { current: "shop:2", revision: 2 },
    { current: "shop:1", revision: 3 },
  ]) {
    step(run, { ...routing, behavior: PINNED });
    run.signal("go");
  }
  const started = run.events.flatMap((event) => event.workflowTaskStartedEventAttributes ?? []);
  const told = started.map((one) => one.targetWorkerDeploymentVersionChanged === true);
  expect(told).toEqual([false, true, true, false]);
});

test.each([
  {
    title: "stays on the version of a pinned run",
    behavior: PINNED,
    initial: 0,
    inherited: "shop:1",
    source: "",
  },
  { title: "that asked to upgrade is free", behavior: PINNED, initial: 1, inherited: "", source: "shop:1" },
  {
    title: "of an auto-upgrading run is free",
    behavior: AUTO_UPGRADE,
    initial: 0,
    inherited: "",
    source: "shop:1",
  },
])("a later run $title", ({ behavior, initial, inherited, source }) => {
  const run = new RunUnderTest();
  const task = run.startTask("orders", assign(run, "workflow", "shop:1"));
  const command = continueAsNew();
  const attributes = command.continueAsNewWorkflowExecutionCommandAttributes;
  const { newRun } = run.do({
    kind: "completeWorkflowTask",
    task,
    request: {
      ...answerOf("shop:1", 0),
      versioningBehavior: behavior,
      commands: [
        {
          ...command,
          continueAsNewWorkflowExecutionCommandAttributes: {
            ...attributes,
            initialVersioningBehavior: initial,
          },
        },
      ],
    },
  });
  const [started] = newRun?.outcome.batches.flatMap(({ events }) => events) ?? [];
  const told = started?.workflowExecutionStartedEventAttributes;
  expect(versionOfMessage(told?.inheritedPinnedVersion)).toBe(inherited);
  expect(versionOfMessage(told?.inheritedAutoUpgradeInfo?.sourceDeploymentVersion)).toBe(source);
});

test("workers without a version leave no trace", () => {
  const run = new RunUnderTest();
  run.work([completeWorkflow()]);
  expect(run.state.versioning).toBeUndefined();
});
