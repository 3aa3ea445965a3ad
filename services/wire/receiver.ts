// Judges every received frame by RFC 9113 and acts on the connection: the one place where a peer's input is trusted
// with nothing. Wrong input is a stream error (RST_STREAM) or a connection error (ConnectionFault), never an exception.
import type { Connection } from "./connection.ts";
import { FloodGuard } from "./flood-guard.ts";
import { ConnectionFault, FLAG, FRAME, H2_ERROR, type FrameSink } from "./frames.ts";
import { HeaderBlocks, type HeaderBlock } from "./header-blocks.ts";
import { headerOf, isListValid, type HeaderList } from "./header-list.ts";
import { HpackDecoder } from "./hpack-decoder.ts";
import { CONNECTION_WINDOW_BYTES, HEADER_TABLE_BYTES } from "./limits.ts";
import type { Stream } from "./stream.ts";

export class Receiver implements FrameSink {
  readonly guard: FloodGuard;
  readonly #connection: Connection;
  readonly #blocks: HeaderBlocks;
  readonly #decoder = new HpackDecoder(HEADER_TABLE_BYTES);
  #unreturned = 0;
  settingsSeen = false;
  /** Server: the highest stream the peer opened. */
  lastStreamId = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.guard = new FloodGuard(connection.options.limits);
    this.#blocks = new HeaderBlocks(connection.options.limits);
  }

  frame(type: number, flags: number, streamId: number, bytes: Buffer, start: number, end: number): void {
    if (!this.settingsSeen && type !== FRAME.SETTINGS) throw protocolFault("SETTINGS must come first");
    if (this.#blocks.isOpen && type !== FRAME.CONTINUATION) throw protocolFault("header block interrupted");
    switch (type) {
      case FRAME.DATA:
        return this.#data(flags, streamId, bytes, start, end);
      case FRAME.HEADERS: {
        if (streamId === 0) throw protocolFault("HEADERS on stream 0");
        return this.#block(this.#blocks.begin(flags, streamId, bytes, start, end));
      }
      case FRAME.CONTINUATION:
        return this.#block(this.#blocks.add(flags, streamId, bytes, start, end));
      case FRAME.WINDOW_UPDATE:
        return this.#windowUpdate(streamId, bytes, start, end);
      case FRAME.RST_STREAM:
        return this.#reset(streamId, bytes, start, end);
      case FRAME.PUSH_PROMISE:
        throw protocolFault("PUSH_PROMISE");
      default:
        return this.#control(type, flags, streamId, bytes, start, end);
    }
  }

  #control(type: number, flags: number, streamId: number, bytes: Buffer, start: number, end: number): void {
    this.guard.control();
    switch (type) {
      case FRAME.SETTINGS:
        return this.#settings(flags, streamId, bytes, start, end);
      case FRAME.PING: {
        if (streamId !== 0) throw protocolFault("PING on a stream");
        if (end - start !== 8) throw sizeFault("PING");
        if ((flags & FLAG.ACK) === 0) this.#connection.writePingAck(bytes.subarray(start, end));
        return;
      }
      case FRAME.GOAWAY: {
        if (streamId !== 0) throw protocolFault("GOAWAY on a stream");
        if (end - start < 8) throw sizeFault("GOAWAY");
        return this.#connection.receiveGoAway(bytes.readUInt32BE(start) & 0x7fffffff);
      }
      case FRAME.PRIORITY: {
        if (streamId === 0) throw protocolFault("PRIORITY on stream 0");
        if (end - start !== 5) return this.#refuse(streamId, H2_ERROR.FRAME_SIZE_ERROR);
        const parent = bytes.readUInt32BE(start) & 0x7fffffff;
        if (parent === streamId) this.#refuse(streamId, H2_ERROR.PROTOCOL_ERROR);
        return;
      }
      default:
        // Unknown frame types are ignored (RFC 9113 section 5.5).
        return;
    }
  }

  #settings(flags: number, streamId: number, bytes: Buffer, start: number, end: number): void {
    if (streamId !== 0) throw protocolFault("SETTINGS on a stream");
    if ((flags & FLAG.ACK) !== 0) {
      if (end !== start) throw sizeFault("SETTINGS with ACK");
      return;
    }
    this.settingsSeen = true;
    this.#connection.receiveSettings(bytes, start, end);
  }

  #data(flags: number, streamId: number, bytes: Buffer, from: number, to: number): void {
    if (streamId === 0) throw protocolFault("DATA on stream 0");
    const frameBytes = to - from;
    this.#returnWindow(frameBytes);
    let start = from;
    let end = to;
    if ((flags & FLAG.PADDED) !== 0) {
      end -= bytes[start] ?? 0;
      start += 1;
      if (start > end || frameBytes === 0) throw protocolFault("padding longer than the frame");
    }
    const isEnd = (flags & FLAG.END_STREAM) !== 0;
    if (start === end && !isEnd) this.guard.emptyFrame();
    const stream = this.#streamFor(streamId);
    if (stream === undefined) return;
    if (!stream.headersSeen) return this.#fail(stream, H2_ERROR.PROTOCOL_ERROR);
    if (stream.remoteEnded) return this.#fail(stream, H2_ERROR.STREAM_CLOSED);
    stream.receiveData(bytes.subarray(start, end), frameBytes, isEnd);
  }

  /** The connection's window is given back at once: what is held is bounded by the streams' windows. */
  #returnWindow(bytes: number): void {
    this.#unreturned += bytes;
    if (this.#unreturned > CONNECTION_WINDOW_BYTES) {
      throw new ConnectionFault(H2_ERROR.FLOW_CONTROL_ERROR, "connection window exceeded");
    }
    if (this.#unreturned * 4 < CONNECTION_WINDOW_BYTES) return;
    this.#connection.writeWindowUpdate(0, this.#unreturned);
    this.#unreturned = 0;
  }

  #block(block: HeaderBlock | undefined): void {
    if (block === undefined) return;
    const { streamId } = block;
    const { headerListBytesMax } = this.#connection.options.limits;
    const decoded = this.#decoder.decode(block.bytes, block.start, block.end, headerListBytesMax);
    const stream = this.#connection.streams.get(streamId) ?? this.#openStream(streamId, decoded.isTooLarge);
    if (stream === undefined) return;
    if (block.dependsOnItself || decoded.isMalformed) return this.#fail(stream, H2_ERROR.PROTOCOL_ERROR);
    if (decoded.isTooLarge) return this.#fail(stream, H2_ERROR.ENHANCE_YOUR_CALM);
    if (stream.remoteEnded) return this.#fail(stream, H2_ERROR.STREAM_CLOSED);
    this.#deliver(stream, decoded.headers, block.isEndOfStream);
  }

  #deliver(stream: Stream, headers: HeaderList, isEnd: boolean): void {
    const isServer = this.#connection.options.role === "server";
    if (stream.headersSeen) {
      // A second list is the trailers and must end the stream.
      if (!isEnd || !isListValid(headers, "trailers")) return this.#fail(stream, H2_ERROR.PROTOCOL_ERROR);
      return stream.receiveHeaders(headers, true, true);
    }
    if (!isListValid(headers, isServer ? "request" : "response")) {
      return this.#fail(stream, H2_ERROR.PROTOCOL_ERROR);
    }
    // 1xx answers are not the answer.
    if (!isServer && headerOf(headers, ":status")?.startsWith("1") === true) return;
    stream.headersSeen = true;
    if (isServer) this.#connection.options.onStream?.(stream, this.#connection, headers);
    if (!stream.isClosed) stream.receiveHeaders(headers, isEnd, false);
  }

  #openStream(streamId: number, isTooLarge: boolean): Stream | undefined {
    const connection = this.#connection;
    const { role, limits } = connection.options;
    if (!connection.isIdle(streamId)) {
      if (role === "client" || connection.wasResetByUs(streamId)) return undefined;
      throw new ConnectionFault(H2_ERROR.STREAM_CLOSED, "HEADERS on a closed stream");
    }
    if (role === "client" || streamId % 2 === 0) throw protocolFault("stream of the wrong side");
    this.lastStreamId = streamId;
    if (connection.isDraining || connection.streams.size >= limits.streamsMax) {
      this.#refuse(streamId, H2_ERROR.REFUSED_STREAM);
      return undefined;
    }
    if (isTooLarge) {
      this.#refuse(streamId, H2_ERROR.ENHANCE_YOUR_CALM);
      return undefined;
    }
    return connection.addStream(streamId);
  }

  /** The open stream of a DATA frame; undefined when the frame is to be dropped. */
  #streamFor(streamId: number): Stream | undefined {
    const stream = this.#connection.streams.get(streamId);
    if (stream !== undefined) return stream;
    if (this.#connection.isIdle(streamId)) throw protocolFault("DATA on an idle stream");
    if (!this.#connection.wasResetByUs(streamId)) this.#refuse(streamId, H2_ERROR.STREAM_CLOSED);
    return undefined;
  }

  #windowUpdate(streamId: number, bytes: Buffer, start: number, end: number): void {
    if (end - start !== 4) throw sizeFault("WINDOW_UPDATE");
    const increment = bytes.readUInt32BE(start) & 0x7fffffff;
    if (streamId === 0) {
      if (increment === 0) throw protocolFault("WINDOW_UPDATE of 0");
      return this.#connection.widen(increment);
    }
    const stream = this.#connection.streams.get(streamId);
    if (stream === undefined) {
      if (this.#connection.isIdle(streamId)) throw protocolFault("WINDOW_UPDATE on an idle stream");
      return;
    }
    if (increment === 0) return this.#fail(stream, H2_ERROR.PROTOCOL_ERROR);
    if (!stream.widen(increment)) return this.#fail(stream, H2_ERROR.FLOW_CONTROL_ERROR);
    this.#connection.widen(0);
  }

  #reset(streamId: number, bytes: Buffer, start: number, end: number): void {
    if (streamId === 0) throw protocolFault("RST_STREAM on stream 0");
    if (end - start !== 4) throw sizeFault("RST_STREAM");
    if (this.#connection.isIdle(streamId)) throw protocolFault("RST_STREAM on an idle stream");
    this.guard.reset();
    this.#connection.streams.get(streamId)?.receiveReset(bytes.readUInt32BE(start));
  }

  #fail(stream: Stream, code: number): void {
    this.guard.reset();
    stream.reset(code);
  }

  #refuse(streamId: number, code: number): void {
    this.guard.reset();
    const stream = this.#connection.streams.get(streamId);
    if (stream === undefined) this.#connection.writeReset(streamId, code);
    else stream.reset(code);
  }
}

function protocolFault(reason: string): ConnectionFault {
  return new ConnectionFault(H2_ERROR.PROTOCOL_ERROR, reason);
}

function sizeFault(what: string): ConnectionFault {
  return new ConnectionFault(H2_ERROR.FRAME_SIZE_ERROR, `${what} of a wrong length`);
}
