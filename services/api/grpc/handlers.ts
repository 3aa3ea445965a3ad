// What the gRPC server mounts: unary handlers, and handlers of message streams for server reflection.
import type { UnaryCall, UnaryHandler } from "#shared/grpc";

export type StreamHandler = (
  call: UnaryCall,
  requests: AsyncIterable<Uint8Array>,
) => AsyncIterable<Uint8Array>;

export type GrpcHandler =
  | { readonly kind: "unary"; readonly handle: UnaryHandler }
  | { readonly kind: "stream"; readonly handle: StreamHandler };

/** Handlers by gRPC path. */
export type GrpcHandlers = ReadonlyMap<string, GrpcHandler>;

export function unaryHandlers(table: Iterable<readonly [string, UnaryHandler]>): GrpcHandlers {
  return new Map([...table].map(([path, handle]) => [path, { kind: "unary", handle }]));
}
