// Nexus operations without a workflow: started, waited for, described, listed, canceled, terminated, deleted and refused.
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import { rawNexusWorker } from "../nexus-caller.ts";
import type { Fixture } from "../fixture.ts";
import { errorOf, grpcError, type Program } from "./program.ts";
import { json } from "./raw-worker.ts";

type StartRequest = temporal.api.workflowservice.v1.IStartNexusOperationExecutionRequest;

const {
  NexusOperationCancellationState,
  NexusOperationExecutionStatus: Status,
  NexusOperationIdConflictPolicy,
  NexusOperationIdReusePolicy,
  NexusOperationWaitStage,
  PendingNexusOperationState,
} = temporal.api.enums.v1;

const INVALID_ARGUMENT = 3;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

/** Starts one and answers how to name it. */
async function startOperation(fixture: Fixture, endpoint: string, more: StartRequest = {}) {
  const { raw, namespace } = fixture;
  const operationId = more.operationId ?? fixture.id("operation");
  const { runId, started } = await raw.startNexusOperationExecution({
    namespace,
    operationId,
    requestId: operationId,
    endpoint,
    service: "a service",
    operation: "an operation",
    input: json("input"),
    identity: "by hand",
    scheduleToCloseTimeout: { seconds: 60 as never },
    ...more,
  });
  return { namespace, operationId, runId, started };
}

async function outcomeOf(fixture: Fixture, names: { operationId: string; runId: string }) {
  const { raw, namespace } = fixture;
  const { operationId, runId } = names;
  return fixture.poll(() => raw.pollNexusOperationExecution({ namespace, operationId, runId }));
}

