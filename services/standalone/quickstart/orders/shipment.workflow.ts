// The child workflow of an order: hands the parcel over and answers with its tracking number.
import { proxyActivities } from "@temporalio/workflow";
import type { OrderActivities } from "./activities.ts";

const { handOverParcel } = proxyActivities<OrderActivities>({ startToCloseTimeout: "10 seconds" });

export async function shipment(orderId: string): Promise<string> {
  return handOverParcel(orderId);
}
