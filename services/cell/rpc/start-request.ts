// What every start needs before the core decides: texts that can be stored, a request id, search attributes of the
// namespace. The core checks the rest.
import { temporal } from "#contracts";
import { decideContext, type Engine } from "../engine.ts";
import { checkedCallbacks } from "../nexus/check-callbacks.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import { validateSearchAttributes } from "../visibility/index.ts";
import { checkStart, linkCodec } from "../workflow/index.ts";
import { checkText, invalid } from "./lookup.ts";

const { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } = temporal.api.enums.v1;

type Request = temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;

/** Changes the request in place and gives it back. Errors: INVALID_ARGUMENT, UNIMPLEMENTED. */
export function checkedStart(engine: Engine, namespace: Namespace, request: Request): Request {
  if ((request.workflowId ?? "") === "") throw invalid("WorkflowId is not set on request.");
  checkText(request.workflowId ?? "", "WorkflowId");
  checkText(request.workflowType?.name ?? "", "workflow type name");
  checkText(request.taskQueue?.name ?? "", "TaskQueue");
  if ((request.requestId ?? "") === "") request.requestId = engine.ids.uuid();
  const attributes = validateSearchAttributes(request.searchAttributes, namespace);
  request.searchAttributes = attributes ?? null;
  requireKnown("WorkflowIdReusePolicy", request.workflowIdReusePolicy, WorkflowIdReusePolicy);
  requireKnown("WorkflowIdConflictPolicy", request.workflowIdConflictPolicy, WorkflowIdConflictPolicy);
  request.completionCallbacks = checkedCallbacks(engine.nexus.addresses, request.completionCallbacks);
  request.links = withoutLinksOf(request.links, request.completionCallbacks);
  checkOnConflict(request.onConflictOptions);
  // Before the request id is looked up: a repeat of a start is answered only when it is a start.
  checkStart(request, decideContext(engine), namespace.id);
  return request;
}

function checkOnConflict(options: temporal.api.workflow.v1.IOnConflictOptions | null | undefined): void {
  if (options?.attachCompletionCallbacks === true && options.attachRequestId !== true)
    throw invalid("attaching request ID is required for attaching completion callbacks");
}

/** Older clients give the same links with the callback and with the request: they are kept once. */
function withoutLinksOf(
  links: Request["links"],
  callbacks: readonly temporal.api.common.v1.ICallback[],
): NonNullable<Request["links"]> {
  const known = new Set(callbacks.flatMap((callback) => callback.links ?? []).map(textOfLink));
  return (links ?? []).filter((link) => !known.has(textOfLink(link)));
}

function textOfLink(link: temporal.api.common.v1.ILink): string {
  return Buffer.from(linkCodec.encode(link)).toString("latin1");
}

function requireKnown(name: string, value: number | null | undefined, known: Record<number, string>): void {
  if (value != null && known[value] === undefined) throw invalid(`Unknown ${name}: ${value}.`);
}
