// One HTTP request as the unary call that it stands for, ended by its caller's grpc-timeout.
import type { Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import type { CallMetadata, UnaryCall } from "#shared/grpc";
import { parseGrpcTimeout } from "#shared/grpc-timeout";
import type { HttpHeaders, HttpRequest } from "#shared/http";

const TIMEOUT_MS_MAX = 24 * 3_600_000;

/** Runs the call; fails with DEADLINE_EXCEEDED or CANCELLED when its time is over or its caller gone before. */
export async function withinDeadline(
  clock: Clock,
  request: HttpRequest,
  path: string,
  run: (call: UnaryCall) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const abort = new AbortController();
  const ended = new Promise<never>((_, reject) => {
    abort.signal.addEventListener("abort", () => reject(abort.signal.reason as CloudError), { once: true });
  });
  // Nobody waits for it when the call ends first.
  ended.catch(() => undefined);
  const leave = (): void => abort.abort(new CloudError("CANCELLED", "The caller is gone."));
  request.signal.addEventListener("abort", leave, { once: true });
  const timeoutMs = timeoutOf(request.headers);
  const late = (): void =>
    abort.abort(new CloudError("DEADLINE_EXCEEDED", "The call's deadline has passed."));
  const timer = timeoutMs === undefined ? undefined : setTimeout(late, timeoutMs);
  const call: UnaryCall = {
    path,
    metadata: metadataOf(request.headers),
    deadline: timeoutMs === undefined ? undefined : clock.now() + timeoutMs,
    signal: abort.signal,
    peer: request.peer,
  };
  try {
    return await Promise.race([run(call), ended]);
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener("abort", leave);
  }
}

function timeoutOf(headers: HttpHeaders): number | undefined {
  const timeout = headers["grpc-timeout"];
  const timeoutMs = parseGrpcTimeout(timeout);
  if (Number.isNaN(timeoutMs))
    throw new CloudError("INVALID_ARGUMENT", `invalid grpc-timeout: ${(timeout ?? "").slice(0, 40)}`);
  return timeoutMs === undefined ? undefined : Math.min(timeoutMs, TIMEOUT_MS_MAX);
}

const METADATA_PREFIX = "grpc-metadata-";
/** What belongs to the transport or to gRPC itself cannot be said in their place. */
const RESERVED =
  /^(grpc-|content-|te$|trailer$|host$|connection$|proxy-|keep-alive$|transfer-encoding$|upgrade$)/;
const METADATA_NAME = /^[a-z0-9_.-]+$/;
const FORWARDED = [
  "authorization",
  "authorization-extras",
  "client-name",
  "client-version",
  "temporal-namespace",
];

/** What of HTTP's headers a gRPC handler sees. */
function metadataOf(headers: HttpHeaders): CallMetadata {
  const metadata: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const key = name.startsWith(METADATA_PREFIX) ? name.slice(METADATA_PREFIX.length) : "";
    if (METADATA_NAME.test(key) && !RESERVED.test(key)) metadata[key] = value;
  }
  for (const name of FORWARDED) {
    const value = headers[name];
    if (value !== undefined) metadata[name] = value;
  }
  return metadata;
}
