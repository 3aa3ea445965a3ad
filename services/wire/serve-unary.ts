// Mounts a table of unary handlers (and the few that stream) on connections: the server side of gRPC for the cell and
// for the gateway's own methods. What a call rarely needs (metadata object, abort signal) is made when asked for.
import { systemClock, type Clock } from "#shared/clock";
import { CloudError, toCloudError } from "#shared/errors";
import type { CallMetadata, StreamTable, UnaryCall, UnaryTable } from "#shared/grpc";
import type { HttpDoor } from "#shared/http";
import type { Connection } from "./connection.ts";
import { failStream } from "./fail-stream.ts";
import { H2_ERROR } from "./frames.ts";
import { OK_TRAILERS_BLOCK, RESPONSE_BLOCK, UNSUPPORTED_MEDIA_TYPE_BLOCK } from "./grpc-blocks.ts";
import { frameOf, MessageReader, unframe } from "./grpc-message.ts";
import { parseGrpcTimeout } from "#shared/grpc-timeout";
import { headerOf, headersByName, isGrpc, type HeaderList } from "./header-list.ts";
import { serveHttp2 } from "./http/http2-stream.ts";
import { peerOf } from "./peer-address.ts";
import { ServedStream } from "./serve-stream.ts";
import type { Stream, StreamEvents } from "./stream.ts";

export interface ServeUnaryOptions {
  table: UnaryTable;
  /** The few methods that stream. */
  streams?: StreamTable;
  /** Answers what is not gRPC; without it such a request gets 415. */
  http?: HttpDoor;
  /** Told of failures that nobody expected; the caller sees INTERNAL without details. */
  onBug: (error: CloudError, path: string) => void;
  clock?: Clock;
}

/** Deadlines are rounded up to this, so that many calls share few timers. */
const DEADLINE_GRAIN_MS = 100;
/** Longer than any call may last. */
const DEADLINE_MAX_MS = 24 * 3_600_000;

/** For `onStream` of a listener. */
export function serveUnary(options: ServeUnaryOptions): (stream: Stream, connection: Connection) => void {
  return (stream, connection) => {
    stream.events = new ServedCall(stream, connection, options);
  };
}

class ServedCall implements StreamEvents, UnaryCall {
  readonly #stream: Stream;
  readonly #connection: Connection;
  readonly #options: ServeUnaryOptions;
  readonly #reader = new MessageReader();
  #headers: HeaderList = [];
  #metadata: CallMetadata | undefined;
  #abort: AbortController | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;
  path = "";
  deadline: number | undefined;

  constructor(stream: Stream, connection: Connection, options: ServeUnaryOptions) {
    this.#stream = stream;
    this.#connection = connection;
    this.#options = options;
  }

  get metadata(): CallMetadata {
    return (this.#metadata ??= headersByName(this.#headers));
  }

  get signal(): AbortSignal {
    this.#abort ??= new AbortController();
    if (this.#isOver && !this.#abort.signal.aborted) this.#abort.abort();
    return this.#abort.signal;
  }

  get peer(): string {
    return peerOf(this.#connection.socket);
  }

  headers(headers: HeaderList, isEnd: boolean, isTrailers: boolean): void {
    if (isTrailers) return this.#run();
    this.#headers = headers;
    this.path = headerOf(headers, ":path") ?? "";
    if (!isGrpc(headers)) return this.#handOver(headers, isEnd);
    const streamed = this.#options.streams?.get(this.path);
    if (streamed !== undefined) {
      const { onBug } = this.#options;
      const served = new ServedStream(this.#stream, { handler: streamed, headers, onBug });
      this.#stream.events = served;
      if (isEnd) served.finish();
      return;
    }
    if (!this.#options.table.has(this.path)) {
      return this.#fail(new CloudError("UNIMPLEMENTED", `There is no method ${this.path.slice(0, 200)}.`));
    }
    const timeoutMs = parseGrpcTimeout(headerOf(headers, "grpc-timeout"));
    if (timeoutMs !== undefined) this.#startDeadline(timeoutMs);
    if (isEnd) this.#run();
  }

  data(chunk: Buffer, isEnd: boolean): void {
    if (this.#isOver) return;
    try {
      this.#reader.add(chunk);
    } catch (error) {
      return this.#fail(error);
    }
    if (isEnd) this.#run();
    else this.#stream.consume(chunk.length);
  }

  sent(): void {
    // The message is whole and its size bounded: nothing waits for its departure.
  }

  closed(errorCode: number | undefined): void {
    this.#over();
    if (errorCode !== undefined) this.#abort?.abort(new CloudError("CANCELLED", "The call was cancelled."));
  }

  /** The request is not gRPC. */
  #handOver(headers: HeaderList, isEnd: boolean): void {
    const { http } = this.#options;
    if (http !== undefined) {
      return serveHttp2(this.#stream, this.#connection, http).headers(headers, isEnd, false);
    }
    this.#stream.sendBlock(UNSUPPORTED_MEDIA_TYPE_BLOCK, true);
    if (!this.#stream.remoteEnded) this.#stream.reset(H2_ERROR.NO_ERROR);
  }

  #startDeadline(timeoutMs: number): void {
    if (Number.isNaN(timeoutMs)) {
      return this.#fail(new CloudError("INTERNAL", "The grpc-timeout header is malformed."));
    }
    const bounded = Math.min(timeoutMs, DEADLINE_MAX_MS);
    this.deadline = (this.#options.clock ?? systemClock).now() + bounded;
    const rounded = Math.ceil(bounded / DEADLINE_GRAIN_MS) * DEADLINE_GRAIN_MS;
    this.#timer = setTimeout(() => {
      this.#abort?.abort(new CloudError("DEADLINE_EXCEEDED", "The call's deadline has passed."));
      this.#fail(new CloudError("DEADLINE_EXCEEDED", "The call's deadline has passed."));
    }, rounded);
  }

  #run(): void {
    if (this.#isOver) return;
    const handler = this.#options.table.get(this.path);
    if (handler === undefined) return;
    let answer: Promise<Uint8Array>;
    try {
      answer = handler(this, unframe(this.#reader.whole(), headerOf(this.#headers, "grpc-encoding")));
    } catch (error) {
      return this.#fail(error);
    }
    answer.then(
      (response) => this.#reply(response),
      (error: unknown) => this.#fail(error),
    );
  }

  #reply(response: Uint8Array): void {
    if (this.#isOver) return;
    this.#over();
    const stream = this.#stream;
    stream.sendBlock(RESPONSE_BLOCK);
    stream.sendData(frameOf(response));
    if (stream.hasQueue) stream.sendTrailers(["grpc-status", "0"]);
    else stream.sendBlock(OK_TRAILERS_BLOCK, true);
  }

  #fail(thrown: unknown): void {
    if (this.#isOver) return;
    this.#over();
    const error = toCloudError(thrown);
    if (error !== thrown) this.#options.onBug(error, this.path);
    failStream(this.#stream, error);
  }

  #over(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }
}
