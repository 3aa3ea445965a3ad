// Nexus operations: answered at once, backed by workflows, failed, canceled, timed out, and how they are told of.
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import { errorOf, eventTypes, execute, start, statusOf, type Program } from "./program.ts";

const { PendingNexusOperationState } = temporal.api.enums.v1;

export const nexusPrograms: Program[] = [
  {
    title: "a Nexus operation answers at once",
    run: async (fixture) => {
      const handle = await start(fixture, "callOperation", [fixture.endpoint, "echo", { value: "hello" }]);
      expect(await handle.result()).toEqual({ value: "hello", hasToken: false });
      const types = await eventTypes(handle);
      expect(types.filter((type) => type.startsWith("NEXUS"))).toEqual([
        "NEXUS_OPERATION_SCHEDULED",
        "NEXUS_OPERATION_COMPLETED",
      ]);
    },
  },
  {
    title: "a Nexus operation is backed by a workflow, and both know of each other",
    run: async (fixture) => {
      const workflowId = fixture.id("operation");
      const wish = { value: "done", workflowId };
      const handle = await start(fixture, "callOperation", [fixture.endpoint, "run", wish]);
      expect(await handle.result()).toEqual({ value: "done", hasToken: true });
      const { events } = await handle.fetchHistory();
      const started = (events ?? []).find(
        ({ nexusOperationStartedEventAttributes }) => nexusOperationStartedEventAttributes,
      );
      expect(started?.links?.[0]?.workflowEvent).toMatchObject({ namespace: fixture.namespace, workflowId });
      const backing = fixture.client.workflow.getHandle(workflowId);
      const [first] = (await backing.fetchHistory()).events ?? [];
      const [callback] = first?.workflowExecutionStartedEventAttributes?.completionCallbacks ?? [];
      expect(callback?.nexus?.url).toBe("temporal://system");
      const link = callback?.links?.[0]?.workflowEvent;
      expect(link).toMatchObject({ namespace: fixture.namespace, workflowId: handle.workflowId });
      expect(Number(link?.eventRef?.eventId)).toBe(5);
      const { raw } = await backing.describe();
      expect(raw.callbacks?.[0]).toMatchObject({ state: 5, attempt: 1, trigger: { workflowClosed: {} } });
    },
  },
  {
    title: "a Nexus operation that fails tells the caller why",
    run: async (fixture) => {
      const { endpoint } = fixture;
      const sync = await execute(fixture, "callOperation", [endpoint, "echo", { value: "x", how: "fail" }]);
      expect(sync).toMatchObject({
        endpoint,
        operation: "echo",
        failure: {
          name: "NexusOperationFailure",
          message: "nexus operation completed unsuccessfully",
          cause: {
            name: "ApplicationFailure",
            message: "as asked",
            cause: { message: "the cause", type: "AsAsked" },
          },
        },
      });
      const backed = await execute(fixture, "callOperation", [endpoint, "run", { value: "x", how: "fail" }]);
      expect(backed).toMatchObject({
        failure: { cause: { name: "ApplicationFailure", message: "as asked", type: "AsAsked" } },
      });
    },
  },
  {
    title: "a Nexus operation that is canceled by its handler is canceled for the caller",
    run: async (fixture) => {
      const wish = { value: "x", how: "cancel" };
      const result = await execute(fixture, "callOperation", [fixture.endpoint, "echo", wish]);
      expect(result).toMatchObject({ failure: { cause: { name: "CancelledFailure", message: "as asked" } } });
    },
  },
  {
    title: "a Nexus handler's error is final when its type or the handler says so",
    run: async (fixture) => {
      for (const how of ["bad request", "not retryable"]) {
        const handle = await start(fixture, "callOperation", [fixture.endpoint, "echo", { value: "x", how }]);
        expect(await handle.result()).toMatchObject({
          failure: { cause: { name: "HandlerError", message: "as asked" } },
        });
        expect(await eventTypes(handle)).toContain("NEXUS_OPERATION_FAILED");
      }
    },
  },
  {
    title: "a Nexus handler is asked again when it was not available",
    run: async (fixture) => {
      const value = fixture.id("again");
      const wish = { value, how: "second try" };
      const result = await execute(fixture, "callOperation", [fixture.endpoint, "echo", wish]);
      expect(result).toEqual({ value: `${value} 2`, hasToken: false });
    },
  },
  {
    title: "a pending Nexus operation is described, with its attempts",
    run: async (fixture) => {
      const name = fixture.id("nobody");
      const taskQueue = `${name}-queue`;
      await fixture.operator.createNexusEndpoint({
        spec: { name, target: { worker: { namespace: fixture.namespace, taskQueue } } },
      });
      const handle = await start(fixture, "callOperation", [name, "echo", { value: "x" }]);
      const pending = await eventually(
        async () => (await handle.describe()).raw.pendingNexusOperations?.[0],
        { what: "pending operation" },
      );
      expect(pending).toMatchObject({
        endpoint: name,
        service: "contract",
        operation: "echo",
        state: PendingNexusOperationState.PENDING_NEXUS_OPERATION_STATE_SCHEDULED,
        attempt: 0,
      });
      expect(Number(pending.scheduledEventId)).toBe(5);
      await handle.terminate("seen");
    },
  },
  {
    title: "a Nexus operation that nobody handles times out",
    run: async (fixture) => {
      const name = fixture.id("late");
      await fixture.operator.createNexusEndpoint({
        spec: { name, target: { worker: { namespace: fixture.namespace, taskQueue: `${name}-queue` } } },
      });
      for (const option of ["scheduleToCloseTimeout", "scheduleToStartTimeout"]) {
        const options = { [option]: 1_000 };
        const handle = await start(fixture, "callOperation", [name, "echo", { value: "x" }, options]);
        expect(await handle.result()).toMatchObject({
          failure: { cause: { name: "TimeoutFailure", message: "operation timed out" } },
        });
        expect(await eventTypes(handle)).toContain("NEXUS_OPERATION_TIMED_OUT");
      }
    },
  },
  {
    title: "a started Nexus operation times out when it takes too long",
    run: async (fixture) => {
      const wish = { value: "x", how: "wait", workflowId: fixture.id("slow") };
      const options = { startToCloseTimeout: 1_000 };
      const handle = await start(fixture, "callOperation", [fixture.endpoint, "run", wish, options]);
      expect(await handle.result()).toMatchObject({ failure: { cause: { name: "TimeoutFailure" } } });
      const types = await eventTypes(handle);
      expect(types.filter((type) => type.startsWith("NEXUS"))).toEqual([
        "NEXUS_OPERATION_SCHEDULED",
        "NEXUS_OPERATION_STARTED",
        "NEXUS_OPERATION_TIMED_OUT",
      ]);
      await fixture.client.workflow.getHandle(wish.workflowId).terminate("enough");
    },
  },
  {
    title: "a cancel request reaches the workflow behind a Nexus operation",
    run: async (fixture) => {
      const wish = { value: "x", how: "wait", workflowId: fixture.id("cancel") };
      const type = "WAIT_CANCELLATION_COMPLETED";
      const handle = await start(fixture, "cancelOperation", [fixture.endpoint, wish, type]);
      expect(await handle.result()).toBe("cancelled");
      expect(await statusOf(fixture.client.workflow.getHandle(wish.workflowId))).toBe("CANCELLED");
      const types = await eventTypes(handle);
      expect(types.filter((name) => name.startsWith("NEXUS"))).toEqual([
        "NEXUS_OPERATION_SCHEDULED",
        "NEXUS_OPERATION_STARTED",
        "NEXUS_OPERATION_CANCEL_REQUESTED",
        "NEXUS_OPERATION_CANCEL_REQUEST_COMPLETED",
        "NEXUS_OPERATION_CANCELED",
      ]);
    },
  },
  {
    title: "a terminated workflow fails the Nexus operation it backs, without its reason",
    run: async (fixture) => {
      const wish = { value: "x", how: "wait", workflowId: fixture.id("terminate") };
      const handle = await start(fixture, "callOperation", [fixture.endpoint, "run", wish]);
      const backing = fixture.client.workflow.getHandle(wish.workflowId);
      await eventually(
        async () => (await eventTypes(handle)).includes("NEXUS_OPERATION_STARTED") || undefined,
        {
          what: "operation started",
        },
      );
      await backing.terminate("a secret");
      expect(await handle.result()).toMatchObject({
        failure: { cause: { name: "TerminatedFailure", message: "operation terminated" } },
      });
    },
  },
  {
    title: "several callers wait for one workflow that backs their Nexus operations",
    run: async (fixture) => {
      const wish = { value: "shared", how: "until told", workflowId: fixture.id("shared") };
      const callers = await Promise.all(
        [1, 2, 3].map(() => start(fixture, "callOperation", [fixture.endpoint, "run", wish])),
      );
      const backing = fixture.client.workflow.getHandle(wish.workflowId);
      await eventually(async () => (await backing.describe()).raw.callbacks?.length === 3 || undefined, {
        what: "three callers",
      });
      await backing.signal("goOn");
      for (const caller of callers)
        expect(await caller.result()).toEqual({ value: "shared", hasToken: true });
      const { events } = await backing.fetchHistory();
      const attached = (events ?? []).flatMap(
        (event) => event.workflowExecutionOptionsUpdatedEventAttributes ?? [],
      );
      expect(attached).toHaveLength(2);
      const { raw } = await backing.describe();
      expect(raw.callbacks?.map(({ state }) => state)).toEqual([5, 5, 5]);
      const infos = raw.workflowExtendedInfo?.requestIdInfos ?? {};
      for (const { attachedRequestId } of attached)
        expect(infos[attachedRequestId ?? ""]?.eventType).toBe(
          temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
        );
    },
  },
  {
    title: "headers of a Nexus operation reach its handler in lower case",
    run: async (fixture) => {
      const wish = { value: "operation-timeout", how: "header" };
      const options = { scheduleToCloseTimeout: 20_000 };
      const result = await execute(fixture, "callOperation", [fixture.endpoint, "echo", wish, options]);
      expect(result).toMatchObject({ value: expect.stringMatching(/^\d+ms$/) as string });
    },
  },
  {
    title: "a workflow calls many Nexus operations at once",
    run: async (fixture) => {
      const result = await execute(fixture, "fanOut", [fixture.endpoint, 20]);
      expect(result).toEqual(Array.from({ length: 20 }, (_none, index) => String(index)));
    },
  },
  {
    title: "a Nexus endpoint that is not known fails the workflow task",
    run: async (fixture) => {
      const handle = await start(fixture, "callOperation", ["no-such-endpoint", "echo", { value: "x" }]);
      const failed = await eventually(
        async () => {
          const { events } = await handle.fetchHistory();
          return events?.flatMap((event) => event.workflowTaskFailedEventAttributes ?? [])[0];
        },
        { what: "failed workflow task" },
      );
      expect(failed.failure?.message).toBe(
        'BadScheduleNexusOperationAttributes: endpoint "no-such-endpoint" not found',
      );
      await handle.terminate("seen");
      await errorOf(handle.result());
    },
  },
];
