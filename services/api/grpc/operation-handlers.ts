// The operation table as gRPC handlers: decode, run, encode.
import { CloudError } from "#shared/errors";
import type { UnaryHandler } from "#shared/grpc";
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
  return async ({ metadata, signal, peer }, bytes) => {
    const authorization = metadata["authorization"];
    const apiVersion = metadata[API_VERSION_HEADER];
    const call: InboundCall = {
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
    const response = await run(mounted, call, decode(requestCodec, bytes));
    return responseCodec.encode(isStreamed(response) ? await wholeBody(response) : response);
  };
}

function decode(codec: MountedOperation["method"]["request"], bytes: Uint8Array): unknown {
  try {
    return codec.decode(bytes);
  } catch (error) {
    throw new CloudError("INVALID_ARGUMENT", `The request is not a valid ${codec.type.name} message.`, {
      cause: error,
    });
  }
}
