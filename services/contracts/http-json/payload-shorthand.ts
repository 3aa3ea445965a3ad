// Temporal's short form of payloads in JSON: the value itself in place of metadata and base64 data. A payload that the
// short form cannot carry (another encoding, more metadata) is written and read as the message that it is.
import type protobuf from "protobufjs";
import { CloudError } from "#shared/errors";
import {
  JsonNumber,
  messageFromJson,
  type JsonOutput,
  type JsonValue,
  type MessageObject,
} from "../proto-json/index.ts";

const PAYLOAD = ".temporal.api.common.v1.Payload";
const PAYLOADS = ".temporal.api.common.v1.Payloads";
/** Beside the fields of a message that was encoded as json/protobuf: the name of its type. */
const MESSAGE_TYPE_KEY = "_protoMessageType";

type Metadata = Readonly<Record<string, Uint8Array>>;

/** The short form of a payload, or an array of them; undefined for other messages and where it cannot be short. */
export function writePayloadShorthand(
  type: protobuf.Type,
  message: Readonly<Record<string, unknown>>,
): JsonOutput | undefined {
  if (type.fullName === PAYLOAD) return shortOf(message);
  if (type.fullName !== PAYLOADS) return undefined;
  const all = ((message["payloads"] ?? []) as MessageObject[]).map(shortOf);
  const short = all.filter((one) => one !== undefined);
  return short.length === all.length ? short : undefined;
}

function shortOf(payload: Readonly<Record<string, unknown>>): JsonOutput | undefined {
  const metadata = (payload["metadata"] ?? {}) as Metadata;
  const names = Object.keys(metadata);
  const data = parsed(payload["data"]);
  switch (textOf(metadata["encoding"])) {
    case "binary/null":
      return nullForm();
    case "json/plain":
      if (names.length !== 1 || data === undefined) return undefined;
      return data === null ? nullForm() : data;
    case "json/protobuf": {
      const messageType = textOf(metadata["messageType"]);
      if (messageType === "" || names.length !== 2 || !isObject(data)) return undefined;
      return { ...data, [MESSAGE_TYPE_KEY]: messageType };
    }
    default:
      return undefined;
  }
}

/** Not `null`, which in proto JSON means that there is no payload. */
function nullForm(): JsonOutput {
  return { metadata: { encoding: base64("binary/null") } };
}

function parsed(data: unknown): JsonOutput | undefined {
  try {
    return JSON.parse(Buffer.from((data ?? new Uint8Array()) as Uint8Array).toString("utf8")) as JsonOutput;
  } catch {
    // Not the JSON that its encoding says: shown as bytes.
    return undefined;
  }
}

function isObject(value: JsonOutput | undefined): value is Record<string, JsonOutput> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? "" : Buffer.from(bytes).toString("utf8");
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

/** Reads the short form; what has the long form's fields is read by `read`. */
export function readPayloadShorthand(
  type: protobuf.Type,
  value: JsonValue,
  read: () => MessageObject,
): MessageObject | undefined {
  if (type.fullName === PAYLOAD) return payloadOf(value, read);
  if (type.fullName !== PAYLOADS || !Array.isArray(value)) return undefined;
  // The long form of one element is read by the rules of its type.
  const element = type.fields["payloads"]?.resolvedType as protobuf.Type;
  const payloads = value.map((one) => payloadOf(one, () => messageFromJson(element, one)));
  return type.create({ payloads }) as unknown as MessageObject;
}

function payloadOf(value: JsonValue, read: () => MessageObject): MessageObject {
  if (value === null) return { metadata: { encoding: Buffer.from("binary/null") } };
  if (!(value instanceof Map)) return jsonPayload(value);
  if (hasLongForm(value)) {
    try {
      return read();
    } catch (error) {
      // A caller's own object that happens to have a field "metadata".
      if (!(error instanceof CloudError)) throw error;
    }
  }
  const messageType = value.get(MESSAGE_TYPE_KEY);
  if (messageType === undefined) return jsonPayload(value);
  if (typeof messageType !== "string")
    throw new CloudError("INVALID_ARGUMENT", `${MESSAGE_TYPE_KEY} must be a string`);
  const fields = new Map(value);
  fields.delete(MESSAGE_TYPE_KEY);
  return {
    metadata: { encoding: Buffer.from("json/protobuf"), messageType: Buffer.from(messageType) },
    data: Buffer.from(jsonText(fields)),
  };
}

/** Metadata with an encoding, data unless there is none to have, and nothing else. */
function hasLongForm(value: ReadonlyMap<string, JsonValue>): boolean {
  const metadata = value.get("metadata");
  if (!(metadata instanceof Map) || !metadata.has("encoding")) return false;
  if (value.size === 1) return metadata.get("encoding") === base64("binary/null");
  return value.size === 2 && typeof value.get("data") === "string";
}

function jsonPayload(value: JsonValue): MessageObject {
  return { metadata: { encoding: Buffer.from("json/plain") }, data: Buffer.from(jsonText(value)) };
}

/** Without white space and with sorted keys, as Temporal's server stores it; numbers keep every digit. */
function jsonText(value: JsonValue): string {
  if (value instanceof JsonNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(jsonText).join(",")}]`;
  if (!(value instanceof Map)) return JSON.stringify(value);
  const sorted = [...value].sort(([one], [other]) => (one < other ? -1 : 1));
  const members = sorted.map(([key, member]) => `${JSON.stringify(key)}:${jsonText(member)}`);
  return `{${members.join(",")}}`;
}
