// The activities of an order. They note what leaves no event in a history: each heartbeat sent.
import { activityInfo, ApplicationFailure, heartbeat, sleep } from "@temporalio/activity";
import { CHARGE_ATTEMPTS, type Receipt } from "./order.ts";

/** Time for the SDK to send a heartbeat before the activity ends. */
const HEARTBEAT_SETTLES_MS = 40;

export type OrderActivities = ReturnType<typeof orderActivities>;

export function orderActivities(onHeartbeat: () => void) {
  return {
    async reserveStock(orderId: string): Promise<void> {
      heartbeat({ orderId });
      onHeartbeat();
      await sleep(HEARTBEAT_SETTLES_MS);
    },
    async chargeCard(orderId: string, amountCents: number): Promise<string> {
      const { attempt } = activityInfo();
      if (attempt < CHARGE_ATTEMPTS)
        throw ApplicationFailure.retryable(`card terminal busy, attempt ${attempt}`);
      return Promise.resolve(`payment-${orderId}-${amountCents}`);
    },
    async releaseStock(_orderId: string): Promise<void> {
      return Promise.resolve();
    },
    async handOverParcel(orderId: string): Promise<string> {
      return Promise.resolve(`track-${orderId}`);
    },
    async writeReceipt(receipt: Receipt): Promise<Receipt> {
      return Promise.resolve(receipt);
    },
  };
}
