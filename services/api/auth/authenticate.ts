// Who is calling: the port between the transports and the domain's knowledge of keys and sessions.
import type { Actor } from "#domain/context";
import type { InboundCall } from "../calls/inbound-call.ts";

export interface CallerSession {
  sessionId: string;
  /** What a mutation must send back in the CSRF header. */
  csrfToken: string;
}

export interface Caller {
  actor: Actor;
  /** Set when the caller came with a session cookie. */
  session?: CallerSession;
}

/** The caller, or undefined when the call carries no credentials. Errors: UNAUTHENTICATED when they are no good. */
export type Authenticate = (call: InboundCall) => Promise<Caller | undefined>;
