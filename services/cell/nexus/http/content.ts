// Payloads as HTTP content: what the usual encodings say goes into the content type, anything else travels whole.
import { codecOf, type temporal } from "#contracts";

type Payload = temporal.api.common.v1.IPayload;

export interface Content {
  /** The content headers, without "content-". */
  header: Record<string, string>;
  data: Uint8Array;
}

const JSON_TYPE = "application/json";
const PROTOBUF_TYPE = "application/x-protobuf";
const BYTES_TYPE = "application/octet-stream";
const PAYLOAD_TYPE = "application/x-temporal-payload";
/** Content that says more than a payload can; its headers become the metadata. */
const UNKNOWN_ENCODING = "unknown/nexus-content";
const ENCODING = "encoding";
const MESSAGE_TYPE = "messageType";

const payloadCodec = codecOf<Payload>("temporal.api.common.v1.Payload");
const EMPTY = new Uint8Array();

/** Throws when content that says it is a payload is none. */
export function payloadOfContent({ header, data }: Content): Payload {
  const { encoding: _encoding, length: _length, ...rest } = header;
  const names = Object.keys(rest);
  const type = rest["type"];
  if (names.length === 0 && data.length === 0) return { metadata: metadataOf({ [ENCODING]: "binary/null" }) };
  if (names.length > 1 || type === undefined) return unknownPayload(rest, data);
  const media = mediaTypeOf(type);
  if (media?.name === PAYLOAD_TYPE) return payloadCodec.decode(data);
  const metadata = media === undefined ? undefined : metadataOfType(media);
  return metadata === undefined ? unknownPayload(rest, data) : { metadata: metadataOf(metadata), data };
}

function metadataOfType({ name, parameters }: MediaType): Record<string, string> | undefined {
  const count = parameters.size;
  const messageType = parameters.get("message-type") ?? "";
  switch (name) {
    case JSON_TYPE:
      if (count === 0) return { [ENCODING]: "json/plain" };
      if (count !== 2 || parameters.get("format") !== "protobuf" || messageType === "") return undefined;
      return { [ENCODING]: "json/protobuf", [MESSAGE_TYPE]: messageType };
    case PROTOBUF_TYPE:
      if (count !== 1 || messageType === "") return undefined;
      return { [ENCODING]: "binary/protobuf", [MESSAGE_TYPE]: messageType };
    case BYTES_TYPE:
      return count === 0 ? { [ENCODING]: "binary/plain" } : undefined;
    default:
      return undefined;
  }
}

function unknownPayload(header: Record<string, string>, data: Uint8Array): Payload {
  return { metadata: metadataOf({ ...header, [ENCODING]: UNKNOWN_ENCODING }), data };
}

function metadataOf(texts: Record<string, string>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, Buffer.from(text)]));
}

export function contentOfPayload(payload: Payload | null | undefined): Content {
  if (payload == null) return { header: {}, data: EMPTY };
  const texts = Object.fromEntries(
    Object.entries(payload.metadata ?? {}).map(([key, bytes]) => [key, Buffer.from(bytes).toString("utf8")]),
  );
  const { [ENCODING]: encoding, ...rest } = texts;
  const data = payload.data ?? EMPTY;
  if (encoding === UNKNOWN_ENCODING) return { header: rest, data };
  const type = typeOf(encoding, rest);
  if (type === undefined) return { header: { type: PAYLOAD_TYPE }, data: payloadCodec.encode(payload) };
  return { header: type === "" ? {} : { type }, data };
}

/** "" for content without a type; undefined when no type says it all. */
function typeOf(encoding: string | undefined, rest: Record<string, string>): string | undefined {
  const { [MESSAGE_TYPE]: messageType, ...others } = rest;
  if (Object.keys(others).length > 0) return undefined;
  if (encoding === "json/protobuf" || encoding === "binary/protobuf") {
    if (messageType === undefined || messageType === "") return undefined;
    const parameter = `message-type=${JSON.stringify(messageType)}`;
    return encoding === "json/protobuf"
      ? `${JSON_TYPE}; format=protobuf; ${parameter}`
      : `${PROTOBUF_TYPE}; ${parameter}`;
  }
  if (messageType !== undefined) return undefined;
  switch (encoding) {
    case "json/plain":
      return JSON_TYPE;
    case "binary/plain":
      return BYTES_TYPE;
    case "binary/null":
      return "";
    default:
      return undefined;
  }
}

interface MediaType {
  name: string;
  parameters: ReadonlyMap<string, string>;
}

const PARAMETER = /^\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s";]+))\s*(?:;|$)/;

/** Undefined when it is badly formed. */
function mediaTypeOf(text: string): MediaType | undefined {
  const [head = "", ...tail] = text.split(";");
  const parameters = new Map<string, string>();
  let rest = tail.join(";");
  while (rest.trim() !== "") {
    const found = PARAMETER.exec(rest);
    if (found === null) return undefined;
    const [whole, name = "", quoted, plain] = found;
    parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "");
    rest = rest.slice(whole.length);
  }
  return { name: head.trim().toLowerCase(), parameters };
}
