// An endpoint's description: markdown, which the public API carries as a json/plain payload, and as plain text in the
// field that clients before v0.4.0 of the API know. Pure.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { PublicSpec } from "./parse-spec.ts";

type Payload = temporal.api.common.v1.IPayload;

/** As much as a Temporal server takes for the description of an endpoint. */
const DESCRIPTION_BYTES_MAX = 20_000;
const ENCODING = "json/plain";

/** Errors: INVALID_ARGUMENT. */
export function parseDescription(spec: Pick<PublicSpec, "description" | "descriptionDeprecated">): string {
  const { description } = spec;
  const text = description == null ? (spec.descriptionDeprecated ?? "") : textOf(description);
  if (Buffer.byteLength(text) <= DESCRIPTION_BYTES_MAX) return text;
  throw refused(`must have at most ${DESCRIPTION_BYTES_MAX} bytes`);
}

export function descriptionPayload(text: string): Payload | null {
  if (text === "") return null;
  return { metadata: { encoding: Buffer.from(ENCODING) }, data: Buffer.from(JSON.stringify(text)) };
}

/** An empty payload is as none. */
function textOf({ metadata, data }: Payload): string {
  const encoding = metadata?.["encoding"];
  if (encoding === undefined && (data ?? []).length === 0) return "";
  if (encoding === undefined || Buffer.from(encoding).toString() !== ENCODING)
    throw refused(`must be a payload with the encoding ${ENCODING}`);
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(data ?? []).toString("utf8"));
  } catch {
    throw refused("must be a JSON string");
  }
  if (typeof value === "string" && !value.includes("\0")) return value;
  throw refused("must be a JSON string without U+0000");
}

function refused(reason: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `spec.description: ${reason}.`, { field: "spec.description" });
}
