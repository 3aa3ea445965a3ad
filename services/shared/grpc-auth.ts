// Guards internal gRPC endpoints with the installation's secret, sent as `authorization: Bearer <token>`.
import { timingSafeEqual } from "node:crypto";
import { CloudError } from "./errors.ts";
import type { UnaryHandler, UnaryTable } from "./grpc.ts";

/** Whether the header carries the token. */
export function hasBearer(authorization: string | undefined, token: string): boolean {
  const expected = Buffer.from(`Bearer ${token}`, "utf8");
  const given = Buffer.from(authorization ?? "", "utf8");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The table with every call refused as UNAUTHENTICATED unless it carries the token. */
export function requireBearer(table: UnaryTable, token: string): UnaryTable {
  const guard =
    (handler: UnaryHandler): UnaryHandler =>
    (call, request) => {
      if (!hasBearer(call.metadata["authorization"], token)) {
        return Promise.reject(
          new CloudError("UNAUTHENTICATED", "This endpoint needs the internal bearer token."),
        );
      }
      return handler(call, request);
    };
  return new Map([...table].map(([path, handler]) => [path, guard(handler)]));
}
