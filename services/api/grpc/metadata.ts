// Headers and trailers of gRPC over HTTP/2: metadata in, deadline in, status out.
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http2";
import { CloudError } from "#shared/errors";
import type { CallMetadata } from "#shared/grpc";
import { encodeStatusDetails, STATUS_DETAILS_KEY } from "#shared/grpc-status";
import { metadataEntriesMax } from "../limits.ts";

const TIMEOUT = /^(\d{1,8})([HMSmun])$/;
const UNIT_MS: Readonly<Record<string, number>> = {
  H: 3_600_000,
  M: 60_000,
  S: 1_000,
  m: 1,
  u: 0.001,
  n: 0.000_001,
};

/** The request's metadata without pseudo headers. Errors: RESOURCE_EXHAUSTED when there are too many entries. */
export function readMetadata(headers: IncomingHttpHeaders): CallMetadata {
  const metadata = Object.create(null) as Record<string, string>;
  const names = Object.keys(headers).filter((name) => !name.startsWith(":"));
  if (names.length > metadataEntriesMax)
    throw new CloudError("RESOURCE_EXHAUSTED", `More than ${metadataEntriesMax} metadata entries.`);
  for (const name of names) {
    const value = headers[name];
    if (value !== undefined) metadata[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return metadata;
}

/** Milliseconds the caller is willing to wait; undefined when it did not say. Errors: INVALID_ARGUMENT. */
export function readTimeoutMs(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const parts = TIMEOUT.exec(header);
  const unit = UNIT_MS[parts?.[2] ?? ""];
  if (parts === null || unit === undefined)
    throw new CloudError("INVALID_ARGUMENT", "grpc-timeout must be up to 8 digits and one of H M S m u n.");
  return Number(parts[1]) * unit;
}

export function okTrailers(): OutgoingHttpHeaders {
  return { "grpc-status": "0" };
}

/** The trailers that tell a failure. */
export function errorTrailers(error: CloudError): OutgoingHttpHeaders {
  const details = encodeStatusDetails(error);
  return {
    "grpc-status": String(error.grpcStatus),
    "grpc-message": percentEncode(error.publicMessage),
    ...(details === undefined ? {} : { [STATUS_DETAILS_KEY]: Buffer.from(details).toString("base64") }),
  };
}

/** Everything but printable ASCII, and the percent sign itself, is encoded byte by byte. */
function percentEncode(text: string): string {
  return [...Buffer.from(text, "utf8")]
    .map((byte) =>
      byte >= 0x20 && byte <= 0x7e && byte !== 0x25
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .join("");
}
