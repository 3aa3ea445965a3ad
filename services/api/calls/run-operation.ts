// Runs one row of the operation table: who calls, how often, whether it may, then the use case. Written once, so that
// no transport can forget a check. Denials are audited; what is not expected is logged and told to nobody.
import type { Actor, Resource } from "#domain/context";
import { noActor } from "#domain/roles";
import type { RpcMethod } from "#contracts";
import type { Clock } from "#shared/clock";
import { CloudError, toCloudError } from "#shared/errors";
import type { Logger } from "#shared/log";
import type { Authenticate } from "../auth/authenticate.ts";
import { checkRequestOrigin, checkSessionMutation } from "../auth/request-forgery.ts";
import { callTimeoutMs } from "../limits.ts";
import type { Operation, OperationContext } from "../operations/operation.ts";
import { readByVersion } from "./api-version.ts";
import { gateResource, pathResourceOf } from "./gate-resource.ts";
import { identifyCaller } from "./identify-caller.ts";
import type { InboundCall } from "./inbound-call.ts";
import type { MountedOperation } from "./operation-table.ts";
import type { RateLimits } from "./rate-limits.ts";
import { checkRequestText } from "./request-text.ts";

export interface CallPorts {
  log: Logger;
  clock: Clock;
  authenticate: Authenticate;
  rateLimits: RateLimits;
  /**
   * The context of one use case; `actor` is anonymous for public operations without credentials. Public operations
   * act for nobody's account, whoever calls them: their database is not limited to the caller's.
   */
  makeContext(
    call: InboundCall,
    actor: Actor,
    options: { sessionId: string | undefined; isPublic: boolean },
  ): OperationContext;
  /** Writes the audit record of a refused or failed call; one that its use case recorded already stays one record. */
  recordDenial(context: OperationContext, denied: Denial, error: unknown): Promise<void>;
}

export interface Denial {
  action: string;
  /** The rpc's name. */
  operation: string;
  namespace: string | undefined;
  /** What the call's path names, if anything: "GET /users/{user_id}". */
  resourceId: string | undefined;
}

export type RunOperation = (
  mounted: MountedOperation,
  call: InboundCall,
  request: unknown,
) => Promise<unknown>;

/** Makes the function both transports call. It throws CloudError only. */
export function operationRunner(ports: CallPorts): RunOperation {
  return async (mounted, call, request) => {
    const startedAt = ports.clock.monotonic();
    const facts: Record<string, unknown> = {
      rpc: mounted.method.path,
      transport: call.transport,
      requestId: call.requestId,
    };
    try {
      readByVersion(mounted.method, call.apiVersion, request);
      const response = await withTimeout(call, (timed) => run(ports, mounted, timed, request, facts));
      ports.log.debug({ ...facts, tookMs: ports.clock.monotonic() - startedAt }, "call");
      return response;
    } catch (thrown) {
      const error = toCloudError(thrown);
      const level = error.code === "INTERNAL" || error.code === "DATA_LOSS" ? "error" : "info";
      ports.log[level](
        {
          ...facts,
          code: error.code,
          detail: error.internalDetail,
          tookMs: ports.clock.monotonic() - startedAt,
        },
        "call failed",
      );
      throw error;
    }
  };
}

async function run(
  ports: CallPorts,
  { method, operation }: MountedOperation,
  call: InboundCall,
  request: unknown,
  facts: Record<string, unknown>,
): Promise<unknown> {
  if (operation === undefined) {
    throw new CloudError("UNIMPLEMENTED", `${method.name} is not implemented by this version of the server.`);
  }
  if (call.transport === "http" && call.isMutation) checkRequestOrigin(call.credentials);
  const caller = await identifyCaller(ports, call, { isPublic: operation.permission === "public" });
  facts["principalId"] = caller?.actor.principalId;
  facts["accountId"] = caller?.actor.accountId;
  const context = ports.makeContext(call, caller?.actor ?? noActor(), {
    sessionId: caller?.session?.sessionId,
    isPublic: operation.permission === "public",
  });
  // A public operation takes no authority from the session, so it needs neither token nor permission; its use case
  // records what it does under the account that it is about.
  if (operation.permission === "public") {
    checkRequestText(request);
    return operation.run(context, request);
  }
  return runPermitted(ports, { method, operation }, context, {
    request,
    check: () => {
      const session = caller?.session;
      if (session !== undefined && call.isMutation) checkSessionMutation(call.credentials, session);
      checkRequestText(request);
    },
  });
}

/** The last step of a caller's call, and of a change that is carried out later: whether the caller may, then the use case. */
export async function runPermitted(
  ports: Pick<CallPorts, "recordDenial">,
  { method, operation }: MountedOperation & { operation: Operation },
  context: OperationContext,
  { request, check }: { request: unknown; check?: () => void },
): Promise<unknown> {
  const { accountId } = context.actor;
  const resource = gateResource({ accountId, action: operation.permission, method }, request);
  const denied = {
    action: operation.permission,
    operation: method.name,
    namespace: resource.namespace,
    resourceId: pathResourceOf(method, request),
  };
  try {
    check?.();
    checkPermission(context, operation.permission, resource);
    return await operation.run(context, request);
  } catch (error) {
    // Every change that did not happen is in the trail, wherever it was refused, and every denied look.
    const code = error instanceof CloudError ? error.code : undefined;
    const isRecorded = code === "INVALID_ARGUMENT" && operation.recordsBadInput === true;
    if (code === "PERMISSION_DENIED" || isRecorded || isChange(method))
      await ports.recordDenial(context, denied, error);
    throw error;
  }
}

function checkPermission(context: OperationContext, action: string, resource: Resource): void {
  if (context.actor.can(action, resource)) return;
  const { limitation } = context.actor;
  if (limitation !== undefined) throw new CloudError("PERMISSION_DENIED", limitation);
  const { namespace } = resource;
  const where = namespace === undefined ? "" : ` on namespace ${JSON.stringify(namespace)}`;
  throw new CloudError(
    "PERMISSION_DENIED",
    `Your role, or the state of your account, does not allow ${action}${where}.`,
  );
}

function isChange(method: RpcMethod): boolean {
  return method.bindings.some((binding) => binding.method !== "GET");
}

/** Ends the wait for the use case when the caller goes or the limit is reached; the use case sees its signal abort. */
async function withTimeout(
  call: InboundCall,
  work: (call: InboundCall) => Promise<unknown>,
): Promise<unknown> {
  const timeout = AbortSignal.timeout(callTimeoutMs);
  const signal = AbortSignal.any([call.signal, timeout]);
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () =>
      reject(
        timeout.aborted
          ? new CloudError("DEADLINE_EXCEEDED", `The call took longer than ${callTimeoutMs / 1000} s.`)
          : abortError(call.signal),
      );
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    if (signal.aborted) return await aborted;
    return await Promise.race([work({ ...call, signal }), aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

function abortError(signal: AbortSignal): CloudError {
  return signal.reason instanceof CloudError
    ? signal.reason
    : new CloudError("CANCELLED", "The caller went away before the answer.");
}
