// The form that starts a workflow, as the API's request and as a command.
import type { RequestOf } from "#api/workflow-service";
import { isPayload, readPayload, type Payload } from "#format/payload";
import { temporalCommand } from "../actions/commands.ts";
import { attributesOf, textAt, type HistoryEvent } from "../history/history-event.ts";

export interface StartForm {
  workflowId: string;
  workflowType: string;
  taskQueue: string;
  inputs: readonly string[];
  /** Input of the one to be like that is no plain JSON: sent again as it is, unless it is typed anew. */
  keptInput: Payload[] | undefined;
  /** Seconds; empty for none. */
  executionTimeout: string;
  reuse: "ALLOW_DUPLICATE" | "ALLOW_DUPLICATE_FAILED_ONLY" | "REJECT_DUPLICATE";
  conflict: "FAIL" | "USE_EXISTING" | "TERMINATE_EXISTING";
}

export const NEW_FORM: StartForm = {
  workflowId: "",
  workflowType: "",
  taskQueue: "",
  inputs: [""],
  keptInput: undefined,
  executionTimeout: "",
  reuse: "ALLOW_DUPLICATE",
  conflict: "FAIL",
};

/** What another run was started with, from its first event. */
export function formLike(first: HistoryEvent): StartForm {
  const attributes = attributesOf(first);
  const { payloads = [] } = (attributes["input"] ?? {}) as { payloads?: unknown[] };
  const given = payloads.filter(isPayload);
  const texts = given.map((payload) => {
    const read = readPayload(payload);
    return read.kind === "json" ? read.text : undefined;
  });
  const isJson = texts.every((text) => text !== undefined);
  const timeout = Number.parseFloat(textAt(attributes, "workflowExecutionTimeout")) || 0;
  return {
    ...NEW_FORM,
    workflowType: textAt(attributes, "workflowType", "name"),
    taskQueue: textAt(attributes, "taskQueue", "name"),
    inputs: isJson && texts.length > 0 ? texts : [""],
    keptInput: isJson ? undefined : given,
    executionTimeout: timeout > 0 ? String(timeout) : "",
  };
}

/** Without the input, which may have to be encoded first. */
export function startRequest(namespace: string, form: StartForm): RequestOf<"StartWorkflowExecution"> {
  const timeout = Number(form.executionTimeout) || 0;
  return {
    namespace,
    workflowId: form.workflowId.trim(),
    workflowType: { name: form.workflowType.trim() },
    taskQueue: { name: form.taskQueue.trim() },
    workflowIdReusePolicy: `WORKFLOW_ID_REUSE_POLICY_${form.reuse}`,
    workflowIdConflictPolicy: `WORKFLOW_ID_CONFLICT_POLICY_${form.conflict}`,
    ...(timeout > 0 ? { workflowExecutionTimeout: `${String(timeout)}s` } : {}),
  };
}

export function startCommand(namespace: string, form: StartForm): string {
  const camel = (constant: string): string =>
    constant
      .toLowerCase()
      .split("_")
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join("");
  return temporalCommand("workflow start", namespace, [
    ["workflow-id", form.workflowId.trim()],
    ["type", form.workflowType.trim() || "TYPE"],
    ["task-queue", form.taskQueue.trim() || "TASK_QUEUE"],
    ...form.inputs.map((text) => ["input", text.trim()] as const),
    ["execution-timeout", form.executionTimeout === "" ? undefined : `${form.executionTimeout}s`],
    ["id-reuse-policy", form.reuse === "ALLOW_DUPLICATE" ? undefined : camel(form.reuse)],
    ["id-conflict-policy", form.conflict === "FAIL" ? undefined : camel(form.conflict)],
  ]);
}
