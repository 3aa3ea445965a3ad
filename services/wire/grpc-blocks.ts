// Header lists and ready-made header blocks of gRPC answers. Blocks that never change are encoded once, without the
// dynamic table, and are valid on every connection.
import { encodeStatusDetails, STATUS_DETAILS_KEY } from "#shared/grpc-status";
import type { CloudError } from "#shared/errors";
import { blockBytesMax, HpackEncoder } from "./hpack-encoder.ts";

function staticBlock(headers: readonly string[]): Uint8Array {
  const out = Buffer.alloc(blockBytesMax(headers));
  const encoder = new HpackEncoder(0);
  return out.subarray(0, encoder.encode(headers, out, 0));
}

export const RESPONSE_HEADERS = [":status", "200", "content-type", "application/grpc"];
export const RESPONSE_BLOCK = staticBlock(RESPONSE_HEADERS);
export const OK_TRAILERS_BLOCK = staticBlock(["grpc-status", "0"]);
/** Not gRPC: what an HTTP client that lost its way gets. */
export const UNSUPPORTED_MEDIA_TYPE_BLOCK = staticBlock([":status", "415"]);

/** Status, message and details of a failure, for trailers. */
export function statusTrailers(error: CloudError): string[] {
  const trailers = [
    "grpc-status",
    String(error.grpcStatus),
    "grpc-message",
    encodeGrpcMessage(error.publicMessage),
  ];
  const details = encodeStatusDetails(error);
  if (details !== undefined) {
    trailers.push(STATUS_DETAILS_KEY, Buffer.from(details).toString("base64").replace(/=+$/, ""));
  }
  if (error.code === "UNIMPLEMENTED") trailers.push("grpc-accept-encoding", "identity,gzip");
  return trailers;
}

/** Percent-encoding of everything but printable ASCII, and of "%" (gRPC over HTTP/2). */
export function encodeGrpcMessage(message: string): string {
  if (/^[\x20-\x24\x26-\x7e]*$/.test(message)) return message.trim();
  let encoded = "";
  for (const octet of Buffer.from(message, "utf8")) {
    const isPlain = octet >= 0x20 && octet <= 0x7e && octet !== 0x25;
    encoded += isPlain ? String.fromCharCode(octet) : `%${octet.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return encoded.trim();
}

export function decodeGrpcMessage(message: string): string {
  if (!message.includes("%")) return message;
  const octets: number[] = [];
  for (let at = 0; at < message.length; at += 1) {
    const hex = message.slice(at + 1, at + 3);
    if (message[at] === "%" && /^[0-9a-fA-F]{2}$/.test(hex)) {
      octets.push(Number.parseInt(hex, 16));
      at += 2;
    } else {
      octets.push(message.charCodeAt(at) & 255);
    }
  }
  return Buffer.from(octets).toString("utf8");
}
