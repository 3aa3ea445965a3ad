// grpc.health.v1.Health: whether the process and its services serve. Check is unary; Watch tells every change.
import protobuf from "protobufjs/minimal.js";
import { CloudError } from "./errors.ts";
import type { StreamHandler, StreamTable, UnaryHandler, UnaryTable } from "./grpc.ts";

const SERVING = 1;
const NOT_SERVING = 2;
const SERVICE_UNKNOWN = 3;
/** How soon a watcher learns of a change. */
const WATCH_INTERVAL_MS = 1_000;

/** The empty name asks for the process as a whole. */
export function healthTable(services: readonly string[], isServing: () => boolean): UnaryTable {
  const known = new Set(["", ...services]);
  const check: UnaryHandler = (_call, request) => {
    const service = serviceOf(request);
    if (!known.has(service)) {
      return Promise.reject(new CloudError("NOT_FOUND", `Service ${service} is not known here.`));
    }
    return Promise.resolve(encodeStatus(isServing() ? SERVING : NOT_SERVING));
  };
  return new Map([["/grpc.health.v1.Health/Check", check]]);
}

/** Health/Watch: the state at once, and again whenever it changes, until the caller goes. */
export function healthWatchTable(services: readonly string[], isServing: () => boolean): StreamTable {
  const known = new Set(["", ...services]);
  const watch: StreamHandler = (reply) => {
    let timer: NodeJS.Timeout | undefined;
    let told = -1;
    const tell = (service: string): void => {
      const status = known.has(service) ? (isServing() ? SERVING : NOT_SERVING) : SERVICE_UNKNOWN;
      if (status !== told) reply.send(encodeStatus(status));
      told = status;
    };
    return {
      message: (request) => {
        if (timer !== undefined) throw new CloudError("INVALID_ARGUMENT", "Watch takes one request.");
        const service = serviceOf(request);
        tell(service);
        timer = setInterval(tell, WATCH_INTERVAL_MS, service).unref();
      },
      finished: () => undefined,
      closed: () => clearInterval(timer),
    };
  };
  return new Map([["/grpc.health.v1.Health/Watch", watch]]);
}

function encodeStatus(status: number): Uint8Array {
  return protobuf.Writer.create().uint32(8).int32(status).finish();
}

function serviceOf(request: Uint8Array): string {
  let service = "";
  try {
    const reader = protobuf.Reader.create(request);
    while (reader.pos < reader.len) {
      const tag = reader.uint32();
      if (tag === 10) service = reader.string();
      else reader.skipType(tag & 7);
    }
  } catch (error) {
    throw new CloudError("INVALID_ARGUMENT", "The request is not an encoded HealthCheckRequest.", {
      cause: error,
    });
  }
  return service;
}
