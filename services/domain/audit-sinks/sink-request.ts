// A request on a sink as it may be kept with its operation: with the fingerprint of its secret instead of the secret.
// The same secret gives the same text, so that a repeat is still recognised as one.
import { createHash } from "node:crypto";
import type { temporal } from "#contracts";

interface SinkRequest {
  spec?: temporal.api.cloud.account.v1.IAuditLogSinkSpec | null;
}

export function withoutSecret<Request extends SinkRequest>(request: Request): Request {
  const secret = request.spec?.webhookSink?.signingSecret ?? "";
  if (secret === "") return request;
  // Secrets have at least 24 random bytes, so a fast hash keeps them well.
  const fingerprint = `sha256:${createHash("sha256").update(secret).digest("hex")}`;
  const webhookSink = { ...request.spec?.webhookSink, signingSecret: fingerprint };
  return { ...request, spec: { ...request.spec, webhookSink } };
}
