// grpc.health.v1.Health/Check, answered by the gateway itself and without credentials: serving as soon as it knows a
// directory. It tells nothing about cells or tenants.
import type { UnaryTable } from "#shared/grpc";

const SERVING = Uint8Array.of(8, 1);
const NOT_SERVING = Uint8Array.of(8, 2);

export function healthTable(isServing: () => boolean): UnaryTable {
  return new Map([
    ["/grpc.health.v1.Health/Check", () => Promise.resolve(isServing() ? SERVING : NOT_SERVING)],
  ]);
}
