// The opaque token of a list's next page: the place of the last row in the list's order. It holds no namespace, so it
// opens nothing: every statement names the caller's own.
import { Buffer } from "node:buffer";
import { CloudError } from "#shared/errors";

const VERSION = 1;
const TOKEN_BYTES = 33;
/** Years 1 to 9999: what PostgreSQL reads in the form that is written here. */
const EARLIEST_MS = Date.parse("0001-01-01T00:00:00Z");
const LATEST_MS = Date.parse("9999-12-31T00:00:00Z");
const OPEN = 0x7fff_ffff_ffff_ffffn;

export interface ListPosition {
  /** Microseconds since the Unix epoch; undefined for an open execution. */
  readonly closeMicros: bigint | undefined;
  readonly startMicros: bigint;
  readonly runId: string;
}

export function encodePageToken(position: ListPosition): Uint8Array {
  const token = Buffer.alloc(TOKEN_BYTES);
  token.writeUInt8(VERSION, 0);
  token.writeBigInt64BE(position.closeMicros ?? OPEN, 1);
  token.writeBigInt64BE(position.startMicros, 9);
  token.write(position.runId.replaceAll("-", ""), 17, "hex");
  return token;
}

/** Undefined for the first page. Errors: INVALID_ARGUMENT for a token that is not ours. */
export function decodePageToken(bytes: Uint8Array | null | undefined): ListPosition | undefined {
  if (bytes == null || bytes.length === 0) return undefined;
  const token = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (token.length !== TOKEN_BYTES || token[0] !== VERSION) {
    throw new CloudError("INVALID_ARGUMENT", "Invalid NextPageToken.", { field: "nextPageToken" });
  }
  const close = token.readBigInt64BE(1);
  return {
    closeMicros: close === OPEN ? undefined : close,
    startMicros: token.readBigInt64BE(9),
    runId: token.toString("hex", 17).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
  };
}

/** A timestamp literal for PostgreSQL. */
export function timestampLiteral(micros: bigint | undefined): string {
  if (micros === undefined) return "infinity";
  const ms = micros >= 0n ? micros / 1000n : (micros - 999n) / 1000n;
  const date = new Date(Number(ms));
  if (!(date.getTime() > EARLIEST_MS && date.getTime() < LATEST_MS)) {
    throw new CloudError("INVALID_ARGUMENT", "Invalid NextPageToken.", { field: "nextPageToken" });
  }
  return `${date.toISOString().slice(0, -1)}${String(micros - ms * 1000n).padStart(3, "0")}Z`;
}
