// One HTTP/2 stream: its state, its windows and what waits for them. Transport only: it knows no gRPC. Its connection
// calls the `receive...` methods and `pump`; its owner calls the others and is called back through StreamEvents.
import { DEFAULT_WINDOW_BYTES, H2_ERROR, WINDOW_BYTES_MAX } from "./frames.ts";
import type { HeaderList } from "./header-list.ts";

export interface StreamEvents {
  /** Request or response headers, or trailers (`isTrailers`). */
  headers(headers: HeaderList, isEnd: boolean, isTrailers: boolean): void;
  /** The chunk is valid only during the call. Give its window back with `consume`. */
  data(chunk: Buffer, isEnd: boolean): void;
  /** `bytes` of what was given to `sendData` have left. */
  sent(bytes: number): void;
  /** Once, at the very end: undefined when both sides finished, else the HTTP/2 error code. */
  closed(errorCode: number | undefined): void;
}

/** What a stream needs of its connection. */
export interface StreamHost {
  readonly peerFrameBytesMax: number;
  readonly streamWindowBytes: number;
  /** How many bytes the connection lets out now: its window, or 0 when the peer is slow. */
  sendableBytes(): number;
  writeHeaders(streamId: number, headers: readonly string[], isEnd: boolean): void;
  writeBlock(streamId: number, block: Uint8Array, isEnd: boolean): void;
  writeData(streamId: number, chunk: Uint8Array, start: number, end: number, isEnd: boolean): void;
  writeWindowUpdate(streamId: number, bytes: number): void;
  writeReset(streamId: number, code: number): void;
  /** Bytes that wait for a window came or went. */
  addQueued(bytes: number): void;
  /** The stream has data that waits for a window. */
  wait(stream: Stream): void;
  forget(stream: Stream, resetByUs: boolean): void;
}

export class Stream {
  readonly id: number;
  readonly #host: StreamHost;
  events: StreamEvents | undefined;
  /** Set by the connection when the peer's first header block has come. */
  headersSeen = false;
  remoteEnded = false;
  #localEnded = false;
  #isClosed = false;
  #sendWindow: number;
  #receiveWindow: number;
  #unreturned = 0;
  #queue: { chunk: Uint8Array; at: number }[] = [];
  #queuedBytes = 0;
  #sentBytes = 0;
  #stall = { sentBytes: 0, sinceMs: 0 };
  #endQueued = false;
  #trailers: readonly string[] | undefined;
  /** From content-length, checked against DATA; -1 when absent. */
  #expectedBytes = -1;
  #receivedBytes = 0;

  constructor(host: StreamHost, id: number, sendWindow: number, receiveWindow: number) {
    this.#host = host;
    this.id = id;
    this.#sendWindow = sendWindow;
    this.#receiveWindow = receiveWindow;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  get localEnded(): boolean {
    return this.#localEnded;
  }

  get hasQueue(): boolean {
    return this.#queue.length > 0 || this.#endQueued || this.#trailers !== undefined;
  }

