// Named limits of one HTTP/2 connection: what a peer may make us hold, count or wait for. Two sets: for strangers
// (tenants' clients) and for our own processes, which carry many tenants' calls over one connection.

export interface ConnectionLimits {
  /** Streams the peer may have open at once; more are refused with REFUSED_STREAM. */
  streamsMax: number;
  /** Sum of name + value + 32 over one header list, as RFC 9113 counts it. */
  headerListBytesMax: number;
  /** Encoded bytes of one header block over HEADERS and CONTINUATION frames. */
  headerBlockBytesMax: number;
  /** Frames of one header block. */
  headerBlockFramesMax: number;
  /** What the peer may send on one stream before its reader has taken it. */
  streamWindowBytes: number;
  /** Bytes for a peer that reads slowly: above it, streams stop producing. */
  unsentBytesMax: number;
  /** Bytes of all streams that wait for the peer's windows: above it the connection ends. */
  queuedBytesMax: number;
  /** Control frames (SETTINGS, PING, PRIORITY, unknown) without useful work between them, in one window. */
  controlFramesMax: number;
  /** Streams the peer may open and cancel in one window. */
  resetsMax: number;
  /** DATA frames that carry nothing, in one window. */
  emptyFramesMax: number;
  floodWindowMs: number;
  /** A connection that has sent no preface and SETTINGS by then is closed. */
  handshakeTimeoutMs: number;
  /** A peer that takes nothing of what waits for it for so long is closed. */
  stallTimeoutMs: number;
  /** A peer that is silent for so long is asked for a sign of life, and closed when it gives none in the same time. */
  keepaliveMs: number;
}

export const STRANGER_LIMITS: ConnectionLimits = {
  streamsMax: 1_000,
  headerListBytesMax: 32 * 1024,
  headerBlockBytesMax: 48 * 1024,
  headerBlockFramesMax: 16,
  streamWindowBytes: 128 * 1024,
  unsentBytesMax: 1024 * 1024,
  queuedBytesMax: 32 * 1024 * 1024,
  controlFramesMax: 1_000,
  resetsMax: 2_000,
  emptyFramesMax: 200,
  floodWindowMs: 10_000,
  handshakeTimeoutMs: 10_000,
  stallTimeoutMs: 60_000,
  keepaliveMs: 120_000,
};

export const INTERNAL_LIMITS: ConnectionLimits = {
  ...STRANGER_LIMITS,
  streamsMax: 20_000,
  headerListBytesMax: 64 * 1024,
  headerBlockBytesMax: 96 * 1024,
  streamWindowBytes: 256 * 1024,
  unsentBytesMax: 8 * 1024 * 1024,
  queuedBytesMax: 512 * 1024 * 1024,
  controlFramesMax: 10_000,
  resetsMax: 200_000,
  emptyFramesMax: 10_000,
  keepaliveMs: 30_000,
};

/** The largest frame we accept; RFC 9113's default, so it needs no SETTINGS entry. */
export const FRAME_BYTES_MAX = 16_384;

/** The connection's receive window: returned at once, because the streams' windows bound what is held. */
export const CONNECTION_WINDOW_BYTES = 16 * 1024 * 1024;

/** The size of HPACK's dynamic table in both directions; RFC 7541's default. */
export const HEADER_TABLE_BYTES = 4_096;
