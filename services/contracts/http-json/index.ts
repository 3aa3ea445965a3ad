// The door of this folder: HTTP/JSON in front of rpcs, by their google.api.http bindings.
export { detailsToJson } from "./error-details.ts";
export { parsePathTemplate, type PathTemplate } from "./path-template.ts";
export { requestMessage } from "./request-message.ts";
export { createTemporalDoor, type CallRpc } from "./temporal-door.ts";
