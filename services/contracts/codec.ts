// The one protobuf root of a process (Temporal's descriptors plus our own) and typed encode/decode for its messages.
// A second copy of @temporalio/proto in one process would clash, so nobody else may load descriptors.
import protobuf from "protobufjs";
import temporalRoot from "@temporalio/proto/protos/root.js";
import { additions } from "./generated/additions.ts";
import { descriptors } from "./generated/descriptors.ts";
import { mergeDescriptors } from "./merge-descriptors.ts";

// The module is CommonJS without types: it exports the protobufjs root that holds all Temporal packages.
export const root = temporalRoot as unknown as protobuf.Root;

if (root.get("cellplane") === null) {
  root.addJSON({ cellplane: descriptors });
  addHttpBody(root);
  mergeDescriptors(root, { nested: { temporal: additions } });
}

/** google.api.HttpBody is not among Temporal's descriptors; a response of this type is sent as it is over HTTP. */
function addHttpBody(target: protobuf.Root): void {
  const googleApi = target.lookup("google.api");
  if (!(googleApi instanceof protobuf.Namespace) || googleApi.get("HttpBody") !== null) return;
  googleApi.addJSON({
    HttpBody: { fields: { contentType: { type: "string", id: 1 }, data: { type: "bytes", id: 2 } } },
  });
}

export interface Codec<Message> {
  readonly typeName: string;
  readonly type: protobuf.Type;
  encode(message: Message): Uint8Array;
  decode(bytes: Uint8Array): Message;
}

const codecs = new Map<string, Codec<unknown>>();

/** The codec of a message by full name, e.g. `codecOf<temporal.api.common.v1.IPayload>("temporal.api.common.v1.Payload")`. */
export function codecOf<Message>(typeName: string): Codec<Message> {
  let codec = codecs.get(typeName);
  if (codec === undefined) {
    codec = makeCodec(typeName);
    codecs.set(typeName, codec);
  }
  return codec as Codec<Message>;
}

function makeCodec(typeName: string): Codec<unknown> {
  let resolved: protobuf.Type | undefined;
  const type = (): protobuf.Type => (resolved ??= root.lookupType(typeName));
  return {
    typeName,
    get type() {
      return type();
    },
    encode: (message) =>
      type()
        .encode(message as Record<string, unknown>)
        .finish(),
    decode: (bytes) => type().decode(bytes),
  };
}
