// Ends a stream with a gRPC status in place of an answer.
import type { CloudError } from "#shared/errors";
import { H2_ERROR } from "./frames.ts";
import { RESPONSE_HEADERS, statusTrailers } from "./grpc-blocks.ts";
import type { AnswerStream } from "./stream.ts";

/** Answers a stream with a failure; what the client still sends is not read. */
export function failStream(stream: AnswerStream, error: CloudError): void {
  if (stream.isClosed) return;
  stream.sendHeaders([...RESPONSE_HEADERS, ...statusTrailers(error)], true);
  if (!stream.remoteEnded) stream.reset(H2_ERROR.NO_ERROR);
}
