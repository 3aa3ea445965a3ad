// Canonical proto3 JSON for messages of the one root: the door of this folder.
export { fieldNamesOf, hasPresence, protoNameOf } from "./field-names.ts";
export {
  fieldFromJson,
  messageFromJson,
  messageFromJsonText,
  type FromJsonOptions,
  type MessageObject,
  type ReadForm,
} from "./from-json.ts";
export { JsonNumber, JSON_DEPTH_MAX, parseJsonText, type JsonValue } from "./json-text.ts";
export { messageToJson, messageToJsonText, type JsonOutput, type WriteForm } from "./to-json.ts";
