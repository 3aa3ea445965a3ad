// Who takes over a stream, by its headers: a call of a tenant, a method that the gateway answers itself, or HTTP/JSON.
import type { HttpDoor } from "#shared/http";
import { headerOf, isGrpc, serveHttp2, type HeaderList, type Stream } from "#wire";
import type { ClientConnection } from "./client.ts";
import type { Edge } from "./edge.ts";
import { TenantCall } from "./tenant-call.ts";

/** For `onStream` of the listener. */
export function acceptStream(opened: {
  stream: Stream;
  headers: HeaderList;
  client: ClientConnection;
  edge: Edge;
  door: HttpDoor;
}): void {
  const { stream, headers, client, edge, door } = opened;
  if (!isGrpc(headers)) serveHttp2(stream, client.connection, door);
  else if (!edge.serveLocally(headerOf(headers, ":path") ?? "", stream, client.connection)) {
    stream.events = new TenantCall(stream, client, edge);
  }
}
