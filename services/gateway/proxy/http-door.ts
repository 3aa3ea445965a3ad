// Temporal's HTTP API for tenants: each request becomes the gRPC call that it stands for and goes the way of every other
// call, so that identity, rights, limits, counts and the cell are the same. Nothing is decided here.
import type { Socket } from "node:net";
import { createTemporalDoor } from "#contracts";
import type { UnaryCall } from "#shared/grpc";
import { formatGrpcTimeout } from "#shared/grpc-timeout";
import type { HttpDoor } from "#shared/http";
import { ClientCall, frameOf, type AnswerStream } from "#wire";
import { newClient, type Client } from "./client.ts";
import type { Edge } from "./edge.ts";
import { TenantCall } from "./tenant-call.ts";

const WORKFLOW_SERVICE = "temporal.api.workflowservice.v1.WorkflowService";
const OPERATOR_SERVICE = "temporal.api.operatorservice.v1.OperatorService";

export function createHttpDoor(edge: Edge): HttpDoor {
  const clients = new WeakMap<Socket, Client>();
  const clientOf = (socket: Socket): Client => {
    const client = clients.get(socket) ?? newClient(socket, edge.paths.pathOf(socket));
    clients.set(socket, client);
    return client;
  };
  return createTemporalDoor({
    services: [WORKFLOW_SERVICE, OPERATOR_SERVICE],
    clock: edge.clock,
    call: (call, request, { socket }) => callThrough(edge, clientOf(socket), call, request),
    onBug: (error, path) => edge.log.error({ err: error, path }, "an HTTP call failed unexpectedly"),
  });
}

/** Makes the call as if the client had made it by gRPC. */
function callThrough(edge: Edge, client: Client, call: UnaryCall, request: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const answer = new ClientCall(resolve, reject);
    const stream: AnswerStream = {
      isClosed: false,
      remoteEnded: true,
      hasQueue: false,
      sendHeaders: (headers, isEnd = false) => answer.headers([...headers], isEnd),
      sendData: (chunk) => {
        answer.data(Buffer.from(chunk), false);
        tenantCall.sent(chunk.length);
      },
      sendTrailers: (headers) => answer.headers([...headers], true),
      consume: () => undefined,
      reset: (code) => answer.closed(code),
    };
    const tenantCall = new TenantCall(stream, client, edge);
    call.signal.addEventListener("abort", () => tenantCall.closed(), { once: true });
    tenantCall.headers(headersOf(call, edge), false, false);
    tenantCall.data(frameOf(request), true);
  });
}

function headersOf({ path, metadata, deadline }: UnaryCall, { clock }: Edge): string[] {
  const headers = [":method", "POST", ":scheme", "https", ":path", path];
  headers.push("content-type", "application/grpc", "te", "trailers");
  if (deadline !== undefined) headers.push("grpc-timeout", formatGrpcTimeout(deadline - clock.now()));
  for (const [name, value] of Object.entries(metadata)) headers.push(name, value);
  return headers;
}
