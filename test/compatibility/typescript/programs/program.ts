// What a compatibility program is, and the few steps that most of them share.
import { randomUUID } from "node:crypto";
import type {
  WorkflowHandleWithFirstExecutionRunId,
  WorkflowHandle,
  WorkflowStartOptions,
} from "@temporalio/client";
import { ServiceError } from "@temporalio/client";
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import type { Fixture } from "../fixture.ts";

export interface Program {
  /** A sentence about behaviour; unique. Known differences name it. */
  readonly title: string;
  /** When it needs more time than most. */
  readonly limitMs?: number;
  run(fixture: Fixture): Promise<void>;
}

export type StartOptions = Partial<WorkflowStartOptions>;

/** Starts a workflow of the bundle by its name. */
export function start(
  fixture: Fixture,
  type: string,
  args: unknown[] = [],
  options: StartOptions = {},
): Promise<WorkflowHandleWithFirstExecutionRunId> {
  return fixture.client.workflow.start(type, {
    taskQueue: fixture.taskQueue,
    workflowId: fixture.id(type),
    args,
    ...options,
    // The options of a start by name are not tied to the workflow's arguments.
  } as WorkflowStartOptions);
}

export async function execute(
  fixture: Fixture,
  type: string,
  args: unknown[] = [],
  options: StartOptions = {},
): Promise<unknown> {
  const handle = await start(fixture, type, args, options);
  return handle.result();
}

/** The error that `work` ends with; fails when it does not. */
export async function errorOf(work: Promise<unknown>): Promise<Error> {
  const result = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("value" in result) throw new Error(`expected a failure, got ${JSON.stringify(result.value)}`);
  if (!(result.error instanceof Error)) throw new Error(String(result.error));
  return result.error;
}

/** The gRPC status of a failed call, found in the error or in its cause. */
export async function grpcError(work: Promise<unknown>): Promise<{ code: number; details: string }> {
  let error: unknown = await errorOf(work);
  for (let depth = 0; depth < 5; depth += 1) {
    if (hasGrpcCode(error)) return { code: error.code, details: error.details ?? error.message };
    if (!(error instanceof Error)) break;
    if (!(error instanceof ServiceError) && error.cause === undefined) break;
    error = error.cause;
  }
  throw new Error("the failure holds no gRPC status", { cause: error });
}

function hasGrpcCode(error: unknown): error is Error & { code: number; details?: string } {
  return error instanceof Error && "code" in error && typeof error.code === "number";
}

/** The types of a run's events in order, as their short names. */
export async function eventTypes(handle: WorkflowHandle): Promise<string[]> {
  const { events } = await handle.fetchHistory();
  return (events ?? []).map((event) => eventName(event.eventType));
}

export function eventName(type: temporal.api.enums.v1.EventType | null | undefined): string {
  return (temporal.api.enums.v1.EventType[type ?? 0] ?? String(type)).replace("EVENT_TYPE_", "");
}

export async function statusOf(handle: WorkflowHandle): Promise<string> {
  return (await handle.describe()).status.name;
}

/** A task queue that no worker polls unless the program does. */
export function freshQueue(fixture: Fixture, name: string): string {
  return `${fixture.prefix}-${name}-${randomUUID().slice(0, 8)}`;
}

/** gRPC status codes by name, as far as programs expect them. */
export const GRPC = {
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  UNIMPLEMENTED: 12,
} as const;

export async function expectGrpc(work: Promise<unknown>, code: number, details?: RegExp): Promise<void> {
  const error = await grpcError(work);
  expect(error.code, error.details).toBe(code);
  if (details !== undefined) expect(error.details).toMatch(details);
}

/** Milliseconds of a protobuf time. */
export function msOf(time: { seconds?: unknown; nanos?: number | null } | null | undefined): number {
  return Number(time?.seconds ?? 0) * 1000 + (time?.nanos ?? 0) / 1e6;
}
