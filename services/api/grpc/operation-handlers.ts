// The operation table as gRPC handlers: decode, run, encode.
import type { Codec } from "#contracts";
import { CloudError } from "#shared/errors";
import type { UnaryCall, UnaryHandler } from "#shared/grpc";
import { API_VERSION_HEADER } from "../calls/api-version.ts";
import { noSession, REASON_HEADER, reasonOf, type InboundCall } from "../calls/inbound-call.ts";
import type { MountedOperation } from "../calls/operation-table.ts";
import type { RunOperation } from "../calls/run-operation.ts";
import { isStreamed, wholeBody } from "../calls/streamed-body.ts";
import { REQUEST_ID_KEY } from "./serve-stream.ts";

export function operationHandlers(
  table: readonly MountedOperation[],
  run: RunOperation,
): [string, UnaryHandler][] {
  return table.map((mounted) => [mounted.method.path, operationHandler(mounted, run)]);
}

function operationHandler(mounted: MountedOperation, run: RunOperation): UnaryHandler {
  const { request: requestCodec, response: responseCodec } = mounted.method;
  return async (unary, bytes) => {
    const response = await run(mounted, inboundCallOf(unary), decodeRequest(requestCodec, bytes));
    return responseCodec.encode(isStreamed(response) ? await wholeBody(response) : response);
  };
}

/** The call as the runner sees it. */
export function inboundCallOf({ metadata, signal, peer }: UnaryCall): InboundCall {
  const authorization = metadata["authorization"];
  const apiVersion = metadata[API_VERSION_HEADER];
  return {
    transport: "grpc",
    isMutation: true,
    requestId: metadata[REQUEST_ID_KEY] ?? "",
    ...(apiVersion === undefined ? {} : { apiVersion }),
    remoteAddress: peer,
    signal,
    credentials: authorization === undefined ? {} : { authorization },
    session: noSession,
    ...reasonOf(metadata[REASON_HEADER]),
  };
}

/** Errors: INVALID_ARGUMENT for bytes that are no such message. */
export function decodeRequest<Message>(codec: Codec<Message>, bytes: Uint8Array): Message {
  try {
    return codec.decode(bytes);
  } catch (error) {
    throw new CloudError("INVALID_ARGUMENT", `The request is not a valid ${codec.type.name} message.`, {
      cause: error,
    });
  }
}
