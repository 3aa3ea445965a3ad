// google.protobuf types that have a JSON form of their own, on the way out.
import type protobuf from "protobufjs";
import { numberToJson, scalarToJson } from "./scalars-to-json.ts";
import { formatDuration, formatTimestamp } from "./timestamps.ts";
import type { JsonOutput } from "./to-json.ts";
import { anyFieldName, hasOwnJsonForm, typeOfUrl, wrappedScalar } from "./well-known-from-json.ts";

type Message = Readonly<Record<string, unknown>>;
type WriteMessage = (type: protobuf.Type, message: unknown) => JsonOutput;

/** The JSON when `type` has a form of its own, undefined for ordinary messages. */
export function wellKnownToJson(
  type: protobuf.Type,
  message: Message,
  writeMessage: WriteMessage,
): JsonOutput | undefined {
  if (!hasOwnJsonForm(type)) return undefined;
  const scalar = wrappedScalar(type);
  if (scalar !== undefined) return scalarToJson(scalar, message["value"] ?? type.fieldsById[1]?.defaultValue);
  switch (type.name) {
    case "Timestamp":
      return formatTimestamp(numberOf(message["seconds"]), numberOf(message["nanos"]));
    case "Duration":
      return formatDuration(numberOf(message["seconds"]), numberOf(message["nanos"]));
    case "FieldMask":
      return ((message["paths"] ?? []) as string[]).map(camelPath).join(",");
    case "Struct":
      return structToJson(message);
    case "ListValue":
      return listToJson(message);
    case "Value":
      return valueToJson(message);
    default:
      return anyToJson(type, message, writeMessage);
  }
}

function numberOf(value: unknown): number {
  return value === null || value === undefined ? 0 : Number(String(value));
}

function camelPath(path: string): string {
  return path.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function structToJson(message: Message): JsonOutput {
  const output = Object.create(null) as Record<string, JsonOutput>;
  for (const [key, value] of Object.entries((message["fields"] ?? {}) as Record<string, Message>))
    output[key] = valueToJson(value);
  return output;
}

function listToJson(message: Message): JsonOutput {
  return ((message["values"] ?? []) as Message[]).map(valueToJson);
}

function valueToJson(message: Message): JsonOutput {
  const has = (name: string): boolean => Object.hasOwn(message, name) && message[name] != null;
  if (has("numberValue")) return numberToJson(message["numberValue"] as number);
  if (has("stringValue")) return message["stringValue"] as string;
  if (has("boolValue")) return message["boolValue"] as boolean;
  if (has("structValue")) return structToJson(message["structValue"] as Message);
  if (has("listValue")) return listToJson(message["listValue"] as Message);
  return null;
}

/** An Any of a type this process does not know is shown by its name and bytes rather than failing the answer. */
function anyToJson(anyType: protobuf.Type, message: Message, writeMessage: WriteMessage): JsonOutput {
  const typeUrl = message[anyFieldName(anyType, 1)];
  if (typeof typeUrl !== "string" || typeUrl === "") return {};
  const bytes = message[anyFieldName(anyType, 2)];
  const encoded = bytes instanceof Uint8Array ? bytes : new Uint8Array();
  const type = typeOfUrl(anyType.root, typeUrl);
  if (type === undefined) return { "@type": typeUrl, value: scalarToJson("bytes", encoded) };
  const content = writeMessage(type, type.decode(encoded));
  if (hasOwnJsonForm(type)) return { "@type": typeUrl, value: content };
  return { "@type": typeUrl, ...(content as Record<string, JsonOutput>) };
}
