// Calls the gateway as an SDK does, in the name of somebody at the console.
import grpc from "@grpc/grpc-js";
import type { Clock } from "#shared/clock";
import { CloudError, toCloudError } from "#shared/errors";
import { createGrpcClient } from "#shared/grpc-client";
import type { Logger } from "#shared/log";
import { relayDeadlineMs } from "../limits.ts";
import { createConsoleTokens, type ConsoleCaller } from "./console-tokens.ts";

const RETRY_MS = 1_000;

export interface GatewayClient {
  /** Errors: CloudError, as the gateway or the cell said it. */
  call(path: string, request: Uint8Array, caller: ConsoleCaller, signal: AbortSignal): Promise<Uint8Array>;
  close(): void;
}

export interface GatewaySettings {
  /** "host:port" of the port that tenants use. */
  address: string;
  /** The name in the gateway's certificate, when it is not the address's. */
  serverName: string | undefined;
  /** PEM of the authority behind that certificate, when the world does not know it. */
  authority: string | undefined;
  internalToken: string;
}

export function createGatewayClient(
  settings: GatewaySettings,
  { clock, log }: { clock: Clock; log: Logger },
): GatewayClient {
  const { address, serverName, authority } = settings;
  const tokenOf = createConsoleTokens(clock, settings.internalToken);
  const client = createGrpcClient(address, {
    credentials: grpc.credentials.createSsl(authority === undefined ? null : Buffer.from(authority)),
    ...(serverName === undefined ? {} : { serverName }),
  });
  return {
    close: () => client.close(),
    call: async (path, request, caller, signal) => {
      const metadata = { authorization: `Bearer ${await tokenOf(caller)}` };
      try {
        return await client.call(path, request, { metadata, deadlineMs: relayDeadlineMs, signal });
      } catch (thrown) {
        throw toldToCaller(toCloudError(thrown), signal, log);
      }
    },
  };
}

/** The caller's own session is good: what the gateway refuses of the token is between it and us. */
function toldToCaller(error: CloudError, signal: AbortSignal, log: Logger): CloudError {
  if (signal.aborted) return new CloudError("CANCELLED", "The caller went away before the answer.");
  if (error.code === "UNAUTHENTICATED") {
    log.error({ err: error }, "the gateway refuses a token of the console");
    return unavailable(error.publicMessage);
  }
  // The words may be the transport's, with addresses of ours in them.
  if (error.code === "UNAVAILABLE" && error.details.length === 0) return unavailable(error.publicMessage);
  return error;
}

function unavailable(internalDetail: string): CloudError {
  return new CloudError("UNAVAILABLE", "The namespace is not available now. Try again.", {
    ...{ internalDetail, retryAfterMs: RETRY_MS },
  });
}
