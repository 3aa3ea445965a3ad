// The customer's program: an unmodified Temporal client and worker that place orders and check every result.
import {
  type Client,
  WorkflowFailedError,
  type WorkflowHandle,
  WorkflowUpdateFailedError,
} from "@temporalio/client";
import { CancelledFailure } from "@temporalio/common";
import { type NativeConnection, Worker } from "@temporalio/worker";
import { delay } from "#shared/clock";
import { randomIds } from "#shared/ids";
import type { CallLog } from "../recount.ts";
import { orderActivities } from "./activities.ts";
import type { Order, Receipt } from "./order.ts";
import { addNote, approve, order, status } from "./order.workflow.ts";

const IN_FLIGHT_MAX = 20;
/** Every tenth order is abandoned and cancelled; every tenth is given an empty note first, which is refused. */
const EVERY = 10;

export interface OrderRun {
  client: Client;
  connection: NativeConnection;
  namespace: string;
  taskQueue: string;
  bundlePath: string;
  orders: number;
  log: CallLog;
}

/** Runs the orders and answers how many ended right; throws at the first that did not. */
export async function placeOrders(run: OrderRun): Promise<{ completed: number; cancelled: number }> {
  const worker = await Worker.create({
    connection: run.connection,
    namespace: run.namespace,
    taskQueue: run.taskQueue,
    workflowBundle: { codePath: run.bundlePath },
    activities: orderActivities(() => (run.log.heartbeats += 1)),
  });
  const outcomes = { completed: 0, cancelled: 0 };
  await worker.runUntil(async () => {
    const numbers = Array.from({ length: run.orders }, (_, index) => index).values();
    const lanes = Array.from({ length: IN_FLIGHT_MAX }, async () => {
      for (const number of numbers) outcomes[await placeOrder(run, number)] += 1;
    });
    await Promise.all(lanes);
  });
  return outcomes;
}

async function placeOrder(run: OrderRun, number: number): Promise<"completed" | "cancelled"> {
  const isAbandoned = number % EVERY === 0;
  const input: Order = { orderId: `order-${randomIds.uuid()}`, amountCents: 1_000 + number, isAbandoned };
  const handle = await run.client.workflow.start(order, {
    args: [input],
    taskQueue: run.taskQueue,
    workflowId: input.orderId,
  });
  const stage = await handle.query(status);
  run.log.queries += 1;
  expect(["new", "reserved", "charged"].includes(stage), `${input.orderId} answered the stage ${stage}`);
  if (number % EVERY === 1) {
    await expectRejected(handle.executeUpdate(addNote, { args: [" "] }), input.orderId);
    run.log.rejectedUpdates += 1;
  }
  await handle.signal(approve, "Ada");
  const notes = await handle.executeUpdate(addNote, { args: ["handle with care"] });
  expect(notes === 1, `${input.orderId} counted ${notes} notes`);
  if (isAbandoned) {
    // Past its activities with heartbeats: one that arrives after the end would be refused and cost nothing.
    await untilCharged(run, handle);
    await handle.cancel();
    await expectCancelled(handle.result(), input.orderId);
    return "cancelled";
  }
  checkReceipt(input, await handle.result());
  return "completed";
}

const STAGE_QUERIES_MAX = 400;
const STAGE_POLL_MS = 25;

async function untilCharged(run: OrderRun, handle: WorkflowHandle<typeof order>): Promise<void> {
  for (let count = 0; count < STAGE_QUERIES_MAX; count += 1) {
    const stage = await handle.query(status);
    run.log.queries += 1;
    if (stage === "charged") return;
    await delay(STAGE_POLL_MS);
  }
  throw new Error(`${handle.workflowId} was not charged in time`);
}

/** What a promise fails with; undefined when it does not fail. */
function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
}

async function expectRejected(update: Promise<unknown>, orderId: string): Promise<void> {
  const error = await failureOf(update);
  expect(error instanceof WorkflowUpdateFailedError, `${orderId} accepted an empty note: ${String(error)}`);
}

async function expectCancelled(result: Promise<unknown>, orderId: string): Promise<void> {
  const error = await failureOf(result);
  const isCancelled = error instanceof WorkflowFailedError && error.cause instanceof CancelledFailure;
  expect(isCancelled, `${orderId} was not cancelled: ${String(error)}`);
}

function checkReceipt(input: Order, receipt: Receipt): void {
  const expected: Receipt = {
    orderId: input.orderId,
    amountCents: input.amountCents,
    paymentId: `payment-${input.orderId}-${input.amountCents}`,
    approvedBy: "Ada",
    notes: ["handle with care"],
    trackingId: `track-${input.orderId}`,
  };
  expect(
    canonical(receipt) === canonical(expected),
    `${input.orderId} ended with ${JSON.stringify(receipt)}`,
  );
}

function canonical(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)));
}

function expect(isRight: boolean, message: string): void {
  if (!isRight) throw new Error(message);
}
