// grpc.health.v1: Check, and Watch as a stream that tells the state and waits.
import { codecOf } from "#contracts";
import { CloudError } from "#shared/errors";
import type { GrpcHandler } from "./handlers.ts";

const SERVICE = "/grpc.health.v1.Health";
const SERVING = 1;
const NOT_SERVING = 2;
const SERVICE_UNKNOWN = 3;

/** The health service for the named services; "" stands for the whole process. */
export function healthHandlers(
  services: readonly string[],
  isServing: () => boolean,
): [string, GrpcHandler][] {
  const requests = codecOf<{ service?: string }>("grpc.health.v1.HealthCheckRequest");
  const responses = codecOf<{ status: number }>("grpc.health.v1.HealthCheckResponse");
  const known = new Set(["", ...services]);
  const statusNow = (): number => (isServing() ? SERVING : NOT_SERVING);
  return [
    [
      `${SERVICE}/Check`,
      {
        kind: "unary",
        handle: (_, bytes) => {
          const { service = "" } = requests.decode(bytes);
          if (!known.has(service)) return Promise.reject(new CloudError("NOT_FOUND", "unknown service"));
          return Promise.resolve(responses.encode({ status: statusNow() }));
        },
      },
    ],
    [
      `${SERVICE}/Watch`,
      {
        kind: "stream",
        async *handle(call, messages) {
          for await (const bytes of messages) {
            const { service = "" } = requests.decode(bytes);
            yield responses.encode({ status: known.has(service) ? statusNow() : SERVICE_UNKNOWN });
            break;
          }
          await new Promise((resolve) => call.signal.addEventListener("abort", resolve, { once: true }));
        },
      },
    ],
  ];
}
