// Child workflows, signals and cancellations between workflows.
import { WorkflowNotFoundError } from "@temporalio/client";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import { errorOf, eventTypes, execute, start, statusOf, type Program } from "./program.ts";

const policyPrograms: Program[] = (
  [
    ["TERMINATE", "TERMINATED"],
    ["REQUEST_CANCEL", "CANCELLED"],
    ["ABANDON", "RUNNING"],
  ] as const
).map(([policy, status]) => ({
  title: `a child left with ${policy} ends as ${status}`,
  run: async (fixture) => {
    const childId = fixture.id("child");
    await execute(fixture, "leaveChild", [childId, policy]);
    const child = fixture.client.workflow.getHandle(childId);
    await eventually(async () => (await statusOf(child)) === status, { what: `child ${status}` });
    if (status === "RUNNING") await child.terminate();
  },
}));

const cancelPrograms: Program[] = (["WAIT_CANCELLATION_COMPLETED", "TRY_CANCEL", "ABANDON"] as const).map(
  (type) => ({
    title: `a child is cancelled with ${type}`,
    run: async (fixture) => {
      const handle = await start(fixture, "cancelChild", [type]);
      expect(await handle.result()).toBe("cancelled");
      const types = await eventTypes(handle);
      const requested = types.includes("REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED");
      expect(requested).toBe(type !== "ABANDON");
      expect(types.includes("CHILD_WORKFLOW_EXECUTION_CANCELED")).toBe(
        type === "WAIT_CANCELLATION_COMPLETED",
      );
    },
  }),
);

export const childPrograms: Program[] = [
  {
    title: "a parent gets its child's result",
    run: async (fixture) => {
      const handle = await start(fixture, "parentOf", ["echo", ["from child"]]);
      expect(await handle.result()).toBe("from child");
      const types = await eventTypes(handle);
      expect(types.filter((type) => type.includes("CHILD"))).toEqual([
        "START_CHILD_WORKFLOW_EXECUTION_INITIATED",
        "CHILD_WORKFLOW_EXECUTION_STARTED",
        "CHILD_WORKFLOW_EXECUTION_COMPLETED",
      ]);
    },
  },
  {
    title: "what a parent says of its child is described",
    run: async (fixture) => {
      const childId = fixture.id("summarised");
      await execute(fixture, "summariseChild", [childId, "a child"]);
      const description = await fixture.client.workflow.getHandle(childId).describe();
      expect(await description.staticSummary()).toBe("a child");
    },
  },
  {
    title: "a parent gets its child's failure",
    run: async (fixture) => {
      const result = await execute(fixture, "parentOf", ["fail", ["child broke"]]);
      expect(result).toMatchObject({ failure: "child broke", childType: "fail" });
    },
  },
  {
    title: "a child knows its parent and its root",
    run: async (fixture) => {
      const handle = await start(fixture, "grandparent");
      await handle.result();
      const query = `RootWorkflowId = '${handle.workflowId}'`;
      const family = await eventually(async () => {
        const runs = [];
        for await (const run of fixture.client.workflow.list({ query })) runs.push(run);
        return runs.length === 3 ? runs : undefined;
      });
      const child = family.find((run) => run.type === "parentOf");
      const grandchild = family.find((run) => run.type === "info");
      expect(child?.parentExecution?.workflowId).toBe(handle.workflowId);
      expect(grandchild?.parentExecution?.workflowId).toBe(child?.workflowId);
      expect(grandchild?.rootExecution?.workflowId).toBe(handle.workflowId);
    },
  },
  {
    title: "a child's id that is in use is refused to the parent",
    run: async (fixture) => {
      const result = await execute(fixture, "duplicateChild", [fixture.id("child")]);
      expect(result).toBe("WorkflowExecutionAlreadyStartedError");
    },
  },
  ...policyPrograms,
  ...cancelPrograms,
  {
    title: "a workflow signals another one",
    run: async (fixture) => {
      const target = await start(fixture, "gather");
      const handle = await start(fixture, "signalOther", [target.workflowId, "add", "from afar"]);
      expect(await handle.result()).toBe("signalled");
      await target.signal("finish");
      expect(await target.result()).toEqual(["from afar"]);
      expect((await eventTypes(handle)).filter((type) => type.includes("EXTERNAL"))).toEqual([
        "SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED",
        "EXTERNAL_WORKFLOW_EXECUTION_SIGNALED",
      ]);
    },
  },
  {
    title: "a signal to a workflow that does not exist fails in the sender",
    run: async (fixture) => {
      const result = await execute(fixture, "signalOther", [fixture.id("nobody"), "add", "x"]);
      expect(result).toMatch(/not found|unable to signal/i);
    },
  },
  {
    title: "a workflow cancels another one",
    run: async (fixture) => {
      const target = await start(fixture, "cleanUpOnCancel");
      expect(await execute(fixture, "cancelOther", [target.workflowId])).toBe("cancel requested");
      await eventually(async () => (await statusOf(target)) === "CANCELLED");
    },
  },
  {
    title: "a cancellation of a workflow that does not exist fails in the sender",
    run: async (fixture) => {
      const result = await execute(fixture, "cancelOther", [fixture.id("nobody")]);
      expect(result).toMatch(/not found|unable to cancel/i);
    },
  },
  {
    title: "an unknown workflow is not found, whatever is asked of it",
    run: async (fixture) => {
      const handle = fixture.client.workflow.getHandle(fixture.id("nobody"));
      const errors = await Promise.all(
        [handle.describe(), handle.signal("x"), handle.cancel(), handle.terminate(), handle.result()].map(
          errorOf,
        ),
      );
      for (const error of errors) expect(error).toBeInstanceOf(WorkflowNotFoundError);
    },
  },
];
