// A sink's spec as read from the public message. Pure. Whether a destination answers is found out by validation and by
// delivery, not here: infrastructure is often written down before it exists.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { checkOutboundUrl, type OutboundPolicy } from "#shared/outbound-http";
import type { Destination } from "./destination.ts";

type ISpec = temporal.api.cloud.account.v1.IAuditLogSinkSpec;

export interface SinkInput {
  name: string;
  enabled: boolean;
  destination: Destination;
  /** Of a webhook, when one was given. */
  secret: string | undefined;
}

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/;
const TEXT_LENGTH_MAX = 512;
const REGION = /^[a-z]{2,}(-[a-z0-9]+){1,4}$/;
const GOOGLE_NAME = /^[a-zA-Z0-9._~%+@:-]{1,255}$/;
const SECRET_PREFIX = "whsec_";
const SECRET_BYTES = { min: 24, max: 64 };

/** Errors: INVALID_ARGUMENT naming the field and the rule. */
export function readSinkSpec(spec: ISpec | null | undefined, policy: OutboundPolicy): SinkInput {
  if (spec == null) throw invalid("", "spec is required.");
  const name = readSinkName(spec.name, "spec.name");
  const given = [spec.kinesisSink, spec.pubSubSink, spec.webhookSink].filter((one) => one != null);
  if (given.length !== 1)
    throw invalid("", "spec must have exactly one of kinesis_sink, pub_sub_sink and webhook_sink.");
  return {
    name,
    enabled: spec.enabled === true,
    destination: readDestination(spec, policy),
    secret: readSecret(spec.webhookSink?.signingSecret ?? ""),
  };
}

/** Errors: INVALID_ARGUMENT. */
export function readSinkName(name: string | null | undefined, field: string): string {
  if (NAME.test(name ?? "")) return name ?? "";
  throw new CloudError(
    "INVALID_ARGUMENT",
    `${field} must have 1 to 64 letters, digits, - and _, and begin with a letter or digit.`,
    { field },
  );
}

function readDestination(spec: ISpec, policy: OutboundPolicy): Destination {
  const { kinesisSink: kinesis, pubSubSink: pubSub, webhookSink: webhook } = spec;
  if (kinesis != null) {
    const region = text(kinesis.region, "kinesisSink.region");
    if (!REGION.test(region)) throw invalid("kinesisSink.region", "region must be one like us-east-1.");
    return {
      kind: "kinesis",
      roleName: text(kinesis.roleName, "kinesisSink.roleName"),
      destinationUri: text(kinesis.destinationUri, "kinesisSink.destinationUri"),
      region,
    };
  }
  if (pubSub != null) {
    return {
      kind: "pubsub",
      serviceAccountId: googleName(pubSub.serviceAccountId, "pubSubSink.serviceAccountId"),
      topicName: googleName(pubSub.topicName, "pubSubSink.topicName"),
      gcpProjectId: googleName(pubSub.gcpProjectId, "pubSubSink.gcpProjectId"),
    };
  }
  const url = text(webhook?.url, "webhookSink.url", 2_000);
  try {
    return { kind: "webhook", url: checkOutboundUrl(url, policy).href };
  } catch (error) {
    if (error instanceof CloudError) throw invalid("webhookSink.url", `url: ${error.publicMessage}`);
    throw error;
  }
}

function text(value: string | null | undefined, field: string, max = TEXT_LENGTH_MAX): string {
  const given = value ?? "";
  if (given !== "" && given.length <= max && !/[\p{Cc}\p{Cs}]/u.test(given)) return given;
  throw invalid(field, `${field} must have 1 to ${max} printable characters.`);
}

function googleName(value: string | null | undefined, field: string): string {
  const given = text(value, field);
  if (GOOGLE_NAME.test(given) && !given.includes("..")) return given;
  throw invalid(field, `${field} must be a name as Google Cloud gives it, without slashes.`);
}

function readSecret(secret: string): string | undefined {
  if (secret === "") return undefined;
  const encoded = secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : "";
  const bytes = /^[A-Za-z0-9+/]+={0,2}$/.test(encoded) ? Buffer.from(encoded, "base64").length : 0;
  if (bytes >= SECRET_BYTES.min && bytes <= SECRET_BYTES.max) return secret;
  throw invalid(
    "webhookSink.signingSecret",
    `signing_secret must be ${SECRET_PREFIX} and ${SECRET_BYTES.min} to ${SECRET_BYTES.max} bytes in base64.`,
  );
}

function invalid(field: string, message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message, { field: field === "" ? "spec" : `spec.${field}` });
}
