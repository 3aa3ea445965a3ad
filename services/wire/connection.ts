// One HTTP/2 connection on a plain or TLS socket, either side. It owns the socket, the streams and everything that is
// sent; what is received is judged in receiver.ts. It must never buffer more for a peer than its limits say.
import type { Socket } from "node:net";
import {
  ConnectionFault,
  DEFAULT_WINDOW_BYTES,
  FLAG,
  FRAME,
  FrameReader,
  H2_ERROR,
  PREFACE,
  SETTING,
  WINDOW_BYTES_MAX,
} from "./frames.ts";
import type { HeaderList } from "./header-list.ts";
import { blockBytesMax, HpackEncoder } from "./hpack-encoder.ts";
import { CONNECTION_WINDOW_BYTES, HEADER_TABLE_BYTES, type ConnectionLimits } from "./limits.ts";
import { Output } from "./output.ts";
import { encodeSettings, PeerSettings } from "./peer-settings.ts";
import { Receiver } from "./receiver.ts";
import { Stream, type StreamEvents, type StreamHost } from "./stream.ts";

export interface ConnectionOptions {
  role: "server" | "client";
  limits: ConnectionLimits;
  /** Server: called for every stream the peer opens, with its headers; set `stream.events` before returning. */
  onStream?: (stream: Stream, connection: Connection, headers: HeaderList) => void;
  /** Once, when the connection is gone; `reason` is for logs. */
  onClosed?: (reason: string, connection: Connection) => void;
  /** Client: a stream's place became free, or the peer's settings came. */
  onRoom?: (connection: Connection) => void;
}

const SWEEP_MS = 5_000;
/** Streams we reset lately: what the peer sent before it knew is dropped in silence. */
const RESET_MEMORY = 1_000;
/** A socket that does not close by itself after its last frame is cut. */
const LINGER_MS = 1_000;

let scratch = Buffer.allocUnsafeSlow(64 * 1024);

export class Connection implements StreamHost {
  readonly socket: Socket;
  readonly options: ConnectionOptions;
  readonly streams = new Map<number, Stream>();
  readonly peer = new PeerSettings();
  readonly #output: Output;
  readonly #reader: FrameReader;
  readonly #receiver: Receiver;
  readonly #encoder = new HpackEncoder(HEADER_TABLE_BYTES);
  readonly #waiting = new Set<Stream>();
  readonly #recentlyReset = new Set<number>();
  readonly #sweepTimer: NodeJS.Timeout;
  readonly #createdAt = performance.now();
  #lastReadAt = performance.now();
  #sendWindow = DEFAULT_WINDOW_BYTES;
  #queuedBytes = 0;
  #nextStreamId = 1;
  #isOpen = true;
  #isDraining = false;
  #pingSentAt = 0;
  #stall = { bytesWritten: 0, sinceMs: 0 };

