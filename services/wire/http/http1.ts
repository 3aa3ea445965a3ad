// HTTP/1.1 on sockets that a listener hands over: gathers each request's body, asks the door, writes the answer.
import type http from "node:http";
import type { Socket } from "node:net";
import { CloudError } from "#shared/errors";
import type { HttpAnswer, HttpDoor, HttpRequest } from "#shared/http";
import { createHttp1Server } from "#shared/http1-server";
import { peerOf } from "../peer-address.ts";
import { BODY_BYTES_MAX, HTTP1_LIMITS } from "./limits.ts";
import { bodyTooLarge, headersOfAnswer, splitTarget } from "./request-parts.ts";

export interface Http1 {
  /** Takes over a connection. */
  accept(socket: Socket): void;
  /** Ends idle connections now, and the others after the answer that is under way. */
  drain(): void;
}

export function serveHttp1(door: HttpDoor): Http1 {
  let isDraining = false;
  const server = createHttp1Server(HTTP1_LIMITS, (request, response) => {
    if (isDraining) response.shouldKeepAlive = false;
    void serve(door, request, response);
  });
  server.on("clientError", (error: Error & { code?: string }, socket) => {
    refuseMalformed(door, error, socket as Socket);
  });
  return {
    accept: (socket) => void server.emit("connection", socket),
    drain: () => {
      isDraining = true;
      server.closeIdleConnections();
    },
  };
}

/** Never rejects: the door answers whatever happens, and a caller that is gone needs no answer. */
async function serve(
  door: HttpDoor,
  message: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.on("close", () => {
    if (!response.writableEnded) gone.abort(new CloudError("CANCELLED", "The caller is gone."));
  });
  const body = await gather(message);
  if (body === "gone") return;
  if (body === "too large") return write(response, door.refuse(bodyTooLarge()));
  write(response, await door.answer(requestOf(message, body, gone.signal)));
}

/** The whole body, or why there is none. What comes after the limit is dropped: Node reads it out before it goes on. */
function gather(message: http.IncomingMessage): Promise<Buffer | "too large" | "gone"> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    const onData = (part: Buffer): void => {
      bytes += part.length;
      if (bytes <= BODY_BYTES_MAX) return void parts.push(part);
      message.off("data", onData);
      resolve("too large");
    };
    message.on("data", onData);
    message.on("end", () => resolve(Buffer.concat(parts, bytes)));
    // The caller left in the middle of its request; "close" also follows "end", which has settled it by then.
    message.on("error", () => resolve("gone"));
    message.on("close", () => resolve("gone"));
  });
}

function requestOf(message: http.IncomingMessage, body: Buffer, signal: AbortSignal): HttpRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headersDistinct)) {
    if (value !== undefined) headers[name] = value.join(", ");
  }
  const { socket } = message;
  return {
    method: message.method ?? "GET",
    ...splitTarget(message.url ?? "/"),
    headers,
    body,
    signal,
    socket,
    peer: peerOf(socket),
  };
}

function write(response: http.ServerResponse, answer: HttpAnswer): void {
  if (response.destroyed || response.writableEnded) return;
  response.writeHead(answer.status, headersOfAnswer(answer));
  response.end(response.req.method === "HEAD" ? undefined : answer.body);
}

const REFUSALS: Readonly<Record<string, { status: string; message: string }>> = {
  HPE_HEADER_OVERFLOW: {
    status: "431 Request Header Fields Too Large",
    message: "The request's headers are too large.",
  },
  ERR_HTTP_REQUEST_TIMEOUT: { status: "408 Request Timeout", message: "The request did not arrive in time." },
};
const MALFORMED = { status: "400 Bad Request", message: "The request is not valid HTTP/1.1." };

/** What Node's parser refuses never becomes a request: it is answered on the bare socket, and the connection ends. */
function refuseMalformed(door: HttpDoor, error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, message } = REFUSALS[error.code ?? ""] ?? MALFORMED;
  const answer = door.refuse(new CloudError("INVALID_ARGUMENT", message));
  const headers = Object.entries({ ...headersOfAnswer(answer), connection: "close" });
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.write(`HTTP/1.1 ${status}\r\n${head}\r\n`);
  socket.end(answer.body);
}
