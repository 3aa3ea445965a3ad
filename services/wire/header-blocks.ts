// Puts HEADERS and CONTINUATION frames together to whole header blocks, within limits on their size and number.
import { ConnectionFault, FLAG, H2_ERROR } from "./frames.ts";
import type { ConnectionLimits } from "./limits.ts";

export interface HeaderBlock {
  streamId: number;
  isEndOfStream: boolean;
  /** The stream names itself as its parent: a stream error. */
  dependsOnItself: boolean;
  bytes: Buffer;
  start: number;
  end: number;
}

interface OpenBlock {
  streamId: number;
  isEndOfStream: boolean;
  dependsOnItself: boolean;
  parts: Buffer[];
  bytes: number;
}

export class HeaderBlocks {
  readonly #limits: ConnectionLimits;
  #open: OpenBlock | undefined;

  constructor(limits: ConnectionLimits) {
    this.#limits = limits;
  }

  /** Between HEADERS without END_HEADERS and its last CONTINUATION nothing else may come. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** A HEADERS frame: the whole block when END_HEADERS is set. */
  begin(flags: number, streamId: number, bytes: Buffer, from: number, to: number): HeaderBlock | undefined {
    let start = from;
    let end = to;
    if ((flags & FLAG.PADDED) !== 0) {
      end -= bytes[start] ?? 0;
      start += 1;
    }
    let dependsOnItself = false;
    if ((flags & FLAG.PRIORITY) !== 0) {
      dependsOnItself = start + 4 <= to && (bytes.readUInt32BE(start) & 0x7fffffff) === streamId;
      start += 5;
    }
    if (start > end) throw new ConnectionFault(H2_ERROR.PROTOCOL_ERROR, "padding longer than the frame");
    const isEndOfStream = (flags & FLAG.END_STREAM) !== 0;
    if ((flags & FLAG.END_HEADERS) !== 0)
      return { streamId, isEndOfStream, dependsOnItself, bytes, start, end };
    const part = Buffer.from(bytes.subarray(start, end));
    this.#open = { streamId, isEndOfStream, dependsOnItself, parts: [part], bytes: part.length };
    return undefined;
  }

  /** A CONTINUATION frame: the whole block when it is the last. */
  add(flags: number, streamId: number, bytes: Buffer, start: number, end: number): HeaderBlock | undefined {
    const open = this.#open;
    if (open?.streamId !== streamId) {
      throw new ConnectionFault(H2_ERROR.PROTOCOL_ERROR, "CONTINUATION without its HEADERS");
    }
    open.parts.push(Buffer.from(bytes.subarray(start, end)));
    open.bytes += end - start;
    if (
      open.bytes > this.#limits.headerBlockBytesMax ||
      open.parts.length > this.#limits.headerBlockFramesMax
    ) {
      throw new ConnectionFault(H2_ERROR.ENHANCE_YOUR_CALM, "header block too long");
    }
    if ((flags & FLAG.END_HEADERS) === 0) return undefined;
    this.#open = undefined;
    const whole = Buffer.concat(open.parts, open.bytes);
    return {
      streamId,
      isEndOfStream: open.isEndOfStream,
      dependsOnItself: open.dependsOnItself,
      bytes: whole,
      start: 0,
      end: whole.length,
    };
  }
}
