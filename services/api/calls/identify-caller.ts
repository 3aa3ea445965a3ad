// Who calls, within the rate limits: the first step of every call, whatever it is about.
import { CloudError, toCloudError } from "#shared/errors";
import type { Caller } from "../auth/authenticate.ts";
import type { InboundCall } from "./inbound-call.ts";
import type { CallPorts } from "./run-operation.ts";

/**
 * A public operation goes on without a caller when the credentials are no good. Errors: UNAUTHENTICATED,
 * RESOURCE_EXHAUSTED.
 */
export async function identifyCaller(
  ports: Pick<CallPorts, "authenticate" | "rateLimits">,
  call: InboundCall,
  { isPublic }: { isPublic: boolean },
): Promise<Caller | undefined> {
  ports.rateLimits.checkAddress(call.remoteAddress);
  let caller: Caller | undefined;
  try {
    caller = await ports.authenticate(call);
  } catch (error) {
    if (toCloudError(error).code !== "UNAUTHENTICATED") throw error;
    ports.rateLimits.takeForAddress(call.remoteAddress);
    if (!isPublic) throw error;
    return undefined;
  }
  if (caller !== undefined) {
    ports.rateLimits.takeForActor(caller.actor);
    return caller;
  }
  ports.rateLimits.takeForAddress(call.remoteAddress);
  if (isPublic) return undefined;
  throw new CloudError(
    "UNAUTHENTICATED",
    "This operation needs credentials: send an API key as `authorization: Bearer <key>`, or sign in.",
  );
}
