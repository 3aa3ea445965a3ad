// Tells HTTP/2 with prior knowledge (gRPC clients without TLS) from HTTP/1.1 by the first bytes of a connection.
import type net from "node:net";

const HTTP2_PREFACE = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "latin1");

/** Calls `accept` once the protocol is known; a peer that shows none in time is cut. */
export function sniffProtocol(
  socket: net.Socket,
  timeoutMs: number,
  accept: (protocol: "h2" | "http/1.1") => void,
): void {
  let seen = Buffer.alloc(0);
  const giveUp = (): void => {
    socket.destroy();
  };
  const timer = setTimeout(giveUp, timeoutMs);
  const onReadable = (): void => {
    const chunk = socket.read() as Buffer | null;
    if (chunk === null) return;
    seen = Buffer.concat([seen, chunk]);
    const compared = Math.min(seen.length, HTTP2_PREFACE.length);
    const isPreface = seen.subarray(0, compared).equals(HTTP2_PREFACE.subarray(0, compared));
    if (isPreface && compared < HTTP2_PREFACE.length) return;
    stopSniffing();
    socket.unshift(seen);
    accept(isPreface ? "h2" : "http/1.1");
  };
  const stopSniffing = (): void => {
    clearTimeout(timer);
    socket.off("readable", onReadable);
    socket.off("error", giveUp);
    socket.off("end", giveUp);
    socket.off("close", stopSniffing);
  };
  socket.on("readable", onReadable);
  socket.on("error", giveUp);
  socket.on("end", giveUp);
  socket.on("close", stopSniffing);
}
