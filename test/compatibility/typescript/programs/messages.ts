// Signals, queries and updates, on running and on closed workflows.
import { randomUUID } from "node:crypto";
import {
  QueryNotRegisteredError,
  QueryRejectCondition,
  QueryRejectedError,
  WorkflowClient,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateStage,
  type WorkflowHandle,
} from "@temporalio/client";
import { ApplicationFailure } from "@temporalio/common";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { errorOf, eventTypes, expectGrpc, freshQueue, GRPC, start, type Program } from "./program.ts";

async function finish(handle: WorkflowHandle): Promise<unknown> {
  await handle.signal("finish");
  return handle.result();
}

function updateWithStart(fixture: Fixture, workflowId: string, conflict: "FAIL" | "USE_EXISTING") {
  const operation = new WithStartWorkflowOperation("gather", {
    workflowId,
    taskQueue: fixture.taskQueue,
    args: [],
    workflowIdConflictPolicy: conflict,
  });
  return fixture.client.workflow.executeUpdateWithStart("addUpdate", {
    startWorkflowOperation: operation,
    args: ["with start"],
  });
}

const signalPrograms: Program[] = [
  {
    title: "signals arrive in their order",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      const items = ["a", "b", "c", "d", "e"];
      for (const item of items) await handle.signal("add", item);
      expect(await finish(handle)).toEqual(items);
    },
  },
  {
    title: "a signal before its handler is kept",
    run: async (fixture) => {
      const handle = await start(fixture, "lateHandler");
      await handle.signal("add", "early");
      await handle.signal("add", "bird");
      expect(await handle.result()).toEqual(["early", "bird"]);
    },
  },
  {
    title: "a signal without a handler goes to the default handler",
    run: async (fixture) => {
      const handle = await start(fixture, "anySignal");
      await handle.signal("whatever");
      expect(await handle.result()).toBe("whatever");
    },
  },
  {
    title: "a repeated signal request counts once",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      const requestId = randomUUID();
      for (let attempt = 0; attempt < 3; attempt += 1) {
        await fixture.raw.signalWorkflowExecution({
          namespace: fixture.namespace,
          workflowExecution: { workflowId: handle.workflowId },
          signalName: "add",
          requestId,
          input: { payloads: [jsonPayload("once")] },
        });
      }
      expect(await finish(handle)).toEqual(["once"]);
    },
  },
  {
    title: "a signal to a closed workflow is not found",
    run: async (fixture) => {
      const handle = await start(fixture, "echo", [1]);
      await handle.result();
      expect(await errorOf(handle.signal("add", "late"))).toBeInstanceOf(WorkflowNotFoundError);
    },
  },
  {
    title: "signal-with-start starts the workflow with the signal",
    run: async (fixture) => {
      const workflowId = fixture.id("signalWithStart");
      const options = {
        workflowId,
        taskQueue: fixture.taskQueue,
        args: [],
        signal: "add",
        signalArgs: ["first"],
      };
      const handle = await fixture.client.workflow.signalWithStart("gather", options);
      expect((await eventTypes(handle)).slice(0, 3)).toEqual([
        "WORKFLOW_EXECUTION_STARTED",
        "WORKFLOW_EXECUTION_SIGNALED",
        "WORKFLOW_TASK_SCHEDULED",
      ]);
      const again = await fixture.client.workflow.signalWithStart("gather", {
        ...options,
        signalArgs: ["second"],
      });
      expect(again.signaledRunId).toBe(handle.signaledRunId);
      expect(await finish(handle)).toEqual(["first", "second"]);
    },
  },
];

const queryPrograms: Program[] = [
  {
    title: "a query sees what signals did before it",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      await handle.signal("add", "x");
      expect(await handle.query("items")).toEqual(["x"]);
      await finish(handle);
    },
  },
  {
    title: "a query leaves no event",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      await handle.query("items");
      const before = await eventTypes(handle);
      await handle.query("items");
      expect(await eventTypes(handle)).toEqual(before);
      await finish(handle);
    },
  },
  {
    title: "a closed workflow still answers queries",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      await handle.signal("add", "kept");
      await finish(handle);
      expect(await handle.query("items")).toEqual(["kept"]);
    },
  },
  {
    title: "a query may refuse closed workflows",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      await finish(handle);
      const strict = fixture.client.workflow.getHandle(handle.workflowId);
      const rejecting = new WorkflowClient({
        connection: fixture.client.connection,
        namespace: fixture.namespace,
        queryRejectCondition: QueryRejectCondition.NOT_OPEN,
      });
      expect(await strict.query("items")).toEqual([]);
      expect(await errorOf(rejecting.getHandle(handle.workflowId).query("items"))).toBeInstanceOf(
        QueryRejectedError,
      );
    },
  },
  {
    title: "a failing query tells its error",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      await expectGrpc(handle.query("failing"), GRPC.INVALID_ARGUMENT, /cannot answer/);
      await finish(handle);
    },
  },
  {
    title: "an unknown query is refused",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      expect(await errorOf(handle.query("nonsense"))).toBeInstanceOf(QueryNotRegisteredError);
      await finish(handle);
    },
  },
  {
    title: "a query without a worker runs into its deadline",
    run: async (fixture) => {
      const handle = await start(fixture, "gather", [], { taskQueue: freshQueue(fixture, "nobody") });
      const { client } = fixture;
      const query = client.withDeadline(Date.now() + 800, () => handle.query("items"));
      await expectGrpc(query, GRPC.DEADLINE_EXCEEDED);
      await handle.terminate();
    },
  },
];

