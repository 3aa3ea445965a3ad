// The rules of a codec server's settings. The console calls it from the browser; no process of ours does.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { CodecServer } from "./configuration.ts";

type PublicCodecServer = temporal.api.cloud.namespace.v1.ICodecServerSpec;

const FIELD = "spec.codecServer.endpoint";
const ENDPOINT_LENGTH_MAX = 2_000;
const MESSAGE_LENGTH_MAX = 1_000;

/** An empty endpoint means that there is none. */
export function parseCodecServer(spec: PublicCodecServer): CodecServer | null {
  const endpoint = spec.endpoint ?? "";
  if (endpoint === "") return null;
  checkUrl(endpoint, FIELD);
  return {
    endpoint,
    passAccessToken: spec.passAccessToken ?? false,
    includeCrossOriginCredentials: spec.includeCrossOriginCredentials ?? false,
    customErrorMessage: parseMessage(spec),
  };
}

function parseMessage(spec: PublicCodecServer): CodecServer["customErrorMessage"] {
  const { message, link } = spec.customErrorMessage?.default ?? {};
  if ((message ?? "") === "" && (link ?? "") === "") return null;
  if ((message ?? "").length > MESSAGE_LENGTH_MAX) {
    throw refused("spec.codecServer.customErrorMessage", `is longer than ${MESSAGE_LENGTH_MAX} characters`);
  }
  if ((link ?? "") !== "") checkUrl(link ?? "", "spec.codecServer.customErrorMessage.default.link");
  return { message: message ?? "", link: link ?? "" };
}

/** https everywhere, http for the customer's own machine only. */
function checkUrl(text: string, field: string): void {
  const url = text.length <= ENDPOINT_LENGTH_MAX && URL.canParse(text) ? new URL(text) : undefined;
  const isLocal = url?.hostname === "localhost" || url?.hostname === "127.0.0.1";
  const isAllowed = url?.protocol === "https:" || (url?.protocol === "http:" && isLocal);
  if (!isAllowed) throw refused(field, "must be an https URL (http is accepted for localhost)");
}

export function toCodecServer(codecServer: CodecServer | null): PublicCodecServer {
  if (codecServer === null) return { endpoint: "" };
  const { customErrorMessage, ...rest } = codecServer;
  return customErrorMessage === null
    ? rest
    : { ...rest, customErrorMessage: { default: customErrorMessage } };
}

function refused(field: string, reason: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field}: ${reason}.`, { field });
}
