// The door of sessions: signing in and out, and who a cookie belongs to.
export { personAnywhere, signIn, UNKNOWN_ACCOUNT_ID } from "./sign-in.ts";
export { openSession, type SignedIn } from "./open-session.ts";
export { endSessions, endSessionsOf } from "./end-sessions.ts";
export { getSessions } from "./get-sessions.ts";
export { signOut } from "./sign-out.ts";
export { getSession } from "./get-session.ts";
export { resolveSession, type ResolvedSession } from "./resolve-session.ts";
export { csrfTokenOf } from "./session-token.ts";
export { sweepSessions } from "./sweep-sessions.ts";
