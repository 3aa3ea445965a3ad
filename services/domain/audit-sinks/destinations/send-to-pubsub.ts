// Publishes a batch to a Pub/Sub topic by its REST method, as the customer's service account. All messages of an account
// have one ordering key, so subscriptions with ordering get them in their order.
import type { Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import { sendOutbound } from "#shared/outbound-http";
import type { Delivery } from "../destination.ts";
import type { SinkSettings } from "../sink-settings.ts";
import { checkTaken, jsonObject } from "./answers.ts";
import { ExpiringValues } from "./expiring-values.ts";
import { impersonate, statusOf } from "./google-token.ts";

type PubSubDelivery = Delivery & { destination: { kind: "pubsub" } };

const TIMEOUT_MS = 10_000;

export function pubSubSender(settings: SinkSettings, clock: Clock) {
  const tokens = new ExpiringValues<string>(clock);
  return async (delivery: PubSubDelivery): Promise<number> => {
    const { gcpProjectId, topicName, serviceAccountId } = delivery.destination;
    const serviceAccount = serviceAccountId.includes("@")
      ? serviceAccountId
      : `${serviceAccountId}@${gcpProjectId}.iam.gserviceaccount.com`;
    const token = await tokens.get(`${delivery.accountId} ${serviceAccount}`, () =>
      impersonate({
        credentials: settings.sinkGoogleKey,
        iamEndpoint: settings.sinkIamCredentialsEndpoint,
        serviceAccount,
        clock,
      }),
    );
    const topic = `projects/${encodeURIComponent(gcpProjectId)}/topics/${encodeURIComponent(topicName)}`;
    const url = `${settings.sinkPubSubEndpoint.replace(/\/$/, "")}/v1/${topic}:publish`;
    const answer = await sendOutbound(
      {
        url,
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ messages: delivery.records.map((record) => messageOf(delivery, record)) }),
        timeoutMs: TIMEOUT_MS,
      },
      { allowedOrigins: new Set([new URL(url).origin]) },
    );
    const content = jsonObject(answer.body);
    checkTaken(answer, "Pub/Sub", statusOf(content));
    const ids = content["messageIds"];
    if (Array.isArray(ids) && ids.length === delivery.records.length) return ids.length;
    throw new CloudError("UNAVAILABLE", "Pub/Sub answered for another number of messages than were sent.");
  };
}

function messageOf(delivery: Delivery, record: Delivery["records"][number]): object {
  return {
    data: Buffer.from(record.json).toString("base64"),
    attributes: {
      log_id: record.logId,
      sequence: record.sequence.toString(),
      account_id: delivery.accountId,
    },
    orderingKey: delivery.accountId,
  };
}
