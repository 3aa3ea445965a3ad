// The transport-neutral shape of one HTTP request with a whole body, so that the same door can be mounted on HTTP/1.1
// and on HTTP/2 streams. It is for small documents: nothing is streamed.
import type { Socket } from "node:net";
import type { CloudError } from "./errors.ts";

/** Lower-case header names to values; repeated headers are joined by ", ". */
export type HttpHeaders = Readonly<Record<string, string>>;

export interface HttpRequest {
  readonly method: string;
  /** As it was sent: escaped, without the query. */
  readonly path: string;
  /** Without the "?"; empty when there is none. */
  readonly query: string;
  readonly headers: HttpHeaders;
  readonly body: Uint8Array;
  /** Aborts when the caller goes before it was answered. */
  readonly signal: AbortSignal;
  /** The connection, for those who ask who is on its other side. */
  readonly socket: Socket;
  /** Remote address, for audit and limits. */
  readonly peer: string;
}

export interface HttpAnswer {
  status: number;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array;
}

export interface HttpDoor {
  /** Never rejects: what goes wrong is an answer. */
  answer(request: HttpRequest): Promise<HttpAnswer>;
  /** How this door says what the transport refuses, such as a body that is too large. */
  refuse(error: CloudError): HttpAnswer;
}
