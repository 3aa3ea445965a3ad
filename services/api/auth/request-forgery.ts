// Keeps other sites from making a browser act for its user: the browser's word on the request's origin, and a token
// that only our own pages know. API keys need none of this: no browser sends them by itself.
import { createHash, timingSafeEqual } from "node:crypto";
import { CloudError } from "#shared/errors";
import type { Credentials } from "../calls/inbound-call.ts";
import type { CallerSession } from "./authenticate.ts";

export const CSRF_HEADER = "x-csrf-token";

/** Refuses a mutation that a browser says was started by another site. */
export function checkRequestOrigin(credentials: Credentials): void {
  const { origin, fetchSite, ownOrigins = [] } = credentials;
  const isForeignSite = fetchSite !== undefined && fetchSite !== "same-origin" && fetchSite !== "none";
  const isForeignOrigin = origin !== undefined && !ownOrigins.includes(origin);
  if (isForeignSite || isForeignOrigin) {
    throw new CloudError("PERMISSION_DENIED", "Requests started by another site are refused.");
  }
}

/** A mutation with a session must prove that it comes from a page of ours. */
export function checkSessionMutation(credentials: Credentials, session: CallerSession): void {
  if (credentials.csrfToken !== undefined && isSame(credentials.csrfToken, session.csrfToken)) return;
  throw new CloudError(
    "PERMISSION_DENIED",
    `A change made with a session needs the header ${CSRF_HEADER} with the token that sign-in answered.`,
  );
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
