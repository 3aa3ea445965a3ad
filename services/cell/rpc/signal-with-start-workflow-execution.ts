// SignalWithStartWorkflowExecution: signals the open run of the workflow id, or starts one with the signal in it.
import { temporal } from "#contracts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { startAfter } from "../executions/start-run.ts";
import { transact } from "../executions/transact.ts";
import { checkStartPolicies, type Signal } from "../workflow/index.ts";
import { checkText, invalid } from "./lookup.ts";
import { rpc } from "./operation.ts";
import { checkedStart } from "./start-request.ts";

type Request = temporal.api.workflowservice.v1.ISignalWithStartWorkflowExecutionRequest;
type Response = temporal.api.workflowservice.v1.ISignalWithStartWorkflowExecutionResponse;

const { WorkflowIdConflictPolicy: Conflict, WorkflowIdReusePolicy: Reuse } = temporal.api.enums.v1;

export const signalWithStartWorkflowExecution = rpc<Request, Response>(
  "SignalWithStartWorkflowExecution",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    if ((request.signalName ?? "") === "") throw invalid("SignalName is not set on request.");
    checkText(request.signalName ?? "", "signal name");
    const start = checkedStart(engine, namespace, request);
    checkPolicies(request);
    const signal = signalOf(request);
    const lookup = { namespaceId: namespace.id, workflowId: request.workflowId ?? "", runId: "" };
    const joinOrStart = (
      current: LiveExecution | undefined,
    ): { execution: LiveExecution; started: boolean } => {
      if (current !== undefined && mayJoin(current, request)) {
        transact(engine, current, { kind: "signal", origin: "signalWithStart", signal });
        return { execution: current, started: false };
      }
      const { id: namespaceId, name } = namespace;
      const input = {
        namespace: name,
        namespaceId,
        request: start,
        origin: "signalWithStart",
        signal,
      } as const;
      return { execution: startAfter(engine, namespace, { current, input }).execution, started: true };
    };
    const { execution, started } = await engine.executions.use(lookup, joinOrStart);
    await execution.settled();
    return { runId: execution.state.runId, firstExecutionRunId: execution.state.firstRunId, started };
  },
);

function checkPolicies(request: Request): void {
  const reusePolicy = request.workflowIdReusePolicy ?? Reuse.WORKFLOW_ID_REUSE_POLICY_UNSPECIFIED;
  const conflictPolicy = request.workflowIdConflictPolicy ?? Conflict.WORKFLOW_ID_CONFLICT_POLICY_UNSPECIFIED;
  checkStartPolicies({ reusePolicy, conflictPolicy });
  if (conflictPolicy === Conflict.WORKFLOW_ID_CONFLICT_POLICY_FAIL) {
    throw invalid(
      "Invalid WorkflowIDConflictPolicy: WORKFLOW_ID_CONFLICT_POLICY_FAIL is not supported for this operation.",
    );
  }
}

function mayJoin(current: LiveExecution, request: Request): boolean {
  if (current.state.startRequestIds[request.requestId ?? ""] !== undefined) return false;
  return (
    !current.isClosed &&
    request.workflowIdReusePolicy !== Reuse.WORKFLOW_ID_REUSE_POLICY_TERMINATE_IF_RUNNING &&
    request.workflowIdConflictPolicy !== Conflict.WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING
  );
}

function signalOf(request: Request): Signal {
  return {
    signalName: request.signalName ?? "",
    input: request.signalInput,
    header: request.header,
    identity: request.identity ?? "",
    requestId: request.requestId ?? "",
    links: request.links,
  };
}
