// The door of wire: HTTP/2 and unary gRPC on plain sockets. It knows no namespaces, tenants or messages.
export { Connection, type ConnectionOptions } from "./connection.ts";
export { Connector, type ConnectorOptions } from "./connector.ts";
export { failStream } from "./fail-stream.ts";
export { H2_ERROR } from "./frames.ts";
export { encodeGrpcMessage, RESPONSE_HEADERS, statusTrailers } from "./grpc-blocks.ts";
export { frameOf, MessageReader, PREFIX_BYTES, unframe } from "./grpc-message.ts";
export { headerOf, isGrpc, type HeaderList } from "./header-list.ts";
export { INTERNAL_LIMITS, STRANGER_LIMITS, type ConnectionLimits } from "./limits.ts";
export { listen, listenUnary, type Listener, type ListenOptions } from "./listener.ts";
export { serveUnary, type ServeUnaryOptions } from "./serve-unary.ts";
export { serveHttp2 } from "./http/http2-stream.ts";
export type { AnswerStream, Stream, StreamEvents } from "./stream.ts";
export { ClientCall, createUnaryClient, type UnaryCallOptions, type UnaryClient } from "./unary-client.ts";
