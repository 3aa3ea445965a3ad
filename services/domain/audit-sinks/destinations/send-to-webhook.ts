// Posts a batch to a webhook with the headers of Standard Webhooks: id, timestamp, and one signature for each secret, so
// that a receiver may change its secret at its own time (L7).
import { createHmac } from "node:crypto";
import type { Clock } from "#shared/clock";
import { sendOutbound, type OutboundPolicy } from "#shared/outbound-http";
import type { Delivery } from "../destination.ts";
import { checkTaken } from "./answers.ts";

const TIMEOUT_MS = 10_000;
const MS_PER_SECOND = 1_000;

export async function sendToWebhook(
  ports: { clock: Clock; policy: OutboundPolicy },
  delivery: Delivery & { destination: { kind: "webhook" } },
): Promise<number> {
  const timestamp = Math.floor(ports.clock.now() / MS_PER_SECOND);
  const records = delivery.records.map(({ json }) => json).join(",");
  const body = `{"type":"audit_log.records","accountId":${JSON.stringify(delivery.accountId)},"records":[${records}]}`;
  const answer = await sendOutbound(
    {
      url: delivery.destination.url,
      timeoutMs: TIMEOUT_MS,
      headers: {
        "content-type": "application/json",
        "user-agent": "cellplane-audit",
        "webhook-id": delivery.batchId,
        "webhook-timestamp": String(timestamp),
        "webhook-signature": delivery.secrets
          .map((secret) => signatureOf(secret, `${delivery.batchId}.${timestamp}.${body}`))
          .join(" "),
      },
      body,
    },
    ports.policy,
  );
  checkTaken(answer, "The webhook");
  return delivery.records.length;
}

/** `secret` is "whsec_" and base64. */
function signatureOf(secret: string, signed: string): string {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}
