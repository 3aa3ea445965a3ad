// Sends a batch to whatever kind of destination its sink has.
import type { Clock } from "#shared/clock";
import type { OutboundPolicy } from "#shared/outbound-http";
import type { SendRecords } from "../destination.ts";
import type { SinkSettings } from "../sink-settings.ts";
import { kinesisSender } from "./send-to-kinesis.ts";
import { pubSubSender } from "./send-to-pubsub.ts";
import { sendToWebhook } from "./send-to-webhook.ts";

export function createRecordSender(
  settings: SinkSettings,
  ports: { clock: Clock; policy: OutboundPolicy },
): SendRecords {
  const toKinesis = kinesisSender(settings, ports.clock);
  const toPubSub = pubSubSender(settings, ports.clock);
  return (delivery) => {
    const { destination } = delivery;
    switch (destination.kind) {
      case "kinesis":
        return toKinesis({ ...delivery, destination });
      case "pubsub":
        return toPubSub({ ...delivery, destination });
      case "webhook":
        return sendToWebhook(ports, { ...delivery, destination });
    }
  };
}
