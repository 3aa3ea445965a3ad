// One HTTP request on an HTTP/2 stream that is not gRPC: gathers the body, asks the door, sends the answer.
import { CloudError } from "#shared/errors";
import type { HttpAnswer, HttpDoor } from "#shared/http";
import type { Connection } from "../connection.ts";
import { H2_ERROR } from "../frames.ts";
import { headerOf, headersByName, type HeaderList } from "../header-list.ts";
import { peerOf } from "../peer-address.ts";
import type { Stream, StreamEvents } from "../stream.ts";
import { BODY_BYTES_MAX, INCOMPLETE_BYTES_MAX, REQUEST_TIMEOUT_MS } from "./limits.ts";
import { bodyTooLarge, headersOfAnswer, splitTarget } from "./request-parts.ts";

/** Bytes that each connection's requests hold before they are whole. */
const incompleteBytes = new WeakMap<Connection, number>();

/** Takes over a stream that is not gRPC, before its headers are delivered. */
export function serveHttp2(stream: Stream, connection: Connection, door: HttpDoor): StreamEvents {
  stream.events = new Http2Request(stream, connection, door);
  return stream.events;
}

class Http2Request implements StreamEvents {
  readonly #stream: Stream;
  readonly #connection: Connection;
  readonly #door: HttpDoor;
  readonly #gone = new AbortController();
  #headers: HeaderList = [];
  #parts: Buffer[] = [];
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(stream: Stream, connection: Connection, door: HttpDoor) {
    this.#stream = stream;
    this.#connection = connection;
    this.#door = door;
  }

  headers(headers: HeaderList, isEnd: boolean, isTrailers: boolean): void {
    if (!isTrailers) this.#headers = headers;
    if (isEnd) return this.#run();
    const late = new CloudError("DEADLINE_EXCEEDED", "The request did not arrive in time.");
    this.#timer = setTimeout(() => this.#send(this.#door.refuse(late)), REQUEST_TIMEOUT_MS);
  }

  data(chunk: Buffer, isEnd: boolean): void {
    if (this.#isOver) return;
    this.#hold(chunk.length);
    if (this.#bytes > BODY_BYTES_MAX) return this.#send(this.#door.refuse(bodyTooLarge()));
    if ((incompleteBytes.get(this.#connection) ?? 0) > INCOMPLETE_BYTES_MAX) {
      const message = "Too many large requests at once on one connection.";
      return this.#send(this.#door.refuse(new CloudError("RESOURCE_EXHAUSTED", message)));
    }
    // Copied, because a chunk is part of a larger read buffer that must not be held.
    this.#parts.push(Buffer.from(chunk));
    if (isEnd) this.#run();
    else this.#stream.consume(chunk.length);
  }

  sent(): void {
    // The answer is whole and its size bounded: nothing waits for its departure.
  }

  closed(errorCode: number | undefined): void {
    this.#isOver = true;
    this.#letGo();
    if (errorCode !== undefined) this.#gone.abort(new CloudError("CANCELLED", "The caller is gone."));
  }

  #hold(bytes: number): void {
    this.#bytes += bytes;
    incompleteBytes.set(this.#connection, (incompleteBytes.get(this.#connection) ?? 0) + bytes);
  }

  #letGo(): void {
    clearTimeout(this.#timer);
    this.#parts = [];
    this.#hold(-this.#bytes);
  }

  #run(): void {
    if (this.#isOver) return;
    const body = Buffer.concat(this.#parts, this.#bytes);
    this.#letGo();
    const { socket } = this.#connection;
    const request = {
      method: headerOf(this.#headers, ":method") ?? "GET",
      ...splitTarget(headerOf(this.#headers, ":path") ?? "/"),
      headers: headersByName(this.#headers),
      body,
      signal: this.#gone.signal,
      socket,
      peer: peerOf(socket),
    };
    void this.#door.answer(request).then((answer) => this.#send(answer));
  }

  #send(answer: HttpAnswer): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#letGo();
    const headers = Object.entries(headersOfAnswer(answer)).flat();
    const isHead = headerOf(this.#headers, ":method") === "HEAD";
    this.#stream.sendHeaders([":status", String(answer.status), ...headers], isHead);
    if (!isHead) this.#stream.sendData(bytesOf(answer.body), true);
    // What the caller still sends is not read.
    if (!this.#stream.remoteEnded && !this.#stream.hasQueue) this.#stream.reset(H2_ERROR.NO_ERROR);
  }
}

function bytesOf(body: string | Uint8Array): Buffer {
  return typeof body === "string"
    ? Buffer.from(body)
    : Buffer.from(body.buffer, body.byteOffset, body.length);
}
