// Finds what a request names: its namespace, its execution, its task queue. Errors say what is missing in Temporal's words.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import type { Namespace } from "../namespaces/namespace.ts";

const { TASK_QUEUE_KIND_STICKY } = temporal.api.enums.v1.TaskQueueKind;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ID_BYTES_MAX = 1_000;
/** Names of the server's own task queues begin so. */
const RESERVED_PREFIX = "/_sys/";

export interface NamedExecution {
  workflowId?: string | null | undefined;
  runId?: string | null | undefined;
}

/** Errors: INVALID_ARGUMENT for a missing or malformed id, NOT_FOUND. */
export async function findExecution(
  engine: Engine,
  namespace: Namespace,
  named: NamedExecution | null | undefined,
): Promise<LiveExecution> {
  const { workflowId, runId } = checkedIds(named);
  const found = await engine.executions.find({ namespaceId: namespace.id, workflowId, runId });
  if (found === undefined) throw executionNotFound(workflowId, runId);
  return found;
}

export function checkedIds(named: NamedExecution | null | undefined): { workflowId: string; runId: string } {
  if (named == null) throw invalid("Execution is not set on request.");
  const workflowId = named.workflowId ?? "";
  const runId = named.runId ?? "";
  if (workflowId === "") throw invalid("WorkflowId is not set on request.");
  checkText(workflowId, "WorkflowId");
  return { workflowId, runId: checkedRunId(runId) };
}

export function checkedRunId(runId: string | null | undefined, message = "Invalid RunId."): string {
  if (runId == null || runId === "") return "";
  if (!UUID.test(runId)) throw invalid(message);
  return runId;
}

/** Texts that become columns cannot hold U+0000: one caller's id would fail the flush of all. */
export function checkText(text: string, field: string): void {
  if (text.includes("\0")) throw invalid(`${field} contains a character that is not allowed (U+0000).`);
  const bytes = text.length * 3 > ID_BYTES_MAX ? Buffer.byteLength(text) : text.length;
  if (bytes > ID_BYTES_MAX)
    throw invalid(`${field} exceeds maximum allowed length (${bytes}/${ID_BYTES_MAX})`);
}

export function checkedTaskQueue(taskQueue: temporal.api.taskqueue.v1.ITaskQueue | null | undefined): string {
  if (taskQueue == null) throw invalid("taskQueue is not set");
  const name = checkedQueueName(taskQueue.name);
  const normalName = taskQueue.normalName ?? "";
  if (normalName !== "" && taskQueue.kind !== TASK_QUEUE_KIND_STICKY) {
    throw invalid(`only sticky queues can have normal name. tq: ${name}, normal name: ${normalName}`);
  }
  return name;
}

export function checkedQueueName(given: string | null | undefined): string {
  const name = given ?? "";
  if (name === "") throw invalid("missing task queue name");
  if (Buffer.byteLength(name) > ID_BYTES_MAX) throw invalid("taskQueue length exceeds limit");
  if (name.startsWith(RESERVED_PREFIX)) {
    throw invalid(`task queue name cannot start with reserved prefix ${RESERVED_PREFIX}`);
  }
  checkText(name, "TaskQueue");
  return name;
}

export function executionNotFound(workflowId: string, runId: string): CloudError {
  const run = runId === "" ? "" : ` and run ID: ${runId}`;
  return notFound(`workflow not found for ID: ${workflowId}${run}`);
}

export function notFound(message: string): CloudError {
  return new CloudError("NOT_FOUND", message);
}

export function invalid(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}
