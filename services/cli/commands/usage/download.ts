// Fetches a report and hands it on as it comes; a refusal becomes the server's own words.
import { createWriteStream } from "node:fs";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CloudError } from "#shared/errors";

/** A report of a large account may take long; the first byte may not. */
const ANSWER_LIMIT_MS = 60_000;

/** Errors: FAILED_PRECONDITION with what the server said, or for a server that is away; the report is incomplete then. */
export async function download(options: {
  url: URL;
  apiKey: string;
  output: string | undefined;
}): Promise<void> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), ANSWER_LIMIT_MS);
  const response = await fetch(options.url, {
    headers: { authorization: `Bearer ${options.apiKey}` },
    signal: limit.signal,
  }).catch((error: unknown) => {
    throw failed(`${options.url.origin} does not answer: ${reasonOf(error)}`);
  });
  clearTimeout(timer);
  if (!response.ok || response.body === null) throw failed(await refusalOf(response));
  const file = options.output === undefined ? undefined : createWriteStream(options.output);
  const target: Writable = file ?? process.stdout;
  // The web stream of fetch, whose type Node declares a second time.
  const source = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  await pipeline(source, target, { end: file !== undefined }).catch((error: unknown) => {
    throw failed(`the report ended before it was complete: ${reasonOf(error)}`);
  });
}

async function refusalOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    if (typeof message === "string") return message;
  } catch {
    // Not the control plane's words, so only the status is told.
  }
  return `the server answered with status ${response.status}`;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}

function failed(message: string): CloudError {
  return new CloudError("FAILED_PRECONDITION", message);
}
