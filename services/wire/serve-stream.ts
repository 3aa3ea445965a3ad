// Serves one call of a method that streams: reads its messages one at a time, and the next one only when the answers to
// the last have left. So a caller that does not read makes us hold one answer and one receive window, no more.
import { CloudError, toCloudError } from "#shared/errors";
import type { StreamedRequests, StreamHandler } from "#shared/grpc";
import { failStream } from "./fail-stream.ts";
import { H2_ERROR } from "./frames.ts";
import { RESPONSE_BLOCK, statusTrailers } from "./grpc-blocks.ts";
import { frameOf, PREFIX_BYTES, unframe } from "./grpc-message.ts";
import { headerOf, type HeaderList } from "./header-list.ts";
import type { Stream, StreamEvents } from "./stream.ts";

/** Smaller than any receive window, because a message's bytes are given back only when it was answered. */
const REQUEST_BYTES_MAX = 16 * 1024;

export interface ServedStreamOptions {
  handler: StreamHandler;
  headers: HeaderList;
  onBug: (error: CloudError, path: string) => void;
}

export class ServedStream implements StreamEvents {
  readonly #stream: Stream;
  readonly #options: ServedStreamOptions;
  readonly #requests: StreamedRequests;
  #unread: Buffer = Buffer.alloc(0);
  #isAnswering = false;
  #headersSent = false;
  #isFinished = false;
  #isOver = false;

  constructor(stream: Stream, options: ServedStreamOptions) {
    this.#stream = stream;
    this.#options = options;
    this.#requests = options.handler({
      send: (message) => this.#send(message),
      end: (error) => this.#end(error),
    });
  }

  headers(): void {
    // Trailers: they end the requests.
    this.finish();
  }

  data(chunk: Buffer, isEnd: boolean): void {
    if (this.#isOver) return;
    this.#unread = Buffer.concat([this.#unread, chunk]);
    if (isEnd) this.#isFinished = true;
    this.#answer();
  }

  sent(): void {
    this.#answer();
  }

  closed(): void {
    this.#over();
  }

  /** The caller sends no more. */
  finish(): void {
    this.#isFinished = true;
    this.#answer();
  }

  /** Answers whole messages while nothing waits to be sent. Called back by what it sends: not twice at once. */
  #answer(): void {
    if (this.#isAnswering) return;
    this.#isAnswering = true;
    try {
      while (!this.#isOver && !this.#stream.hasQueue) {
        const message = this.#next();
        if (message === undefined) break;
        this.#requests.message(message);
      }
      if (this.#isFinished && !this.#isOver && !this.#stream.hasQueue) {
        if (this.#unread.length > 0)
          throw new CloudError("INTERNAL", "The call ended in the middle of a message.");
        this.#isFinished = false;
        this.#requests.finished();
      }
    } catch (thrown) {
      this.#end(thrown);
    } finally {
      this.#isAnswering = false;
    }
  }

  #next(): Buffer | undefined {
    if (this.#unread.length < PREFIX_BYTES) return undefined;
    const bytes = this.#unread.readUInt32BE(1);
    if (bytes > REQUEST_BYTES_MAX) {
      throw new CloudError("RESOURCE_EXHAUSTED", `A message of ${bytes} bytes is too large for this method.`);
    }
    const end = PREFIX_BYTES + bytes;
    if (this.#unread.length < end) return undefined;
    const frame = this.#unread.subarray(0, end);
    this.#unread = this.#unread.subarray(end);
    this.#stream.consume(end);
    return unframe(frame, headerOf(this.#options.headers, "grpc-encoding"), REQUEST_BYTES_MAX);
  }

  #send(message: Uint8Array): void {
    if (this.#isOver) return;
    if (!this.#headersSent) this.#stream.sendBlock(RESPONSE_BLOCK);
    this.#headersSent = true;
    this.#stream.sendData(frameOf(message));
  }

  #end(thrown?: unknown): void {
    if (this.#isOver) return;
    const error = thrown === undefined ? undefined : toCloudError(thrown);
    if (error !== undefined && error !== thrown) {
      this.#options.onBug(error, headerOf(this.#options.headers, ":path") ?? "");
    }
    this.#over();
    const stream = this.#stream;
    if (error !== undefined && !this.#headersSent) return failStream(stream, error);
    if (!this.#headersSent) stream.sendBlock(RESPONSE_BLOCK);
    stream.sendTrailers(error === undefined ? ["grpc-status", "0"] : statusTrailers(error));
    if (!stream.remoteEnded && !stream.hasQueue) stream.reset(H2_ERROR.NO_ERROR);
  }

  #over(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#unread = Buffer.alloc(0);
    this.#requests.closed();
  }
}
