// What Node's HTTP/1.1 parser refuses never becomes a request: it is answered on the bare socket and the connection ends.
import type { Socket } from "node:net";
import { CloudError } from "#shared/errors";
import { errorAnswer } from "./error-body.ts";

const ANSWERS: Readonly<Record<string, { status: string; message: string }>> = {
  HPE_HEADER_OVERFLOW: {
    status: "431 Request Header Fields Too Large",
    message: "The request's headers are too large.",
  },
  ERR_HTTP_REQUEST_TIMEOUT: { status: "408 Request Timeout", message: "The request did not arrive in time." },
};
const MALFORMED = { status: "400 Bad Request", message: "The request is not valid HTTP/1.1." };

export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, message } = ANSWERS[error.code ?? ""] ?? MALFORMED;
  const { body } = errorAnswer(new CloudError("INVALID_ARGUMENT", message));
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n${body}`,
  );
}
