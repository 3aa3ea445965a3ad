// Callers that cost more than they should: one that never reads, one that sends as much as it can, a workflow that fails
// every task. Each is bounded, and nobody else waits for it.
import { connect, type ClientHttp2Session } from "node:http2";
import { methodOf, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { describe, expect, it } from "vitest";
import { eventually } from "#harness/eventually";
import { completeWorkflow } from "#harness/task-commands";
import { NAMESPACE, type CellClient } from "../cell/cell-client.ts";
import { cellWorld } from "../cell/world.ts";
import { rssBytes } from "./rss.ts";

const HISTORY_BYTES = 1_900_000;
const UNREAD_CALLS = 40;
const MB = 1024 * 1024;
/** Twice what was asked for, as the target says, and what a busy heap has not given back yet. */
const UNREAD_LIMIT_BYTES = 2 * UNREAD_CALLS * HISTORY_BYTES + 100 * MB;
const PAYLOAD_BYTES = 4 * MB;
const PAYLOADS = 20;
const PAYLOADS_LIMIT_BYTES = 200 * MB;
const POISON_MS = 2_000;
const OTHERS_LIMIT_MS = 10_000;

const HISTORY = methodOf("temporal.api.workflowservice.v1.WorkflowService/GetWorkflowExecutionHistory");

const world = cellWorld("cell_hostile");

/** An honest caller, who must not notice. */
async function othersAreServed(client: CellClient, workflowId: string): Promise<void> {
  const began = performance.now();
  await client.start(workflowId, { taskQueue: { name: "nobody" } });
  expect(performance.now() - began).toBeLessThan(OTHERS_LIMIT_MS);
}

/** Asks for a history on its own stream and never takes the answer. */
function askWithoutReading(session: ClientHttp2Session, workflowId: string): void {
  const message = HISTORY.request.encode({ namespace: NAMESPACE, execution: { workflowId } });
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  const stream = session.request({
    ":method": "POST",
    ":path": HISTORY.path,
    "content-type": "application/grpc",
    te: "trailers",
  });
  stream.on("error", () => undefined);
  stream.pause();
  stream.end(Buffer.concat([prefix, message]));
}

describe("a client that never reads", () => {
  it("costs no more memory than its answers, and nobody else waits", async () => {
    const { client, process, address } = await world.start();
    await client.start("large", { input: { payloads: [{ data: Buffer.alloc(HISTORY_BYTES, 7) }] } });
    const before = rssBytes(process.pid);
    const session = connect(`http://${address}`);
    session.on("error", () => undefined);
    for (let count = 0; count < UNREAD_CALLS; count += 1) askWithoutReading(session, "large");
    for (let count = 0; count < 20; count += 1) await othersAreServed(client, `other-${String(count)}`);
    const grown = rssBytes(process.pid) - before;
    session.destroy();

    console.log(`${(grown / MB).toFixed(0)} MB more for ${String(UNREAD_CALLS)} answers that nobody takes`);
    expect(grown).toBeLessThan(UNREAD_LIMIT_BYTES);
    await othersAreServed(client, "afterwards");
  });
});

describe("payloads of four megabytes", () => {
  it("are refused with a documented error, in flat memory", async () => {
    const { client, process } = await world.start();
    const before = rssBytes(process.pid);
    const refusals = new Set<string>();
    for (let count = 0; count < PAYLOADS; count += 1) {
      const input = { payloads: [{ data: Buffer.alloc(PAYLOAD_BYTES, count) }] };
      await client.start(`payload-${String(count)}`, { input }).catch((error: unknown) => {
        refusals.add(error instanceof CloudError ? error.code : String(error));
      });
    }
    const grown = rssBytes(process.pid) - before;

    console.log(
      `${(grown / MB).toFixed(0)} MB more after ${String(PAYLOADS)} payloads; ${[...refusals].join()}`,
    );
    expect([...refusals].every((code) => ["INVALID_ARGUMENT", "RESOURCE_EXHAUSTED"].includes(code))).toBe(
      true,
    );
    expect(refusals.size).toBeGreaterThan(0);
    expect(grown).toBeLessThan(PAYLOADS_LIMIT_BYTES);
    await othersAreServed(client, "small");
  });
});

describe("a workflow that fails every task", () => {
  it("is tried again with a history that does not grow, and others go on", async () => {
    const { client } = await world.start();
    await client.start("poison");
    const until = performance.now() + POISON_MS;
    let attempts = 0;
    while (performance.now() < until) {
      const { taskToken } = await client.pollTask(2_000);
      if ((taskToken?.length ?? 0) === 0) continue;
      attempts += 1;
      const request: temporal.api.workflowservice.v1.IRespondWorkflowTaskFailedRequest = {
        namespace: NAMESPACE,
        taskToken: taskToken ?? null,
        cause:
          temporal.api.enums.v1.WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR,
        identity: "poison",
      };
      await client.call("RespondWorkflowTaskFailed", request);
    }
    console.log(`${String(attempts)} attempts in ${String(POISON_MS)} ms`);
    expect(attempts).toBeGreaterThan(0);
    expect((await client.history("poison")).length).toBeLessThan(10);

    await client.start("good", { taskQueue: { name: "q" } });
    await eventually(
      async () => {
        const task = await client.pollTask(2_000);
        if (task.workflowExecution?.workflowId !== "good") return false;
        await client.completeTask(task, [completeWorkflow()]);
        return true;
      },
      { limitMs: 4 * OTHERS_LIMIT_MS, what: "the end of the good workflow" },
    );
  });
});
