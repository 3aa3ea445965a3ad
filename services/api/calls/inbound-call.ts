// A call as the operations see it, whichever transport it came by. Transports fill it in; nothing here knows HTTP or gRPC.
import { reasonCharactersMax } from "../limits.ts";
import type { SessionEffects } from "../operations/operation.ts";

export interface InboundCall {
  readonly transport: "grpc" | "http";
  /** Whether the transport's method may change something: every gRPC call may, an HTTP GET may not. */
  readonly isMutation: boolean;
  readonly requestId: string;
  /** The header temporal-cloud-api-version, as it came. */
  readonly apiVersion?: string;
  readonly remoteAddress: string;
  readonly signal: AbortSignal;
  readonly credentials: Credentials;
  /** Why the caller makes the call, in own words: the header `cellplane-reason`. */
  readonly reason?: string;
  readonly session: SessionEffects;
}

export const OPERATOR_HEADER = "cellplane-operator";
export const REASON_HEADER = "cellplane-reason";

/** The caller's reason from the header's value, without what cannot be shown. */
export function reasonOf(value: string | undefined): { reason?: string } {
  if (value === undefined || value === "") return {};
  const shown = [...value].filter((letter) => letter >= " " && letter !== "\u007f").join("");
  return { reason: shown.slice(0, reasonCharactersMax) };
}

/** What the caller sent to prove who it is. Never logged. */
export interface Credentials {
  /** The `authorization` header. */
  readonly authorization?: string;
  /** The session cookie's value; only HTTP has one. */
  readonly sessionCookie?: string;
  /** Whether the call is made for the installation: the header `cellplane-operator`. */
  readonly isOperator?: boolean;
  /** The CSRF header's value. */
  readonly csrfToken?: string;
  /** The browser's own word on where the request comes from. */
  readonly origin?: string;
  readonly fetchSite?: string;
  /** The origins of our own pages: the public one and the one this request was addressed to. */
  readonly ownOrigins?: readonly string[];
}

/** For transports that keep no session: effects on it go nowhere. */
export const noSession: SessionEffects = { set: () => undefined, clear: () => undefined };
