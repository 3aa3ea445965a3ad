// An order from payment to receipt: activities with retries, a timer, a signal, a query, an update, a child workflow,
// continue-as-new, and compensation when it is cancelled.
import {
  CancellationScope,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  executeChild,
  isCancellation,
  proxyActivities,
  setHandler,
  sleep,
} from "@temporalio/workflow";
import type { OrderActivities } from "./activities.ts";
import type { Order, Receipt } from "./order.ts";
import { shipment } from "./shipment.workflow.ts";

export const approve = defineSignal<[approvedBy: string]>("approve");
export const status = defineQuery<string>("status");
export const addNote = defineUpdate<number, [note: string]>("addNote");

const COOLING_OFF_MS = 20;

const { reserveStock, chargeCard, releaseStock, writeReceipt } = proxyActivities<OrderActivities>({
  startToCloseTimeout: "10 seconds",
  heartbeatTimeout: "10 seconds",
  retry: { initialInterval: "10 milliseconds", maximumInterval: "100 milliseconds", maximumAttempts: 10 },
});

export async function order(input: Order): Promise<Receipt> {
  if (input.settled !== undefined) {
    return writeReceipt({ orderId: input.orderId, amountCents: input.amountCents, ...input.settled });
  }
  let stage = "new";
  let approvedBy: string | undefined;
  const notes: string[] = [];
  setHandler(status, () => stage);
  setHandler(approve, (name) => void (approvedBy = name));
  setHandler(addNote, (note) => notes.push(note), {
    validator: (note) => {
      if (note.trim() === "") throw new Error("a note needs text");
    },
  });
  await reserveStock(input.orderId);
  stage = "reserved";
  try {
    const paymentId = await chargeCard(input.orderId, input.amountCents);
    stage = "charged";
    await sleep(COOLING_OFF_MS);
    await condition(() => approvedBy !== undefined && notes.length > 0 && !input.isAbandoned);
    stage = "shipping";
    const trackingId = await executeChild(shipment, {
      args: [input.orderId],
      workflowId: `${input.orderId}-shipment`,
    });
    return await continueAsNew<typeof order>({
      ...input,
      settled: { paymentId, approvedBy: approvedBy ?? "", notes, trackingId },
    });
  } catch (error) {
    if (isCancellation(error)) await CancellationScope.nonCancellable(() => releaseStock(input.orderId));
    throw error;
  }
}
