// A client that writes any octets, well formed or not, and reads the server's frames: for floods and broken input.
import { connect, type Socket } from "node:net";

const PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

export interface RawFrame {
  type: number;
  flags: number;
  streamId: number;
  payload: Buffer;
}

export function frame(type: number, flags: number, streamId: number, payload: Buffer | string = ""): Buffer {
  const body = typeof payload === "string" ? Buffer.from(payload, "hex") : payload;
  const header = Buffer.alloc(9);
  header.writeUIntBE(body.length, 0, 3);
  header[3] = type;
  header[4] = flags;
  header.writeUInt32BE(streamId, 5);
  return Buffer.concat([header, body]);
}

/** A header block for POST of a path, all literals. */
export function requestBlock(path: string, more: readonly (readonly [string, string])[] = []): Buffer {
  const headers: (readonly [string, string])[] = [
    [":method", "POST"],
    [":scheme", "http"],
    [":path", path],
    ["content-type", "application/grpc"],
    ...more,
  ];
  return Buffer.concat(headers.map(([name, value]) => literal(name, value)));
}

function literal(name: string, value: string): Buffer {
  return Buffer.concat([Buffer.from([0]), text(name), text(value)]);
}

function text(value: string): Buffer {
  const length: number[] = [];
  if (value.length < 127) length.push(value.length);
  else {
    length.push(127);
    let rest = value.length - 127;
    for (; rest >= 128; rest = Math.floor(rest / 128)) length.push((rest % 128) + 128);
    length.push(rest);
  }
  return Buffer.concat([Buffer.from(length), Buffer.from(value, "latin1")]);
}

export class RawClient {
  readonly socket: Socket;
  readonly frames: RawFrame[] = [];
  isClosed = false;
  #rest = Buffer.alloc(0);

  constructor(address: string) {
    const [host, port] = address.split(":");
    this.socket = connect({ host: host ?? "", port: Number(port) });
    this.socket.on("data", (chunk: Buffer) => this.#read(chunk));
    this.socket.on("error", () => undefined);
    this.socket.on("close", () => (this.isClosed = true));
  }

  write(...parts: (Buffer | string)[]): void {
    for (const part of parts) this.socket.write(part);
  }

  /** Preface, and a SETTINGS frame with the given payload. */
  hello(settings = ""): void {
    this.write(PREFACE, frame(4, 0, 0, settings));
  }

  /** The error code of the server's GOAWAY, or undefined while there is none. */
  get goAway(): number | undefined {
    return this.frames.find(({ type }) => type === 7)?.payload.readUInt32BE(4);
  }

  resetCodes(): number[] {
    return this.frames.filter(({ type }) => type === 3).map(({ payload }) => payload.readUInt32BE(0));
  }

  close(): void {
    this.socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    while (this.#rest.length >= 9) {
      const length = this.#rest.readUIntBE(0, 3);
      if (this.#rest.length < 9 + length) return;
      this.frames.push({
        type: this.#rest[3] ?? 0,
        flags: this.#rest[4] ?? 0,
        streamId: this.#rest.readUInt32BE(5),
        payload: Buffer.from(this.#rest.subarray(9, 9 + length)),
      });
      this.#rest = this.#rest.subarray(9 + length);
    }
  }
}
