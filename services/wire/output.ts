// Gathers the frames of one turn of the event loop in one buffer and writes them with one call: many streams' answers
// cost one system call (and one TLS record). Never blocks; tells how much the peer has not taken yet.
import type { Socket } from "node:net";
import { FRAME_HEADER_BYTES } from "./frames.ts";

const SLAB_BYTES = 64 * 1024;
const SPARE_SLABS_MAX = 16;
const spareSlabs: Buffer[] = [];

export class Output {
  readonly #socket: Socket;
  #slab: Buffer | undefined;
  #length = 0;
  #full: Buffer[] = [];
  #fullBytes = 0;
  #isScheduled = false;
  #isEnding = false;
  readonly #flushLater = (): void => this.flush();

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Bytes accepted here that the socket has not handed to the system. */
  get unsentBytes(): number {
    return this.#length + this.#fullBytes + this.#socket.writableLength;
  }

  /** Appends one frame; the payload is copied. */
  frame(
    type: number,
    flags: number,
    streamId: number,
    payload: Uint8Array,
    start = 0,
    end = payload.length,
  ): void {
    const length = end - start;
    const at = this.#reserve(FRAME_HEADER_BYTES + length);
    const slab = this.#slab;
    if (slab === undefined) return;
    writeFrameHeader(slab, at, length, type, flags, streamId);
    slab.set(
      start === 0 && end === payload.length ? payload : payload.subarray(start, end),
      at + FRAME_HEADER_BYTES,
    );
  }

  /** Appends a frame whose payload is one 32-bit number. */
  numberFrame(type: number, streamId: number, value: number): void {
    const at = this.#reserve(FRAME_HEADER_BYTES + 4);
    if (this.#slab === undefined) return;
    writeFrameHeader(this.#slab, at, 4, type, 0, streamId);
    this.#slab.writeUInt32BE(value, at + FRAME_HEADER_BYTES);
  }

  raw(bytes: Uint8Array): void {
    const at = this.#reserve(bytes.length);
    this.#slab?.set(bytes, at);
  }

  /** Writes what is gathered now. */
  flush(): void {
    this.#isScheduled = false;
    const socket = this.#socket;
    const slab = this.#slab;
    if (slab === undefined) return;
    this.#slab = undefined;
    const chunks = this.#full;
    this.#full = [];
    this.#fullBytes = 0;
    const last = slab.subarray(0, this.#length);
    this.#length = 0;
    if (socket.destroyed || this.#isEnding) return;
    if (chunks.length > 0) socket.cork();
    for (const chunk of chunks) socket.write(chunk);
    socket.write(last, () => {
      if (spareSlabs.length < SPARE_SLABS_MAX) spareSlabs.push(slab);
    });
    if (chunks.length > 0) socket.uncork();
  }

  /** Writes what is gathered, then ends the socket. */
  end(): void {
    this.flush();
    this.#isEnding = true;
    this.#socket.end();
  }

  #reserve(bytes: number): number {
    if (this.#slab !== undefined && this.#length + bytes > SLAB_BYTES) {
      this.#full.push(this.#slab.subarray(0, this.#length));
      this.#fullBytes += this.#length;
      this.#slab = undefined;
      this.#length = 0;
    }
    this.#slab ??= spareSlabs.pop() ?? Buffer.allocUnsafeSlow(SLAB_BYTES);
    if (!this.#isScheduled) {
      this.#isScheduled = true;
      // After all that was read in this turn has been handled, on all sockets.
      setImmediate(this.#flushLater);
    }
    const at = this.#length;
    this.#length += bytes;
    return at;
  }
}

function writeFrameHeader(
  out: Buffer,
  at: number,
  length: number,
  type: number,
  flags: number,
  streamId: number,
): void {
  out[at] = length >> 16;
  out[at + 1] = length >> 8;
  out[at + 2] = length;
  out[at + 3] = type;
  out[at + 4] = flags;
  out[at + 5] = streamId >> 24;
  out[at + 6] = streamId >> 16;
  out[at + 7] = streamId >> 8;
  out[at + 8] = streamId;
}
