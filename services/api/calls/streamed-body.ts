// google.api.HttpBody whose data is made while it is sent: over HTTP as it comes, over gRPC as one message if it fits.
import { CloudError } from "#shared/errors";
import { MESSAGE_BYTES_MAX } from "#shared/grpc";

export interface StreamedBody {
  contentType: string;
  fileName: string;
  /** More headers of the answer over HTTP. */
  headers?: Readonly<Record<string, string>>;
  chunks: AsyncIterable<string>;
}

/** What else a message has. */
const ENVELOPE_BYTES = 1_024;

export function isStreamed(response: unknown): response is StreamedBody {
  return typeof response === "object" && response !== null && "chunks" in response;
}

/** Errors: OUT_OF_RANGE for what does not fit into one message. */
export async function wholeBody(body: StreamedBody): Promise<{ contentType: string; data: Uint8Array }> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body.chunks) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > MESSAGE_BYTES_MAX - ENVELOPE_BYTES) {
      throw new CloudError(
        "OUT_OF_RANGE",
        "The file does not fit into a message. Download it over HTTP, or ask for less.",
      );
    }
    parts.push(part);
  }
  return { contentType: body.contentType, data: Buffer.concat(parts) };
}
