// The calls that Nexus operations and completion callbacks of an execution ask for; the execution is told how they went.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import { cancelOnHandler, startOnHandler } from "../nexus/call-handler.ts";
import { HandlerError } from "../nexus/handler-error.ts";
import { PostError } from "../nexus/http/post.ts";
import { sendCompletion } from "../nexus/http/send-completion.ts";
import { nexusLinkOf } from "../nexus/links.ts";
import { CALLBACK_TOKEN_HEADER } from "../nexus/callback-tokens.ts";
import { completeByToken, SYSTEM_CALLBACK_URL } from "../nexus/system-callback.ts";
import { NO_PAYLOAD } from "../nexus/worker-answers.ts";
import type {
  CallbackAnswer,
  CallCompletionCallback,
  CancelNexusOperation,
  OperationOutcome,
  StartNexusOperation,
} from "../workflow/index.ts";
import { ignoreExpected } from "./close-effects.ts";
import type { LiveExecution } from "./live-execution.ts";
import { commit } from "./transact.ts";

const { EVENT_TYPE_NEXUS_OPERATION_SCHEDULED } = temporal.api.enums.v1.EventType;
const OPERATION_TOKEN_HEADER = "nexus-operation-token";

export async function startNexusOperation(
  engine: Engine,
  execution: LiveExecution,
  effect: StartNexusOperation,
): Promise<void> {
  const { namespace, namespaceId, workflowId, runId } = execution.state;
  const { scheduledEventId, attempt, requestId } = effect;
  const answer = await startOnHandler(engine, {
    ...effect,
    callerNamespaceId: namespaceId,
    callbackToken: engine.nexus.tokens.seal({ namespaceId, workflowId, runId, scheduledEventId, requestId }),
    link: nexusLinkOf({
      namespace,
      workflowId,
      runId,
      // The codec takes plain numbers for 64-bit fields.
      eventRef: { eventId: scheduledEventId as never, eventType: EVENT_TYPE_NEXUS_OPERATION_SCHEDULED },
    }),
  });
  engine.reach?.("operation.answered");
  await commit(engine, execution, { kind: "nexusStartAnswered", scheduledEventId, attempt, answer }).catch(
    ignoreExpected,
  );
}

export async function cancelNexusOperation(
  engine: Engine,
  execution: LiveExecution,
  effect: CancelNexusOperation,
): Promise<void> {
  const { scheduledEventId, attempt } = effect;
  const { namespaceId } = execution.state;
  const answer = await cancelOnHandler(engine, { ...effect, callerNamespaceId: namespaceId });
  await commit(engine, execution, { kind: "nexusCancelAnswered", scheduledEventId, attempt, answer }).catch(
    ignoreExpected,
  );
}

export async function callCompletionCallback(
  engine: Engine,
  execution: LiveExecution,
  effect: CallCompletionCallback,
): Promise<void> {
  const { index, attempt } = effect;
  const answer = await tell(engine, effect);
  engine.reach?.("callback.told");
  await commit(engine, execution, { kind: "callbackAnswered", index, attempt, answer });
}

async function tell(engine: Engine, effect: CallCompletionCallback): Promise<CallbackAnswer> {
  const { url, header, completion } = effect;
  const { startedAt, link } = completion;
  try {
    if (url !== SYSTEM_CALLBACK_URL) {
      // Asked again, because the rules may be others than when the callback was given.
      if (!engine.nexus.addresses.allows(url))
        return { kind: "failed", message: "the callback's address is not allowed", isRetryable: false };
      const peer = engine.nexus.peers.callbackAt(url);
      await sendCompletion(peer === undefined ? effect : { ...effect, url: peer.url }, {
        timeoutMs: engine.limits.nexusRequestTimeoutMs,
        signal: engine.stopping,
        ...(peer === undefined ? {} : { ownHeaders: peer.headers }),
      });
      return { kind: "told" };
    }
    await completeByToken(
      engine,
      { token: header[CALLBACK_TOKEN_HEADER] },
      {
        outcome: withPayload(completion.outcome),
        operationToken: header[OPERATION_TOKEN_HEADER] ?? "",
        startedAt,
        links: [{ workflowEvent: link }],
      },
    );
    return { kind: "told" };
  } catch (error) {
    if (error instanceof HandlerError || error instanceof PostError)
      return { kind: "failed", message: error.message, isRetryable: error.isRetryable };
    if (error instanceof CloudError && error.code !== "UNAVAILABLE" && error.code !== "INTERNAL")
      return { kind: "failed", message: error.publicMessage, isRetryable: true };
    throw error;
  }
}

/** A workflow without a result has the result that says "nothing". */
function withPayload(outcome: OperationOutcome): OperationOutcome {
  return outcome.kind === "succeeded" ? { kind: "succeeded", result: outcome.result ?? NO_PAYLOAD } : outcome;
}
