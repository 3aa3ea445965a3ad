// Mounts server reflection (v1 and v1alpha) on the api's gRPC server. Shows nothing but the public API.
import { createReflection, REFLECTION_PATHS } from "#contracts";
import type { GrpcHandler } from "./handlers.ts";

export function reflectionHandlers(services: readonly string[]): [string, GrpcHandler][] {
  const reflect = createReflection(services);
  const handler: GrpcHandler = {
    kind: "stream",
    async *handle(_, requests) {
      for await (const bytes of requests) yield reflect(bytes);
    },
  };
  return REFLECTION_PATHS.map((path) => [path, handler]);
}
