// The door of sessions: signing in and out, and who a cookie belongs to.
export { signIn, type SignedIn } from "./sign-in.ts";
export { signOut } from "./sign-out.ts";
export { getSession } from "./get-session.ts";
export { resolveSession, type ResolvedSession } from "./resolve-session.ts";
export { csrfTokenOf } from "./session-token.ts";
export { sweepSessions } from "./sweep-sessions.ts";
