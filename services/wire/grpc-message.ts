// gRPC's length-prefixed messages: five bytes of prefix, optional gzip, the 4 MB limit. Unary only: one message.
import { gunzipSync } from "node:zlib";
import { CloudError } from "#shared/errors";
import { MESSAGE_BYTES_MAX } from "#shared/grpc";

export const PREFIX_BYTES = 5;

/** Gathers the DATA of one unary message. Errors: CloudError as soon as the declared length is too large. */
export class MessageReader {
  #parts: Buffer[] = [];
  #bytes = 0;
  readonly #bytesMax: number;

  constructor(bytesMax: number = MESSAGE_BYTES_MAX) {
    this.#bytesMax = bytesMax;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Takes a copy of the chunk, because a chunk is part of a larger read buffer that must not be held. */
  add(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.#parts.push(Buffer.from(chunk));
    this.#bytes += chunk.length;
    if (this.#bytes < PREFIX_BYTES) return;
    if (this.#parts.length > 1 && (this.#parts[0]?.length ?? 0) < PREFIX_BYTES) this.whole();
    const declared = this.#parts[0]?.readUInt32BE(1) ?? 0;
    if (declared > this.#bytesMax) throw tooLarge(declared, this.#bytesMax);
    if (this.#bytes > declared + PREFIX_BYTES) {
      throw new CloudError("INTERNAL", "More than one message was sent in a unary call.");
    }
  }

  /** Prefix and message as they came, in one piece. */
  whole(): Buffer {
    if (this.#parts.length > 1) this.#parts = [Buffer.concat(this.#parts, this.#bytes)];
    return this.#parts[0] ?? Buffer.alloc(0);
  }
}

/** The message inside one whole frame. Errors: CloudError for a broken frame, an unknown encoding, a gzip bomb. */
export function unframe(frame: Buffer, encoding: string | undefined, bytesMax = MESSAGE_BYTES_MAX): Buffer {
  if (frame.length < PREFIX_BYTES || frame.length !== PREFIX_BYTES + frame.readUInt32BE(1)) {
    throw new CloudError("INTERNAL", "The call carries no complete message.");
  }
  const message = frame.subarray(PREFIX_BYTES);
  if (frame[0] === 0) return message;
  if (frame[0] !== 1 || encoding !== "gzip") {
    throw new CloudError("UNIMPLEMENTED", "Only gzip and identity message encodings are supported.");
  }
  try {
    return gunzipSync(message, { maxOutputLength: bytesMax, chunkSize: inflatedChunkBytes(message) });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(undefined, bytesMax);
    throw new CloudError("INTERNAL", "The message is not valid gzip.", { cause });
  }
}

const CHUNK_BYTES_MIN = 64;
const CHUNK_BYTES_MAX = 64 * 1024;
const GZIP_TRAILER_BYTES = 4;

/**
 * Room for what comes out, as the message's last bytes tell its size: most are a few hundred bytes, and the usual 16 KB
 * would be held for as long as anything of the message is. One that lies must pay for it in bytes that it sends.
 */
function inflatedChunkBytes(message: Buffer): number {
  const isCut = message.length < GZIP_TRAILER_BYTES;
  // One more, so that the end is seen in the first piece.
  const told = isCut ? 0 : message.readUInt32LE(message.length - GZIP_TRAILER_BYTES) + 1;
  return Math.min(CHUNK_BYTES_MAX, Math.max(CHUNK_BYTES_MIN, message.length, told));
}

/** Prefix and message in one new buffer. */
export function frameOf(message: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(PREFIX_BYTES + message.length);
  frame[0] = 0;
  frame.writeUInt32BE(message.length, 1);
  frame.set(message, PREFIX_BYTES);
  return frame;
}

function tooLarge(bytes: number | undefined, bytesMax: number): CloudError {
  const size = bytes === undefined ? "after decompression" : `of ${String(bytes)} bytes`;
  return new CloudError(
    "RESOURCE_EXHAUSTED",
    `The message ${size} is larger than the limit of ${String(bytesMax)} bytes.`,
  );
}
