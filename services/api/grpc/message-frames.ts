// gRPC's length-prefixed messages: splits the bytes of a request stream into messages, decompressed and bounded, and
// frames answers. Never buffers more than one message of the allowed size.
import { promisify } from "node:util";
import { gunzip, inflate } from "node:zlib";
import { CloudError } from "#shared/errors";
import { MESSAGE_BYTES_MAX } from "#shared/grpc";

const PREFIX_BYTES = 5;

const DECOMPRESSORS: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  gzip: (bytes) => promisify(gunzip)(bytes, { maxOutputLength: MESSAGE_BYTES_MAX }),
  deflate: (bytes) => promisify(inflate)(bytes, { maxOutputLength: MESSAGE_BYTES_MAX }),
};

export const ACCEPTED_ENCODINGS = "identity,gzip,deflate";

/** The messages of a request stream. Errors: RESOURCE_EXHAUSTED, INVALID_ARGUMENT, UNIMPLEMENTED. */
export async function* readMessages(
  chunks: AsyncIterable<Buffer>,
  encoding: string,
): AsyncGenerator<Uint8Array> {
  let buffered: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    buffered.push(chunk);
    bytes += chunk.length;
    for (;;) {
      if (bytes < PREFIX_BYTES) break;
      // Joined only when a prefix or a whole message is there: large messages come in many chunks.
      if ((buffered[0]?.length ?? 0) < PREFIX_BYTES) buffered = [Buffer.concat(buffered)];
      const length = declaredLength(buffered[0]);
      if (bytes < PREFIX_BYTES + length) break;
      const joined = Buffer.concat(buffered);
      const message = joined.subarray(PREFIX_BYTES, PREFIX_BYTES + length);
      const rest = joined.subarray(PREFIX_BYTES + length);
      buffered = rest.length === 0 ? [] : [rest];
      bytes = rest.length;
      yield await decompress(message, joined[0] ?? 0, encoding);
    }
  }
  if (bytes > 0) throw new CloudError("INVALID_ARGUMENT", "The request ends in the middle of a message.");
}

function declaredLength(first: Buffer | undefined): number {
  const length = first?.readUInt32BE(1) ?? 0;
  if (length <= MESSAGE_BYTES_MAX) return length;
  throw new CloudError(
    "RESOURCE_EXHAUSTED",
    `The request message has ${length} bytes; at most ${MESSAGE_BYTES_MAX} are accepted.`,
  );
}

async function decompress(message: Buffer, flag: number, encoding: string): Promise<Uint8Array> {
  if (flag === 0) return message;
  if (flag !== 1) throw new CloudError("INVALID_ARGUMENT", "The request is not framed as gRPC messages are.");
  const decompressor = Object.hasOwn(DECOMPRESSORS, encoding) ? DECOMPRESSORS[encoding] : undefined;
  if (decompressor === undefined) {
    throw new CloudError(
      "UNIMPLEMENTED",
      `Messages compressed with ${JSON.stringify(encoding.slice(0, 40))} are not accepted; use one of ${ACCEPTED_ENCODINGS}.`,
    );
  }
  try {
    return await decompressor(message);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      throw new CloudError(
        "RESOURCE_EXHAUSTED",
        `The request message has more than ${MESSAGE_BYTES_MAX} bytes when decompressed.`,
      );
    }
    throw new CloudError("INVALID_ARGUMENT", `The request message is not valid ${encoding}.`, {
      cause: error,
    });
  }
}

/** One uncompressed message with its prefix. */
export function frameMessage(message: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(PREFIX_BYTES + message.length);
  framed[0] = 0;
  framed.writeUInt32BE(message.length, 1);
  framed.set(message, PREFIX_BYTES);
  return framed;
}
