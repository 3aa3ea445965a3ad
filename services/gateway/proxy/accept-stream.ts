// The first look at a stream: gRPC of a tenant, a method that the gateway answers itself, or HTTP/JSON.
import { headerOf, type HeaderList, type Stream } from "#wire";
import type { ClientConnection, Edge } from "./edge.ts";
import { TenantCall } from "./tenant-call.ts";

/** For `onStream` of the listener: the choice is made when the headers are here. */
export function acceptStream(stream: Stream, client: ClientConnection, edge: Edge): void {
  stream.events = {
    headers: (headers: HeaderList, isEnd) => {
      choose(stream, headers, client, edge);
      stream.events?.headers(headers, isEnd, false);
    },
    data: () => undefined,
    sent: () => undefined,
    closed: () => undefined,
  };
}

function choose(stream: Stream, headers: HeaderList, client: ClientConnection, edge: Edge): void {
  const isGrpc = headerOf(headers, "content-type")?.startsWith("application/grpc") === true;
  if (!isGrpc) stream.events = edge.serveHttp(stream, client.connection);
  else if (!edge.serveLocally(headerOf(headers, ":path") ?? "", stream, client.connection)) {
    stream.events = new TenantCall(stream, client, edge);
  }
}