const updatePrograms: Program[] = [
  {
    title: "an update returns its result and leaves two events",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      expect(await handle.executeUpdate("addUpdate", { args: ["one"] })).toBe(1);
      expect(await handle.executeUpdate("addUpdate", { args: ["two"] })).toBe(2);
      const types = await eventTypes(handle);
      expect(types.filter((type) => type === "WORKFLOW_EXECUTION_UPDATE_ACCEPTED")).toHaveLength(2);
      expect(types.filter((type) => type === "WORKFLOW_EXECUTION_UPDATE_COMPLETED")).toHaveLength(2);
      expect(await finish(handle)).toEqual(["one", "two"]);
    },
  },
  {
    title: "an update that its validator refuses leaves no event",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      await handle.query("items");
      const before = await eventTypes(handle);
      const error = await errorOf(handle.executeUpdate("addUpdate", { args: [""] }));
      expect(error).toBeInstanceOf(WorkflowUpdateFailedError);
      expect(error.cause).toMatchObject({ message: "empty item" });
      expect(await eventTypes(handle)).toEqual(before);
      expect(await finish(handle)).toEqual([]);
    },
  },
  {
    title: "an update can fail after it was accepted",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      const error = await errorOf(handle.executeUpdate("addUpdate", { args: ["poison"] }));
      expect(error).toBeInstanceOf(WorkflowUpdateFailedError);
      expect(error.cause).toBeInstanceOf(ApplicationFailure);
      expect(error.cause).toMatchObject({ message: "poisoned", type: "Poison" });
      expect(await eventTypes(handle)).toContain("WORKFLOW_EXECUTION_UPDATE_COMPLETED");
      await finish(handle);
    },
  },
  {
    title: "a caller can wait until an update is accepted and fetch its result later",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      const update = await handle.startUpdate("slowUpdate", {
        args: [300],
        waitForStage: WorkflowUpdateStage.ACCEPTED,
      });
      expect(await eventTypes(handle)).not.toContain("WORKFLOW_EXECUTION_UPDATE_COMPLETED");
      const other = handle.getUpdateHandle(update.updateId);
      expect(await Promise.all([update.result(), other.result()])).toEqual(["slept", "slept"]);
      await finish(handle);
    },
  },
  {
    title: "an update id counts once",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      const updateId = randomUUID();
      const options: { args: [string]; updateId: string } = { args: ["same"], updateId };
      const results = await Promise.all([
        handle.executeUpdate<number, [string]>("addUpdate", options),
        handle.executeUpdate<number, [string]>("addUpdate", options),
      ]);
      expect([...results, await handle.executeUpdate<number, [string]>("addUpdate", options)]).toEqual([
        1, 1, 1,
      ]);
      expect(await finish(handle)).toEqual(["same"]);
    },
  },
  {
    title: "an unknown update is refused",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      const error = await errorOf(handle.executeUpdate("nonsense"));
      expect(error).toBeInstanceOf(WorkflowUpdateFailedError);
      await finish(handle);
    },
  },
  {
    title: "an update on a closed workflow is not found",
    run: async (fixture) => {
      const handle = await start(fixture, "echo", [1]);
      await handle.result();
      const error = await errorOf(handle.executeUpdate("addUpdate", { args: ["x"] }));
      expect(error).toBeInstanceOf(WorkflowNotFoundError);
    },
  },
  {
    title: "update-with-start starts a workflow and updates it, or updates the one that runs",
    run: async (fixture) => {
      const workflowId = fixture.id("updateWithStart");
      expect(await updateWithStart(fixture, workflowId, "FAIL")).toBe(1);
      expect(await updateWithStart(fixture, workflowId, "USE_EXISTING")).toBe(2);
      const handle = fixture.client.workflow.getHandle(workflowId);
      await handle.signal("finish");
      expect(await handle.result()).toEqual(["with start", "with start"]);
    },
  },
  {
    title: "update-with-start is refused when the workflow runs and must not",
    run: async (fixture) => {
      const workflowId = fixture.id("updateWithStart");
      await updateWithStart(fixture, workflowId, "FAIL");
      await expect(updateWithStart(fixture, workflowId, "FAIL")).rejects.toThrow();
    },
  },
  {
    title: "a workflow waits for its updates to finish",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      const update = handle.executeUpdate("slowUpdate", { args: [200] });
      await eventually(async () => (await eventTypes(handle)).includes("WORKFLOW_EXECUTION_UPDATE_ACCEPTED"));
      await handle.signal("finish");
      expect(await update).toBe("slept");
      expect(await handle.result()).toEqual([]);
    },
  },
];

function jsonPayload(value: unknown) {
  return { metadata: { encoding: Buffer.from("json/plain") }, data: Buffer.from(JSON.stringify(value)) };
}

export const messagePrograms: Program[] = [...signalPrograms, ...queryPrograms, ...updatePrograms];
