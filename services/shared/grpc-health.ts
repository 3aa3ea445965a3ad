// grpc.health.v1.Health: whether the process and its services serve. Check only; Watch is answered UNIMPLEMENTED.
import protobuf from "protobufjs/minimal.js";
import { CloudError } from "./errors.ts";
import type { UnaryHandler, UnaryTable } from "./grpc.ts";

const SERVING = 1;
const NOT_SERVING = 2;

/** The empty name asks for the process as a whole. */
export function healthTable(services: readonly string[], isServing: () => boolean): UnaryTable {
  const known = new Set(["", ...services]);
  const check: UnaryHandler = (_call, request) => {
    const service = serviceOf(request);
    if (!known.has(service)) {
      return Promise.reject(new CloudError("NOT_FOUND", `Service ${service} is not known here.`));
    }
    const status = isServing() ? SERVING : NOT_SERVING;
    return Promise.resolve(protobuf.Writer.create().uint32(8).int32(status).finish());
  };
  return new Map([["/grpc.health.v1.Health/Check", check]]);
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