  sendHeaders(headers: readonly string[], isEnd = false): void {
    if (this.#isClosed || this.#localEnded) return;
    this.#host.writeHeaders(this.id, headers, isEnd);
    if (isEnd) this.#endLocal();
  }

  /** An encoded header block that uses no dynamic table. */
  sendBlock(block: Uint8Array, isEnd = false): void {
    if (this.#isClosed || this.#localEnded) return;
    this.#host.writeBlock(this.id, block, isEnd);
    if (isEnd) this.#endLocal();
  }

  /** Sends or queues the chunk, which must not change afterwards. */
  sendData(chunk: Uint8Array, isEnd = false): void {
    if (this.#isClosed || this.#localEnded) return;
    if (chunk.length > 0) {
      this.#queue.push({ chunk, at: 0 });
      this.#queuedBytes += chunk.length;
      this.#host.addQueued(chunk.length);
    }
    if (isEnd) this.#endQueued = true;
    let outcome = this.pump();
    while (outcome === "sent") outcome = this.pump();
    // A stream that its own window blocks waits for that window: `widen`.
    if (outcome === "starved") this.#host.wait(this);
  }

  /** Ends the stream with trailers, after all data. */
  sendTrailers(headers: readonly string[]): void {
    if (this.#isClosed || this.#localEnded) return;
    if (this.#queue.length > 0) {
      this.#trailers = headers;
      return;
    }
    this.#host.writeHeaders(this.id, headers, true);
    this.#endLocal();
  }

  reset(code: number): void {
    if (this.#isClosed) return;
    this.#host.writeReset(this.id, code);
    this.#close(code, true);
  }

  /** The owner has taken `bytes` of the received data: the peer may send as much again. */
  consume(bytes: number): void {
    if (this.#isClosed || this.remoteEnded) return;
    this.#unreturned += bytes;
    if (this.#unreturned * 2 < this.#host.streamWindowBytes) return;
    this.#host.writeWindowUpdate(this.id, this.#unreturned);
    this.#receiveWindow += this.#unreturned;
    this.#unreturned = 0;
  }

  /** Sends at most one frame of what waits. "blocked": the stream's own window; "starved": the connection. */
  pump(): "sent" | "blocked" | "starved" | "idle" {
    if (this.#isClosed || this.#localEnded) return "idle";
    const head = this.#queue[0];
    if (head === undefined) return this.#finishQueue();
    if (this.#sendWindow <= 0) return "blocked";
    const allowed = Math.min(this.#host.sendableBytes(), this.#sendWindow, this.#host.peerFrameBytesMax);
    if (allowed <= 0) return "starved";
    const end = Math.min(head.chunk.length, head.at + allowed);
    const bytes = end - head.at;
    const isWhole = end === head.chunk.length;
    const isEnd = isWhole && this.#queue.length === 1 && this.#endQueued;
    this.#sendWindow -= bytes;
    this.#host.writeData(this.id, head.chunk, head.at, end, isEnd);
    head.at = end;
    this.#sentBytes += bytes;
    this.#queuedBytes -= bytes;
    this.#host.addQueued(-bytes);
    if (isWhole) this.#queue.shift();
    this.events?.sent(bytes);
    if (isEnd) this.#endLocal();
    return "sent";
  }

  #finishQueue(): "sent" | "idle" {
    if (this.#trailers !== undefined) {
      const trailers = this.#trailers;
      this.#trailers = undefined;
      this.sendTrailers(trailers);
      return "sent";
    }
    if (!this.#endQueued) return "idle";
    this.#host.writeData(this.id, EMPTY, 0, 0, true);
    this.#endLocal();
    return "sent";
  }

  /** The peer's WINDOW_UPDATE or a new initial window. False when the window would overflow. */
  widen(bytes: number): boolean {
    this.#sendWindow += bytes;
    if (this.#sendWindow > WINDOW_BYTES_MAX) return false;
    if (this.#sendWindow > 0 && this.hasQueue) this.#host.wait(this);
    return true;
  }

  receiveHeaders(headers: HeaderList, isEnd: boolean, isTrailers: boolean): void {
    if (!isTrailers) this.#expectedBytes = contentLengthOf(headers);
    if (isEnd) this.remoteEnded = true;
    if (isEnd && !this.#lengthMatches()) return this.reset(H2_ERROR.PROTOCOL_ERROR);
    this.events?.headers(headers, isEnd, isTrailers);
    if (isEnd) this.#closeWhenEnded();
  }

  /** `frameBytes` counts padding too: it is part of flow control, and returned at once. */
  receiveData(chunk: Buffer, frameBytes: number, isEnd: boolean): void {
    this.#receiveWindow -= frameBytes;
    if (this.#receiveWindow < 0) return this.reset(H2_ERROR.FLOW_CONTROL_ERROR);
    if (frameBytes > chunk.length) this.consume(frameBytes - chunk.length);
    this.#receivedBytes += chunk.length;
    if (isEnd) this.remoteEnded = true;
    if (isEnd && !this.#lengthMatches()) return this.reset(H2_ERROR.PROTOCOL_ERROR);
    this.events?.data(chunk, isEnd);
    if (isEnd) this.#closeWhenEnded();
  }

  receiveReset(code: number): void {
    this.#close(code, false);
  }

  /** Whether what waits here has not moved for `timeoutMs`; to be asked now and then. */
  isStalled(now: number, timeoutMs: number): boolean {
    if (this.#queue.length === 0 || this.#sentBytes !== this.#stall.sentBytes || this.#stall.sinceMs === 0) {
      this.#stall = { sentBytes: this.#sentBytes, sinceMs: this.#queue.length === 0 ? 0 : now };
    }
    return this.#stall.sinceMs > 0 && now - this.#stall.sinceMs > timeoutMs;
  }

  /** The connection is gone, or refuses the stream. */
  abandon(code: number): void {
    this.#close(code, false);
  }

  #lengthMatches(): boolean {
    return this.#expectedBytes < 0 || this.#expectedBytes === this.#receivedBytes;
  }

  #endLocal(): void {
    this.#localEnded = true;
    this.#closeWhenEnded();
  }

  #closeWhenEnded(): void {
    if (this.#localEnded && this.remoteEnded) this.#close(undefined, false);
  }

  #close(code: number | undefined, resetByUs: boolean): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#queue = [];
    this.#host.addQueued(-this.#queuedBytes);
    this.#host.forget(this, resetByUs);
    this.events?.closed(code);
  }
}

/** What an answer is written to: a stream, or what stands in for one. */
export type AnswerStream = Pick<
  Stream,
  "isClosed" | "remoteEnded" | "hasQueue" | "sendHeaders" | "sendData" | "sendTrailers" | "consume" | "reset"
>;

const EMPTY = new Uint8Array(0);

function contentLengthOf(headers: HeaderList): number {
  for (let at = 0; at < headers.length; at += 2) {
    if (headers[at] === "content-length") {
      const text = headers[at + 1] ?? "";
      return /^\d{1,15}$/.test(text) ? Number(text) : Number.MAX_SAFE_INTEGER;
    }
  }
  return -1;
}

/** What a stream may send before the peer's SETTINGS say otherwise. */
export const INITIAL_SEND_WINDOW_BYTES = DEFAULT_WINDOW_BYTES;
