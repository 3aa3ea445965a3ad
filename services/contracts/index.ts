// The door of contracts: what crosses a process boundary, as descriptors, types and codecs.
import proto from "@temporalio/proto";
export { codecOf, root, type Codec } from "./codec.ts";
export { methodOf, methodsOf, type HttpBinding, type RpcMethod } from "./methods.ts";
export { preferDeprecatedTwins } from "./deprecated-twins.ts";
export { msOfDuration, msOfTimestamp, durationOfMs, timestampOfMs } from "./time.ts";
export * as cellV1 from "./generated/cell.ts";
export * as directoryV1 from "./generated/directory.ts";
export { CloudProvider, ProjectRole } from "./generated/additions.ts";
export * as cloudV1 from "./generated/cloud.ts";
export * as tcldV1 from "./generated/tcld.ts";
// Temporal's message types are for types only; its enums are values of the same names. The package is CommonJS whose
// exports Node cannot see by name, so they are taken from its default export.
export import temporal = proto.temporal;
export import google = proto.google;
export {
  fieldFromJson,
  fieldNamesOf,
  hasPresence,
  JsonNumber,
  messageFromJson,
  messageFromJsonText,
  messageToJson,
  messageToJsonText,
  parseJsonText,
  protoNameOf,
  type FromJsonOptions,
  type JsonOutput,
  type JsonValue,
} from "./proto-json/index.ts";
export { createReflection, REFLECTION_PATHS } from "./reflection/index.ts";
export {
  createTemporalDoor,
  detailsToJson,
  parsePathTemplate,
  requestMessage,
  type CallRpc,
  type PathTemplate,
} from "./http-json/index.ts";
export { decodeCounterPage, type ReadCounter, type ReadCounterPage } from "./counter-page.ts";
