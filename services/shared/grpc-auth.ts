// Guards internal gRPC endpoints with the installation's secret, sent as `authorization: Bearer <token>`.
import { timingSafeEqual } from "node:crypto";
import { CloudError } from "./errors.ts";
import type { UnaryHandler, UnaryTable } from "./grpc.ts";

/** The table with every call refused as UNAUTHENTICATED unless it carries the token. */
export function requireBearer(table: UnaryTable, token: string): UnaryTable {
  const expected = Buffer.from(`Bearer ${token}`, "utf8");
  const guard =
    (handler: UnaryHandler): UnaryHandler =>
    (call, request) => {
      const given = Buffer.from(call.metadata["authorization"] ?? "", "utf8");
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        return Promise.reject(
          new CloudError("UNAUTHENTICATED", "This endpoint needs the internal bearer token."),
        );
      }
      return handler(call, request);
    };
  return new Map([...table].map(([path, handler]) => [path, guard(handler)]));
}
