// One HTTP request on an HTTP/2 stream that is not gRPC: gathers the body, asks the door, sends the answer.
import { CloudError } from "#shared/errors";
import type { HttpAnswer, HttpDoor } from "#shared/http";
import type { Connection } from "../connection.ts";
import { H2_ERROR } from "../frames.ts";
import { headerOf, headersByName, type HeaderList } from "../header-list.ts";
import type { Stream, StreamEvents } from "../stream.ts";
import { BODY_BYTES_MAX } from "./limits.ts";
import { bodyTooLarge, headersOfAnswer, splitTarget } from "./request-parts.ts";

export class Http2Request implements StreamEvents {
  readonly #stream: Stream;
  readonly #connection: Connection;
  readonly #door: HttpDoor;
  readonly #gone = new AbortController();
  #headers: HeaderList = [];
  #parts: Buffer[] = [];
  #bytes = 0;
  #isOver = false;

  constructor(stream: Stream, connection: Connection, door: HttpDoor) {
    this.#stream = stream;
    this.#connection = connection;
    this.#door = door;
  }

  headers(headers: HeaderList, isEnd: boolean, isTrailers: boolean): void {
    if (!isTrailers) this.#headers = headers;
    if (isEnd) this.#run();
  }

  data(chunk: Buffer, isEnd: boolean): void {
    if (this.#isOver) return;
    this.#bytes += chunk.length;
    if (this.#bytes > BODY_BYTES_MAX) return this.#send(this.#door.refuse(bodyTooLarge()));
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
    this.#parts = [];
    if (errorCode !== undefined) this.#gone.abort(new CloudError("CANCELLED", "The caller is gone."));
  }

  #run(): void {
    if (this.#isOver) return;
    const body = Buffer.concat(this.#parts, this.#bytes);
    this.#parts = [];
    const { remoteAddress, remotePort } = this.#connection.socket;
    const request = {
      method: headerOf(this.#headers, ":method") ?? "GET",
      ...splitTarget(headerOf(this.#headers, ":path") ?? "/"),
      headers: headersByName(this.#headers),
      body,
      signal: this.#gone.signal,
      peer: `${remoteAddress ?? "unix"}:${String(remotePort ?? 0)}`,
    };
    void this.#door.answer(request).then((answer) => this.#send(answer));
  }

  #send(answer: HttpAnswer): void {
    if (this.#isOver) return;
    this.#isOver = true;
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
