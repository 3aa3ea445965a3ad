// What the peer told in SETTINGS, and the check of each value (RFC 9113 section 6.5.2).
import { ConnectionFault, DEFAULT_WINDOW_BYTES, H2_ERROR, SETTING, WINDOW_BYTES_MAX } from "./frames.ts";
import { FRAME_BYTES_MAX, HEADER_TABLE_BYTES } from "./limits.ts";

/** Streams we open before the peer's SETTINGS have come. */
const STREAMS_BEFORE_SETTINGS = 100;
const ENTRY_BYTES = 6;

export class PeerSettings {
  headerTableBytes = HEADER_TABLE_BYTES;
  streamsMax = STREAMS_BEFORE_SETTINGS;
  initialWindowBytes = DEFAULT_WINDOW_BYTES;
  frameBytesMax = FRAME_BYTES_MAX;
  #isFirst = true;

  /** Applies one SETTINGS payload. Errors: ConnectionFault for a value out of range. */
  apply(bytes: Buffer, start: number, end: number): void {
    if ((end - start) % ENTRY_BYTES !== 0) {
      throw new ConnectionFault(H2_ERROR.FRAME_SIZE_ERROR, "SETTINGS of a broken length");
    }
    // A peer that names no limit has none.
    if (this.#isFirst) this.streamsMax = 0x7fffffff;
    this.#isFirst = false;
    for (let at = start; at < end; at += ENTRY_BYTES) {
      this.#applyOne(bytes.readUInt16BE(at), bytes.readUInt32BE(at + 2));
    }
  }

  #applyOne(id: number, value: number): void {
    switch (id) {
      case SETTING.HEADER_TABLE_SIZE:
        this.headerTableBytes = value;
        return;
      case SETTING.ENABLE_PUSH:
        if (value > 1) throw new ConnectionFault(H2_ERROR.PROTOCOL_ERROR, "ENABLE_PUSH is neither 0 nor 1");
        return;
      case SETTING.MAX_CONCURRENT_STREAMS:
        this.streamsMax = value;
        return;
      case SETTING.INITIAL_WINDOW_SIZE:
        if (value > WINDOW_BYTES_MAX) {
          throw new ConnectionFault(H2_ERROR.FLOW_CONTROL_ERROR, "INITIAL_WINDOW_SIZE too large");
        }
        this.initialWindowBytes = value;
        return;
      case SETTING.MAX_FRAME_SIZE:
        if (value < 16_384 || value > 16_777_215) {
          throw new ConnectionFault(H2_ERROR.PROTOCOL_ERROR, "MAX_FRAME_SIZE out of range");
        }
        // Our own frames stay at the default size, which shares the connection more evenly.
        this.frameBytesMax = Math.min(value, FRAME_BYTES_MAX);
        return;
      default:
        return;
    }
  }
}

/** The payload of our own SETTINGS frame. */
export function encodeSettings(values: readonly (readonly [id: number, value: number])[]): Buffer {
  const bytes = Buffer.alloc(values.length * ENTRY_BYTES);
  values.forEach(([id, value], index) => {
    bytes.writeUInt16BE(id, index * ENTRY_BYTES);
    bytes.writeUInt32BE(value, index * ENTRY_BYTES + 2);
  });
  return bytes;
}