export const standaloneOperationPrograms: Program[] = [
  {
    title: "a Nexus operation without a workflow answers at once, and is described and listed",
    run: async (fixture) => {
      const { raw, namespace } = fixture;
      const worker = await rawNexusWorker(fixture);
      const names = await startOperation(fixture, worker.endpoint.name, { nexusHeader: { "X-Mine": "yes" } });
      expect(names.started).toBe(true);
      const task = await worker.task();
      expect(task.request?.header).toMatchObject({
        "x-mine": "yes",
        "operation-timeout": expect.any(String),
      });
      expect(task.request?.startOperation).toMatchObject({
        service: "a service",
        operation: "an operation",
        requestId: expect.stringMatching(/-/),
        links: [{ type: "temporal.api.common.v1.Link.NexusOperation" }],
      });
      const described = await raw.describeNexusOperationExecution({ ...names, includeInput: true });
      expect(described.info).toMatchObject({
        operationId: names.operationId,
        endpoint: worker.endpoint.name,
        status: Status.NEXUS_OPERATION_EXECUTION_STATUS_RUNNING,
        state: PendingNexusOperationState.PENDING_NEXUS_OPERATION_STATE_SCHEDULED,
        nexusHeader: { "x-mine": "yes" },
        identity: "by hand",
      });
      expect(String(described.input?.data)).toBe('"input"');
      const { longPollToken } = described;
      const changed = fixture.poll(() =>
        raw.describeNexusOperationExecution({ ...names, longPollToken, includeOutcome: true }),
      );
      await worker.complete(task, { startOperation: { syncSuccess: { payload: json("output") } } });
      const outcome = await outcomeOf(fixture, names);
      expect(outcome.waitStage).toBe(NexusOperationWaitStage.NEXUS_OPERATION_WAIT_STAGE_CLOSED);
      expect(String(outcome.result?.data)).toBe('"output"');
      const after = await changed;
      expect(after.info).toMatchObject({
        status: Status.NEXUS_OPERATION_EXECUTION_STATUS_COMPLETED,
        state: PendingNexusOperationState.PENDING_NEXUS_OPERATION_STATE_UNSPECIFIED,
      });
      expect(String(after.result?.data)).toBe('"output"');
      const query = `Endpoint = "${worker.endpoint.name}" AND ExecutionStatus = "Completed"`;
      await eventually(async () => {
        const { operations } = await raw.listNexusOperationExecutions({ namespace, query });
        return operations?.length === 1 && operations[0]?.operationId === names.operationId;
      });
      const { count } = await raw.countNexusOperationExecutions({ namespace, query });
      expect(Number(count)).toBe(1);
    },
  },
  {
    title:
      "a Nexus operation without a workflow goes on, is canceled at its handler and completed by its callback",
    run: async (fixture) => {
      const { raw } = fixture;
      const worker = await rawNexusWorker(fixture);
      const names = await startOperation(fixture, worker.endpoint.name);
      const task = await worker.task();
      const token = task.request?.startOperation?.callbackHeader?.["temporal-callback-token"] ?? "";
      await raw.requestCancelNexusOperationExecution({ ...names, requestId: "cancel", reason: "no more" });
      await worker.complete(task, { startOperation: { asyncSuccess: { operationToken: "a token" } } });
      const started = await fixture.poll(() =>
        raw.pollNexusOperationExecution({
          ...names,
          waitStage: NexusOperationWaitStage.NEXUS_OPERATION_WAIT_STAGE_STARTED,
        }),
      );
      expect(started).toMatchObject({ runId: names.runId, operationToken: "a token" });
      const cancel = await worker.task();
      expect(cancel.request?.cancelOperation).toMatchObject({ operationToken: "a token" });
      await worker.complete(cancel, { cancelOperation: {} });
      await eventually(async () => {
        const { info } = await raw.describeNexusOperationExecution(names);
        expect(info?.cancellationInfo).toMatchObject({
          reason: "no more",
          state: NexusOperationCancellationState.NEXUS_OPERATION_CANCELLATION_STATE_SUCCEEDED,
        });
        return true;
      });
      await raw.requestCancelNexusOperationExecution({ ...names, requestId: "cancel" });
      const again = await errorOf(
        raw.requestCancelNexusOperationExecution({ ...names, requestId: "another" }),
      );
      expect(again.message).toContain("cancellation already requested");
      const headers = {
        "temporal-callback-token": token,
        "nexus-operation-state": "canceled",
        "content-type": "application/json",
      };
      const body = JSON.stringify({
        message: "as asked",
        metadata: { type: "temporal.api.failure.v1.Failure" },
        details: { canceledFailureInfo: {} },
      });
      expect((await fixture.post("/nexus/callback", headers, body)).status).toBe(200);
      const outcome = await outcomeOf(fixture, names);
      expect(outcome.failure).toMatchObject({ message: "as asked", canceledFailureInfo: {} });
      const { info } = await raw.describeNexusOperationExecution(names);
      expect(info?.status).toBe(Status.NEXUS_OPERATION_EXECUTION_STATUS_CANCELED);
      expect((await fixture.post("/nexus/callback", headers, body)).status).toBe(400);
    },
  },
  {
    title: "a Nexus operation without a workflow fails, is tried again and times out",
    run: async (fixture) => {
      const { raw } = fixture;
      const worker = await rawNexusWorker(fixture);
      const names = await startOperation(fixture, worker.endpoint.name);
      const error = (type: string) => ({ message: type, nexusHandlerFailureInfo: { type } });
      await worker.fail(await worker.task(), error("UNAVAILABLE"));
      await eventually(async () => {
        const { info } = await raw.describeNexusOperationExecution(names);
        return info?.attempt === 1 && info.lastAttemptFailure?.message === "UNAVAILABLE";
      });
      await worker.fail(await worker.task(), error("BAD_REQUEST"));
      expect((await outcomeOf(fixture, names)).failure).toMatchObject({
        message: "BAD_REQUEST",
        nexusHandlerFailureInfo: { type: "BAD_REQUEST" },
      });
      const late = await startOperation(fixture, worker.endpoint.name, {
        scheduleToCloseTimeout: { seconds: 2 as never },
      });
      expect((await outcomeOf(fixture, late)).failure).toMatchObject({ timeoutFailureInfo: {} });
      const { info } = await raw.describeNexusOperationExecution(late);
      expect(info?.status).toBe(Status.NEXUS_OPERATION_EXECUTION_STATUS_TIMED_OUT);
    },
  },
  {
    title: "a Nexus operation without a workflow is terminated and deleted",
    run: async (fixture) => {
      const { raw } = fixture;
      const worker = await rawNexusWorker(fixture);
      const names = await startOperation(fixture, worker.endpoint.name);
      await raw.terminateNexusOperationExecution({
        ...names,
        requestId: "end",
        reason: "enough",
        identity: "by hand",
      });
      expect((await outcomeOf(fixture, names)).failure).toMatchObject({
        message: "enough",
        terminatedFailureInfo: { identity: "by hand" },
      });
      await raw.terminateNexusOperationExecution({ ...names, requestId: "end" });
      const again = await errorOf(raw.terminateNexusOperationExecution({ ...names, requestId: "other" }));
      expect(again.message).toContain("already terminated with request ID end");
      const cancel = await errorOf(raw.requestCancelNexusOperationExecution({ ...names, requestId: "c" }));
      expect(cancel.message).toContain("operation already completed");
      await raw.deleteNexusOperationExecution(names);
      await eventually(async () => {
        const work = raw.describeNexusOperationExecution(names);
        return (await work.catch(() => "gone")) === "gone";
      });
      const { code } = await grpcError(raw.describeNexusOperationExecution(names));
      expect(code).toBe(NOT_FOUND);
    },
  },
  {
    title: "the id of a Nexus operation without a workflow is used again as its policies say",
    run: async (fixture) => {
      const { raw } = fixture;
      const worker = await rawNexusWorker(fixture);
      const { name } = worker.endpoint;
      const first = await startOperation(fixture, name);
      const { operationId } = first;
      const same = await startOperation(fixture, name, { operationId });
      expect(same).toMatchObject({ runId: first.runId, started: false });
      const refused = await grpcError(startOperation(fixture, name, { operationId, requestId: "b" }));
      expect(refused).toEqual({
        code: ALREADY_EXISTS,
        details: expect.stringContaining(`request_id=${operationId}, run_id=${first.runId}`),
      });
      const existing = await startOperation(fixture, name, {
        operationId,
        requestId: "c",
        idConflictPolicy: NexusOperationIdConflictPolicy.NEXUS_OPERATION_ID_CONFLICT_POLICY_USE_EXISTING,
      });
      expect(existing).toMatchObject({ runId: first.runId, started: false });
      await raw.terminateNexusOperationExecution({ ...first, requestId: "end" });
      const rejected = startOperation(fixture, name, {
        operationId,
        requestId: "d",
        idReusePolicy: NexusOperationIdReusePolicy.NEXUS_OPERATION_ID_REUSE_POLICY_REJECT_DUPLICATE,
      });
      expect((await grpcError(rejected)).code).toBe(ALREADY_EXISTS);
      const next = await startOperation(fixture, name, { operationId, requestId: "e" });
      expect(next.started).toBe(true);
      expect(next.runId).not.toBe(first.runId);
    },
  },
  {
    title: "a Nexus operation without a workflow that cannot be is refused with the reason",
    run: async (fixture) => {
      const { raw, namespace, endpoint } = fixture;
      const base = { namespace, operationId: "o", endpoint, service: "s", operation: "o" };
      const starts: [StartRequest, string][] = [
        [{ ...base, operationId: "" }, "operation_id is required"],
        [{ ...base, endpoint: "" }, "endpoint is required"],
        [{ ...base, service: "" }, "service is required"],
        [{ ...base, operation: "" }, "operation is required"],
        [{ ...base, operationId: "x".repeat(1_001) }, "operation_id exceeds length limit"],
        [{ ...base, startToCloseTimeout: { seconds: -1 as never } }, "start_to_close_timeout is invalid"],
        [{ ...base, nexusHeader: { "Request-Timeout": "1s" } }, "nexus_header contains a disallowed key"],
        [{ ...base, nexusHeader: { a: "x".repeat(9_000) } }, "nexus_header exceeds size limit"],
      ];
      for (const [request, message] of starts) {
        const error = await grpcError(raw.startNexusOperationExecution(request));
        expect(error).toEqual({ code: INVALID_ARGUMENT, details: expect.stringContaining(message) });
      }
      const unknown = await grpcError(raw.startNexusOperationExecution({ ...base, endpoint: "unknown" }));
      expect(unknown.code).toBe(NOT_FOUND);
      const names = { namespace, operationId: "nobody" };
      for (const work of [
        () => raw.describeNexusOperationExecution(names),
        () => raw.requestCancelNexusOperationExecution(names),
        () => raw.terminateNexusOperationExecution(names),
        () => raw.deleteNexusOperationExecution(names),
      ])
        expect((await grpcError(work())).code).toBe(NOT_FOUND);
      for (const [work, message] of [
        [() => raw.describeNexusOperationExecution({ ...names, runId: "x" }), "run_id is not a valid UUID"],
        [
          () => raw.describeNexusOperationExecution({ ...names, longPollToken: Buffer.from("x") }),
          "run_id is required when long_poll_token is provided",
        ],
        [
          () => raw.pollNexusOperationExecution({ ...names, waitStage: 9 as never }),
          "unsupported wait_stage",
        ],
        [
          () => raw.terminateNexusOperationExecution({ ...names, reason: "x".repeat(1_001) }),
          "reason exceeds",
        ],
      ] as const)
        expect((await errorOf(work())).message).toContain(message);
    },
  },
];
