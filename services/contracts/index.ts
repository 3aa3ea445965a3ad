// The door of contracts: what crosses a process boundary, as descriptors, types and codecs.
export { codecOf, root, type Codec } from "./codec.ts";
export { methodOf, methodsOf, type HttpBinding, type RpcMethod } from "./methods.ts";
export { msOfDuration, msOfTimestamp, durationOfMs, timestampOfMs } from "./time.ts";
export * as cellV1 from "./generated/cell.ts";
export * as directoryV1 from "./generated/directory.ts";
export * as cloudV1 from "./generated/cloud.ts";
// Temporal's message types are for types only; its enums are values of the same names.
export { temporal, google } from "@temporalio/proto";
