// A sink as its form holds it: the kind, and the fields of that kind.
import type { HclValue } from "#format/show-as";

export type SinkKind = "webhookSink" | "kinesisSink" | "pubSubSink";

export interface SinkDraft {
  name: string;
  kind: SinkKind;
  values: Readonly<Record<string, string>>;
}

export const SINK_KINDS = [
  { value: "webhookSink", title: "Webhook", text: "Signed by Standard Webhooks, to an https address." },
  { value: "kinesisSink", title: "Amazon Kinesis", text: "PutRecords, as a role of yours." },
  { value: "pubSubSink", title: "Google Pub/Sub", text: "Published as a service account of yours." },
] as const;

interface SinkField {
  name: string;
  label: string;
  placeholder?: string;
  type?: "password";
}

export const SINK_FIELDS: Readonly<Record<SinkKind, readonly SinkField[]>> = {
  webhookSink: [
    { name: "url", label: "Address", placeholder: "https://siem.example.com/cellplane" },
    { name: "signingSecret", label: "Signing secret", placeholder: "whsec_", type: "password" },
  ],
  kinesisSink: [
    {
      name: "destinationUri",
      label: "ARN of the stream",
      placeholder: "arn:aws:kinesis:us-east-1:123456789012:stream/audit",
    },
    { name: "roleName", label: "Role that may write", placeholder: "cellplane-audit" },
    { name: "region", label: "Region", placeholder: "us-east-1" },
  ],
  pubSubSink: [
    { name: "serviceAccountId", label: "Service account", placeholder: "cellplane" },
    { name: "topicName", label: "Topic", placeholder: "audit" },
    { name: "gcpProjectId", label: "Project", placeholder: "acme-prod" },
  ],
};

export function specOf({ name, kind, values }: SinkDraft) {
  return { name: name.trim(), enabled: true, [kind]: { ...values } };
}

export function terraformSink({ name, kind, values }: SinkDraft): Record<string, HclValue> {
  const snake = (text: string): string => text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const inner = Object.fromEntries(
    SINK_FIELDS[kind].map((field) => [snake(field.name), values[field.name] ?? ""]),
  );
  return { sink_name: name, enabled: true, [kind === "kinesisSink" ? "kinesis" : "pubsub"]: inner };
}
