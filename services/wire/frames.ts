// HTTP/2 frames by number and name (RFC 9113), and the reader that cuts a byte stream into frames. It knows no
// streams and keeps at most one incomplete frame.
import { FRAME_BYTES_MAX } from "./limits.ts";

export const FRAME = {
  DATA: 0,
  HEADERS: 1,
  PRIORITY: 2,
  RST_STREAM: 3,
  SETTINGS: 4,
  PUSH_PROMISE: 5,
  PING: 6,
  GOAWAY: 7,
  WINDOW_UPDATE: 8,
  CONTINUATION: 9,
} as const;

export const FLAG = { END_STREAM: 1, ACK: 1, END_HEADERS: 4, PADDED: 8, PRIORITY: 32 } as const;

export const SETTING = {
  HEADER_TABLE_SIZE: 1,
  ENABLE_PUSH: 2,
  MAX_CONCURRENT_STREAMS: 3,
  INITIAL_WINDOW_SIZE: 4,
  MAX_FRAME_SIZE: 5,
  MAX_HEADER_LIST_SIZE: 6,
} as const;

export const H2_ERROR = {
  NO_ERROR: 0,
  PROTOCOL_ERROR: 1,
  INTERNAL_ERROR: 2,
  FLOW_CONTROL_ERROR: 3,
  SETTINGS_TIMEOUT: 4,
  STREAM_CLOSED: 5,
  FRAME_SIZE_ERROR: 6,
  REFUSED_STREAM: 7,
  CANCEL: 8,
  COMPRESSION_ERROR: 9,
  CONNECT_ERROR: 10,
  ENHANCE_YOUR_CALM: 11,
} as const;

export const PREFACE = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "latin1");
export const FRAME_HEADER_BYTES = 9;
export const DEFAULT_WINDOW_BYTES = 65_535;
export const WINDOW_BYTES_MAX = 0x7fffffff;

/** Ends the connection with GOAWAY. `reason` is for our logs. */
export class ConnectionFault extends Error {
  readonly code: number;
  constructor(code: number, reason: string) {
    super(reason);
    this.name = "ConnectionFault";
    this.code = code;
  }
}

export interface FrameSink {
  /** One whole frame: its payload is `bytes[start, end)`, valid only during the call. */
  frame(type: number, flags: number, streamId: number, bytes: Buffer, start: number, end: number): void;
}

/** Cuts what arrives into frames. Errors: ConnectionFault for a wrong preface or too long a frame. */
export class FrameReader {
  readonly #sink: FrameSink;
  #prefaceLeft: number;
  #parts: Buffer[] = [];
  #partBytes = 0;
  #neededBytes = 0;

  constructor(sink: FrameSink, expectsPreface: boolean) {
    this.#sink = sink;
    this.#prefaceLeft = expectsPreface ? PREFACE.length : 0;
  }

  /** Takes a chunk; `isOpen` is asked after each frame, so that nothing is read after the end. */
  read(chunk: Buffer, isOpen: () => boolean): void {
    let bytes = this.#prefaceLeft > 0 ? this.#readPreface(chunk) : chunk;
    if (this.#partBytes > 0) {
      this.#parts.push(bytes);
      this.#partBytes += bytes.length;
      if (this.#partBytes < this.#neededBytes) return;
      bytes = Buffer.concat(this.#parts, this.#partBytes);
      this.#parts = [];
      this.#partBytes = 0;
    }
    let at = 0;
    while (bytes.length - at >= FRAME_HEADER_BYTES) {
      const length = bytes.readUIntBE(at, 3);
      if (length > FRAME_BYTES_MAX) {
        throw new ConnectionFault(H2_ERROR.FRAME_SIZE_ERROR, `frame of ${String(length)} bytes`);
      }
      const end = at + FRAME_HEADER_BYTES + length;
      if (end > bytes.length) {
        this.#keep(bytes, at, FRAME_HEADER_BYTES + length);
        return;
      }
      const streamId = bytes.readUInt32BE(at + 5) & 0x7fffffff;
      const start = at + FRAME_HEADER_BYTES;
      this.#sink.frame(bytes[at + 3] ?? 0, bytes[at + 4] ?? 0, streamId, bytes, start, end);
      if (!isOpen()) return;
      at = end;
    }
    if (at < bytes.length) this.#keep(bytes, at, FRAME_HEADER_BYTES);
  }

  /** A copy, so that a few bytes do not hold a whole read buffer. */
  #keep(bytes: Buffer, at: number, neededBytes: number): void {
    this.#parts = [Buffer.from(bytes.subarray(at))];
    this.#partBytes = bytes.length - at;
    this.#neededBytes = neededBytes;
  }

  #readPreface(chunk: Buffer): Buffer {
    const length = Math.min(this.#prefaceLeft, chunk.length);
    const from = PREFACE.length - this.#prefaceLeft;
    if (PREFACE.compare(chunk, 0, length, from, from + length) !== 0) {
      throw new ConnectionFault(H2_ERROR.PROTOCOL_ERROR, "not an HTTP/2 preface");
    }
    this.#prefaceLeft -= length;
    return chunk.subarray(length);
  }
}
