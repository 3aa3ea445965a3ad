// The calls to the handler of a standalone Nexus operation; what came of them is a command.
import type { Engine } from "../../engine.ts";
import { cancelOnHandler, startOnHandler } from "../../nexus/call-handler.ts";
import { STANDALONE } from "../../nexus/callback-tokens.ts";
import { nexusOperationLink } from "../../nexus/links.ts";
import {
  timesOf,
  type HandlerCall,
  type OperationCommand,
  type OperationState,
} from "../../operation/index.ts";
import type { LiveStandalone } from "../live-standalone.ts";

export async function callHandler(
  engine: Engine,
  { state, namespace }: LiveStandalone<OperationState>,
  call: HandlerCall,
): Promise<OperationCommand> {
  const { namespaceId, id, runId, request, endpointId } = state;
  const common = {
    callerNamespaceId: namespaceId,
    scheduledEventId: STANDALONE,
    endpointId,
    endpoint: request.endpoint ?? "",
    service: request.service ?? "",
    operation: request.operation ?? "",
    header: request.nexusHeader ?? {},
    times: timesOf(state),
  };
  if (call === "cancel") {
    const attempt = state.cancel?.attempt ?? 0;
    const { operationToken } = state;
    const asked = { ...common, kind: "cancelNexusOperation" as const, attempt, operationToken };
    return { kind: "cancelAnswered", attempt, answer: await cancelOnHandler(engine, asked) };
  }
  const { attempt, handlerRequestId: requestId } = state;
  const answer = await startOnHandler(engine, {
    ...common,
    kind: "startNexusOperation",
    attempt,
    requestId,
    input: request.input ?? undefined,
    callbackToken: engine.nexus.tokens.seal({
      namespaceId,
      workflowId: id,
      runId,
      scheduledEventId: STANDALONE,
      requestId,
    }),
    link: nexusOperationLink({ namespace: namespace.name, operationId: id, runId }),
  });
  return { kind: "startAnswered", attempt, answer };
}