  constructor(socket: Socket, options: ConnectionOptions) {
    this.socket = socket;
    this.options = options;
    this.#output = new Output(socket);
    this.#receiver = new Receiver(this);
    this.#reader = new FrameReader(this.#receiver, options.role === "server");
    if (options.role === "client") this.#output.raw(PREFACE);
    const { limits } = options;
    const settings: [number, number][] = [
      [SETTING.INITIAL_WINDOW_SIZE, limits.streamWindowBytes],
      [SETTING.MAX_HEADER_LIST_SIZE, limits.headerListBytesMax],
      [SETTING.MAX_CONCURRENT_STREAMS, options.role === "server" ? limits.streamsMax : 0],
    ];
    if (options.role === "client") settings.push([SETTING.ENABLE_PUSH, 0]);
    this.#output.frame(FRAME.SETTINGS, 0, 0, encodeSettings(settings));
    this.#output.numberFrame(FRAME.WINDOW_UPDATE, 0, CONNECTION_WINDOW_BYTES - DEFAULT_WINDOW_BYTES);
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => this.#read(chunk));
    socket.on("drain", () => this.#drained());
    // The "close" that follows says all that is needed.
    socket.on("error", (error) => this.#finish(error.message));
    socket.on("end", () => this.#finish("peer ended"));
    socket.on("close", () => this.#finish("socket closed"));
    this.#sweepTimer = setInterval(() => this.#sweep(), Math.min(SWEEP_MS, limits.handshakeTimeoutMs));
    this.#sweepTimer.unref();
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isDraining(): boolean {
    return this.#isDraining;
  }

  /** Client: whether another stream may be opened now. */
  get hasRoom(): boolean {
    return (
      this.#isOpen &&
      !this.#isDraining &&
      this.streams.size < this.peer.streamsMax &&
      this.#nextStreamId < WINDOW_BYTES_MAX
    );
  }

  /** Client: opens a stream. Ask `hasRoom` first. */
  open(headers: readonly string[], isEnd: boolean, events: StreamEvents): Stream {
    const id = this.#nextStreamId;
    this.#nextStreamId += 2;
    const stream = this.addStream(id);
    stream.events = events;
    stream.sendHeaders(headers, isEnd);
    return stream;
  }

  /** Takes no new streams; the connection closes when the last one has ended. */
  drain(): void {
    if (this.#isDraining || !this.#isOpen) return;
    this.#isDraining = true;
    this.#writeGoAway(H2_ERROR.NO_ERROR);
    this.#closeWhenDrained();
  }

  /** Ends the connection now with GOAWAY; streams end with CANCEL. */
  close(code: number = H2_ERROR.NO_ERROR, reason = "closed by us"): void {
    if (!this.#isOpen) return;
    this.#writeGoAway(code);
    this.#output.end();
    setTimeout(() => this.socket.destroy(), LINGER_MS).unref();
    this.#finish(reason);
  }

  // What the receiver asks and tells.

  addStream(id: number): Stream {
    const stream = new Stream(this, id, this.peer.initialWindowBytes, this.options.limits.streamWindowBytes);
    this.streams.set(id, stream);
    return stream;
  }

  isIdle(id: number): boolean {
    if (this.options.role === "server") return id % 2 === 0 || id > this.#receiver.lastStreamId;
    return id % 2 === 0 || id >= this.#nextStreamId;
  }

  wasResetByUs(id: number): boolean {
    return this.#recentlyReset.has(id);
  }

  /** The peer's GOAWAY: streams above `lastStreamId` were not processed. */
  receiveGoAway(lastStreamId: number): void {
    this.#isDraining = true;
    if (this.options.role === "client") {
      for (const stream of [...this.streams.values()]) {
        if (stream.id > lastStreamId) stream.abandon(H2_ERROR.REFUSED_STREAM);
      }
    }
    this.#closeWhenDrained();
  }

  receiveSettings(bytes: Buffer, start: number, end: number): void {
    const windowBefore = this.peer.initialWindowBytes;
    this.peer.apply(bytes, start, end);
    this.#encoder.resize(this.peer.headerTableBytes);
    this.#output.frame(FRAME.SETTINGS, FLAG.ACK, 0, new Uint8Array(0));
    const change = this.peer.initialWindowBytes - windowBefore;
    for (const stream of change === 0 ? [] : this.streams.values()) {
      if (!stream.widen(change)) {
        throw new ConnectionFault(H2_ERROR.FLOW_CONTROL_ERROR, "window overflow by SETTINGS");
      }
    }
    this.#pump();
    this.options.onRoom?.(this);
  }

  widen(bytes: number): void {
    this.#sendWindow += bytes;
    if (this.#sendWindow > WINDOW_BYTES_MAX) {
      throw new ConnectionFault(H2_ERROR.FLOW_CONTROL_ERROR, "connection window overflow");
    }
    this.#pump();
  }

  writePingAck(payload: Uint8Array): void {
    this.#output.frame(FRAME.PING, FLAG.ACK, 0, payload);
  }

  // What streams ask.

  get peerFrameBytesMax(): number {
    return this.peer.frameBytesMax;
  }

  get streamWindowBytes(): number {
    return this.options.limits.streamWindowBytes;
  }

  sendableBytes(): number {
    return this.#output.unsentBytes > this.options.limits.unsentBytesMax ? 0 : this.#sendWindow;
  }

  writeHeaders(streamId: number, headers: readonly string[], isEnd: boolean): void {
    const room = blockBytesMax(headers);
    if (scratch.length < room) scratch = Buffer.allocUnsafeSlow(room * 2);
    this.writeBlock(streamId, scratch.subarray(0, this.#encoder.encode(headers, scratch, 0)), isEnd);
  }

  writeBlock(streamId: number, block: Uint8Array, isEnd: boolean): void {
    this.#receiver.guard.usefulWork();
    const sizeMax = this.peer.frameBytesMax;
    const endFlag = isEnd ? FLAG.END_STREAM : 0;
    if (block.length <= sizeMax) {
      this.#output.frame(FRAME.HEADERS, FLAG.END_HEADERS | endFlag, streamId, block);
      return;
    }
    this.#output.frame(FRAME.HEADERS, endFlag, streamId, block, 0, sizeMax);
    for (let at = sizeMax; at < block.length; at += sizeMax) {
      const end = Math.min(at + sizeMax, block.length);
      const flags = end === block.length ? FLAG.END_HEADERS : 0;
      this.#output.frame(FRAME.CONTINUATION, flags, streamId, block, at, end);
    }
  }

  writeData(streamId: number, chunk: Uint8Array, start: number, end: number, isEnd: boolean): void {
    this.#sendWindow -= end - start;
    this.#receiver.guard.usefulWork();
    this.#output.frame(FRAME.DATA, isEnd ? FLAG.END_STREAM : 0, streamId, chunk, start, end);
  }

  writeWindowUpdate(streamId: number, bytes: number): void {
    this.#output.numberFrame(FRAME.WINDOW_UPDATE, streamId, bytes);
  }

  writeReset(streamId: number, code: number): void {
    if (!this.#isOpen) return;
    this.#output.numberFrame(FRAME.RST_STREAM, streamId, code);
    this.rememberReset(streamId);
  }

  rememberReset(streamId: number): void {
    this.#recentlyReset.add(streamId);
    if (this.#recentlyReset.size <= RESET_MEMORY) return;
    for (const oldest of this.#recentlyReset) {
      this.#recentlyReset.delete(oldest);
      break;
    }
  }

  addQueued(bytes: number): void {
    this.#queuedBytes += bytes;
    if (this.#queuedBytes > this.options.limits.queuedBytesMax) {
      this.close(H2_ERROR.ENHANCE_YOUR_CALM, "peer opens no window for its answers");
    }
  }

  wait(stream: Stream): void {
    this.#waiting.add(stream);
  }

  forget(stream: Stream): void {
    this.streams.delete(stream.id);
    this.#waiting.delete(stream);
    if (this.#isDraining) this.#closeWhenDrained();
    else if (this.#isOpen && this.options.role === "client") this.options.onRoom?.(this);
  }

  /** Waiting streams in turn, one frame each, until they or the connection can send no more. */
  #pump(): void {
    while (this.#waiting.size > 0) {
      for (const stream of [...this.#waiting]) {
        const outcome = stream.pump();
        if (outcome === "starved") return;
        if (outcome !== "sent") this.#waiting.delete(stream);
      }
    }
  }

  #read(chunk: Buffer): void {
    if (!this.#isOpen) return;
    this.#lastReadAt = performance.now();
    try {
      this.#reader.read(chunk, () => this.#isOpen);
    } catch (thrown) {
      if (!(thrown instanceof ConnectionFault)) {
        this.close(H2_ERROR.INTERNAL_ERROR, `bug: ${String(thrown)}`);
        throw thrown;
      }
      this.close(thrown.code, thrown.message);
    }
    // A peer that does not read its answers is not read from either.
    if (this.#output.unsentBytes > 2 * this.options.limits.unsentBytesMax) this.socket.pause();
  }

  #drained(): void {
    this.#pump();
    if (this.socket.isPaused()) this.socket.resume();
  }

  #writeGoAway(code: number): void {
    const payload = Buffer.alloc(8);
    payload.writeUInt32BE(this.#receiver.lastStreamId, 0);
    payload.writeUInt32BE(code, 4);
    this.#output.frame(FRAME.GOAWAY, 0, 0, payload);
  }

  #closeWhenDrained(): void {
    if (this.#isOpen && this.streams.size === 0) this.close(H2_ERROR.NO_ERROR, "drained");
  }

  #sweep(): void {
    const now = performance.now();
    const { limits } = this.options;
    if (!this.#receiver.settingsSeen && now - this.#createdAt >= limits.handshakeTimeoutMs) {
      return this.close(H2_ERROR.SETTINGS_TIMEOUT, "no SETTINGS in time");
    }
    if (now - this.#lastReadAt > 2 * limits.keepaliveMs) return this.close(H2_ERROR.NO_ERROR, "silent peer");
    if (now - this.#lastReadAt > limits.keepaliveMs && now - this.#pingSentAt > limits.keepaliveMs) {
      this.#pingSentAt = now;
      this.#output.frame(FRAME.PING, 0, 0, new Uint8Array(8));
    }
    for (const stream of [...this.streams.values()]) {
      if (stream.isStalled(now, limits.stallTimeoutMs)) stream.reset(H2_ERROR.CANCEL);
    }
    // What waits for windows is the streams' matter; this is a peer that does not read its socket.
    const bytesWritten = this.socket.bytesWritten - this.socket.writableLength;
    const isStuck = this.socket.writableLength > 0;
    if (!isStuck || bytesWritten !== this.#stall.bytesWritten) this.#stall = { bytesWritten, sinceMs: now };
    else if (now - this.#stall.sinceMs > limits.stallTimeoutMs) {
      this.socket.destroy();
      this.#finish("peer takes nothing");
    }
  }

  #finish(reason: string): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    clearInterval(this.#sweepTimer);
    for (const stream of [...this.streams.values()]) stream.abandon(H2_ERROR.CANCEL);
    this.streams.clear();
    this.#waiting.clear();
    if (!this.socket.writableEnded) this.socket.end();
    this.options.onClosed?.(reason, this);
  }
}
