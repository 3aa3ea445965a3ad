// One act of a load against a cell, with retries that repeat the same request, as SDKs do when an answer is lost.
import type { Act } from "../checker/client-journal.ts";
import type { Load } from "./load.ts";

const TRIES_MAX = 4;
const RETRY_MS_MAX = 2_000;
const DEADLINE_MS = 5_000;

/** Sends the request until it is answered for good, sometimes twice at once. */
export async function repeat<Response>(
  load: Load,
  act: Act,
  call: { name: string; request: object; deadlineMs?: number; service?: string; signal?: AbortSignal },
): Promise<Response | undefined> {
  const { journal, caller, random } = load;
  const { name, request, deadlineMs = DEADLINE_MS, ...more } = call;
  const send = () =>
    journal.attempt(act, () => caller.call<Response>(name, request, { deadlineMs, ...more }));
  const twin = random.oneIn(30) ? send() : undefined;
  // Of two that are sent at once either may be the one that was done, and its answer tells what to look for.
  const answerOfTwin = async (): Promise<Response | undefined> => {
    const answer = await twin;
    return answer !== undefined && "response" in answer ? answer.response : undefined;
  };
  for (let count = 1; count <= TRIES_MAX && !load.isOver; count += 1) {
    const answer = await send();
    if ("response" in answer) return answer.response;
    if (act.verdict === "refused") return answerOfTwin();
    const isAgain = ["UNAVAILABLE", "DEADLINE_EXCEEDED", "RESOURCE_EXHAUSTED"].includes(answer.error.code);
    if (!isAgain || random.oneIn(4)) return answerOfTwin();
    await load.pause(random.below(RETRY_MS_MAX));
  }
  return answerOfTwin();
}
