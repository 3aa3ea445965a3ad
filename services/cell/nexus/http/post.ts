// One HTTP request to an address outside the cell, with limits. Redirects are not followed: only the address that was
// allowed is called.
import http from "node:http";
import https from "node:https";
import { CloudError } from "#shared/errors";

/** Answers that are longer are cut off. */
const ANSWER_BYTES_MAX = 2 * 1_024 * 1_024;
/** Connections at one time; more requests wait, within their own time. */
const CONNECTIONS_MAX = 100;
/** So that one slow address does not take the place of all. */
const CONNECTIONS_PER_HOST_MAX = 20;
/** Of the header of an answer. */
const HEADER_BYTES_MAX = 64 * 1_024;
export const USER_AGENT = "cellplane";

/** Connections are not kept: there is nothing to close when the cell stops. */
const agents = {
  http: new http.Agent({
    keepAlive: false,
    maxSockets: CONNECTIONS_PER_HOST_MAX,
    maxTotalSockets: CONNECTIONS_MAX,
  }),
  https: new https.Agent({
    keepAlive: false,
    maxSockets: CONNECTIONS_PER_HOST_MAX,
    maxTotalSockets: CONNECTIONS_MAX,
  }),
};

/** Of one connection, and ours to say: what callers give of them is dropped. */
const CONNECTION_HEADERS: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

export interface PostOptions {
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
  timeoutMs: number;
  /** The stop of the cell. */
  signal: AbortSignal;
}

export interface PostAnswer {
  status: number;
  /** As the server words it. */
  statusText: string;
  /** Lower-case names; repeated headers are joined by ", ". */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

/**
 * The request could not be made, or its answer is not what the protocol says (`unexpected`), or it cannot be taken in
 * (`refused`). The message is for the owner of the request.
 */
export class PostError extends Error {
  readonly kind: "unreachable" | "timedOut" | "unexpected" | "refused";

  constructor(kind: PostError["kind"], message: string) {
    super(message);
    this.name = "PostError";
    this.kind = kind;
  }

  /** Another try would end in the same way. */
  get isRetryable(): boolean {
    return this.kind !== "refused";
  }
}

/** Errors: PostError; UNAVAILABLE when the cell stops. */
export async function post(url: URL, { headers, body, timeoutMs, signal }: PostOptions): Promise<PostAnswer> {
  const given = AbortSignal.timeout(Math.max(1, Math.floor(timeoutMs)));
  const over = new AbortController();
  const stop = (): void => over.abort();
  signal.addEventListener("abort", stop, { once: true });
  given.addEventListener("abort", stop, { once: true });
  try {
    if (signal.aborted) stop();
    return await exchange(url, { headers, body, signal: over.signal });
  } catch (error) {
    if (signal.aborted) throw new CloudError("UNAVAILABLE", "The cell stops.");
    if (error instanceof PostError) throw error;
    if (given.aborted) throw new PostError("timedOut", "request timed out");
    throw new PostError("unreachable", `Post "${url.href}": ${messageOf(error)}`);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function exchange(
  url: URL,
  { headers, body, signal }: Pick<PostOptions, "headers" | "body" | "signal">,
): Promise<PostAnswer> {
  return new Promise((resolve, reject) => {
    const isSecure = url.protocol === "https:";
    const options: https.RequestOptions = {
      method: "POST",
      agent: isSecure ? agents.https : agents.http,
      maxHeaderSize: HEADER_BYTES_MAX,
      headers: { "user-agent": USER_AGENT, ...sendable(headers), "content-length": body.length },
      signal,
    };
    // Throws for headers that HTTP cannot carry: the promise rejects.
    const request = (isSecure ? https : http).request(url, options, (answer) => {
      gather(answer).then(resolve, reject);
    });
    request.on("error", reject);
    request.end(body);
  });
}

function sendable(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !CONNECTION_HEADERS.has(name.toLowerCase())),
  );
}

async function gather(answer: http.IncomingMessage): Promise<PostAnswer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > ANSWER_BYTES_MAX) throw new PostError("refused", "http: response body too large");
    parts.push(part);
  }
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(answer.headersDistinct)) {
    if (values !== undefined) headers[name] = values.join(", ");
  }
  const { statusCode = 0, statusMessage = "" } = answer;
  return { status: statusCode, statusText: statusMessage, headers, body: Buffer.concat(parts, bytes) };
}

function messageOf(error: unknown): string {
  // What `fetch`-like failures of several addresses carry has an empty message of its own.
  if (error instanceof AggregateError) return error.errors.map(messageOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
