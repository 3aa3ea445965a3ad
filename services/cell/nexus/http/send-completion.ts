// Tells an address outside the cell that an operation has ended.
import type { CallCompletionCallback } from "../../workflow/index.ts";
import { nexusLinkOf } from "../links.ts";
import { nexusFailureOf } from "../nexus-failure.ts";
import { contentOfPayload } from "./content.ts";
import { errorOfAnswer } from "./error-of-answer.ts";
import { linkHeaders } from "./link-header.ts";
import { post } from "./post.ts";
import {
  CLOSE_TIME_HEADER,
  CONTENT_HEADER_PREFIX,
  OPERATION_STATE_HEADER,
  START_TIME_HEADER,
  withPrefix,
} from "./protocol.ts";

/** Errors: HandlerError, PostError; UNAVAILABLE. */
export async function sendCompletion(
  { url, header, completion }: Pick<CallCompletionCallback, "url" | "header" | "completion">,
  {
    timeoutMs,
    signal,
    ownHeaders,
  }: {
    timeoutMs: number;
    signal: AbortSignal;
    /** What the callback's own headers do not replace. */
    ownHeaders?: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { outcome, startedAt, closedAt, link } = completion;
  const { body, headers } = contentOf(outcome);
  const answer = await post(new URL(url), {
    timeoutMs,
    signal,
    body,
    headers: {
      ...headers,
      [START_TIME_HEADER]: new Date(startedAt).toUTCString(),
      [CLOSE_TIME_HEADER]: new Date(closedAt).toISOString(),
      ...linkHeaders([nexusLinkOf(link)]),
      ...lowerCased(header),
      ...ownHeaders,
    },
  });
  if (answer.status < 200 || answer.status > 299) throw errorOfAnswer(answer);
}

function contentOf(outcome: CallCompletionCallback["completion"]["outcome"]): {
  body: Uint8Array;
  headers: Record<string, string>;
} {
  if (outcome.kind === "succeeded") {
    const { header, data } = contentOfPayload(outcome.result);
    const headers = { ...withPrefix(header, CONTENT_HEADER_PREFIX), [OPERATION_STATE_HEADER]: "succeeded" };
    return { body: data, headers };
  }
  const body = Buffer.from(JSON.stringify(nexusFailureOf(outcome.failure)));
  return { body, headers: { "content-type": "application/json", [OPERATION_STATE_HEADER]: outcome.state } };
}

/** So that what the caller gave takes the place of ours. */
function lowerCased(header: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]));
}
