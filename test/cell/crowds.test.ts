// Many of one kind at once: polls that wait, and timers that are due in the same moment. Bounded, complete, and no other
// call waits for them.
import { describe, expect, it } from "vitest";
import { methodOf, temporal } from "#contracts";
import { systemClock } from "#shared/clock";
import { createUnaryClient } from "#wire";
import { eventually } from "#harness/eventually";
import { seedExecutions } from "#harness/seed-executions";
import { endConnections } from "../faults/break-postgres.ts";
import { NAMESPACE } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

const POLLS = 10_000;
const QUEUES = 100;
const TIMERS = 800;
const WORKERS = 8;
const LIMIT_MS = 90_000;
const POLL = methodOf("temporal.api.workflowservice.v1.WorkflowService/PollWorkflowTaskQueue");

type PollResponse = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;

const { EventType } = temporal.api.enums.v1;

const world = cellWorld("cell_crowds");

describe("ten thousand polls that wait", () => {
  it("leave every other call its answer, and one of them gets the next task", async () => {
    const cell = await world.start();
    const client = createUnaryClient({ address: cell.address });
    let answered: PollResponse | undefined;
    const polls = Array.from({ length: POLLS }, async (_, number) => {
      const request = {
        namespace: NAMESPACE,
        taskQueue: { name: `queue-${number % QUEUES}` },
        identity: "p",
      };
      const bytes = await client.call(POLL.path, POLL.request.encode(request), { deadlineMs: 600_000 });
      answered = POLL.response.decode(bytes) as PollResponse;
    });
    // When the client closes, those that still wait are cut off.
    const settled = Promise.allSettled(polls);
    const { client: other } = cell;
    await eventually(
      async () => {
        const { pollers } = await other.call<object, { pollers?: unknown[] }>("DescribeTaskQueue", {
          namespace: NAMESPACE,
          taskQueue: { name: `queue-${QUEUES - 1}` },
        });
        return (pollers?.length ?? 0) > 0;
      },
      { limitMs: LIMIT_MS, what: "the last poll waits" },
    );
    // They go on waiting while PostgreSQL drops the cell.
    await endConnections(world.databaseUrl);
    const isServing = async (): Promise<boolean> =>
      (await other.start("probe", { taskQueue: { name: "nobody" } })).runId !== "";
    await eventually(isServing, { limitMs: LIMIT_MS, what: "the cell writes again" });
    await other.start("wanted", { taskQueue: { name: "queue-7" } });
    await eventually(() => answered !== undefined, { limitMs: LIMIT_MS, what: "one poll gets the task" });

    expect(answered?.workflowExecution?.workflowId).toBe("wanted");
    await cell.process.kill();
    await settled;
    client.close();
  });
});

describe("timers that are due in the same moment", () => {
  it("all fire, each once, with more of them than memory holds executions", async () => {
    const first = await world.start();
    await first.process.stop();
    const now = systemClock.now();
    await seedExecutions(world.databaseUrl, {
      namespace: NAMESPACE,
      prefix: "timed",
      count: TIMERS,
      taskQueue: "q",
      now,
      timerAt: () => now + 1,
    });
    const { client } = await world.start({ CELLPLANE_EXECUTIONS_MAX: "200" });
    const fired: string[] = [];
    const worker = async (): Promise<void> => {
      while (fired.length < TIMERS) {
        const task = await client.pollTask(LIMIT_MS);
        const types = (task.history?.events ?? []).map(({ eventType }) => eventType);
        expect(types.filter((type) => type === EventType.EVENT_TYPE_TIMER_FIRED)).toHaveLength(1);
        fired.push(task.workflowExecution?.workflowId ?? "");
      }
    };
    await Promise.race([
      Promise.all(Array.from({ length: WORKERS }, worker)),
      eventually(() => fired.length >= TIMERS, { limitMs: LIMIT_MS, what: "every timer fired" }),
    ]);

    expect(new Set(fired).size).toBe(TIMERS);
  });
});
