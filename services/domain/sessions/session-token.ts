// The secrets of a session: the cookie's value, the id it is stored under, and the CSRF token. Pure but for the ids.
import { createHash } from "node:crypto";

export const SESSION_SECRET_BYTES = 32;
const SESSION_NAME_LENGTH = 22;

/** What a session is stored under: the cookie's value itself is kept nowhere. */
export function sessionIdOf(cookieValue: string): string {
  return createHash("sha256").update(cookieValue).digest("hex");
}

/** What a mutation by cookie must send back. It follows from the session's id, so it is stored nowhere either. */
export function csrfTokenOf(sessionId: string): string {
  return createHash("sha256").update(`csrf:${sessionId}`).digest("base64url");
}

/** Names a session to its owner without giving the id away that the CSRF token follows from. */
export function sessionNameOf(sessionId: string): string {
  return createHash("sha256").update(`name:${sessionId}`).digest("base64url").slice(0, SESSION_NAME_LENGTH);
}
