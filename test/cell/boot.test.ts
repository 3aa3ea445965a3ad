// What a start costs does not grow with the executions that are stored: those that sleep are not read, tasks come when
// their queue is used, and wake-ups are read ahead in bounded numbers.
import { afterEach, describe, expect, it } from "vitest";
import { systemClock } from "#shared/clock";
import { createLogger } from "#shared/log";
import { createPool, type Pool } from "#shared/postgres";
import { eventually } from "#harness/eventually";
import { seedExecutions } from "#harness/seed-executions";
import { readNextWake, readWakes } from "../../services/cell/store/execution-queries.ts";
import { Wakes } from "../../services/cell/timers/wakes.ts";
import { NAMESPACE } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

const EXECUTIONS = 3_000;
const QUEUES = 3;
const HOUR_MS = 3_600_000;
const YEARS_MS = 10 * 365 * 24 * HOUR_MS;
/** Rows of executions that a start may read, whatever is stored: looks for the next wake-up, expiry and queues. */
const ROWS_READ_MAX = 100;

const world = cellWorld("cell_boot");
let pool: Pool | undefined;

afterEach(() => pool?.end());

/** A database with a cell's schema and namespace, and no cell. */
async function emptyCell(): Promise<void> {
  const first = await world.start();
  await first.process.stop();
  pool = createPool(world.databaseUrl, {
    connectionsMax: 2,
    statementTimeoutMs: 30_000,
    applicationName: "test",
  });
}

/** Rows of executions that were read from the table or one of its indexes since the statistics were made. */
async function rowsRead(): Promise<number> {
  const { rows } = await (pool as Pool).query<{ read: string }>(
    `select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)
       + (select coalesce(sum(idx_tup_read), 0) from pg_stat_user_indexes where relname = 'executions') as read
     from pg_stat_user_tables where relname = 'executions'`,
  );
  return Number(rows[0]?.read);
}

async function seed(options: {
  prefix: string;
  count: number;
  taskQueue: string;
  timerAt?: (number: number) => number;
}): Promise<void> {
  await seedExecutions(world.databaseUrl, { namespace: NAMESPACE, now: systemClock.now(), ...options });
}

describe("a start", () => {
  it("reads none of the executions that sleep or wait for a worker", async () => {
    await emptyCell();
    const timerAt = (): number => systemClock.now() + HOUR_MS;
    await seed({ prefix: "sleeping", count: EXECUTIONS, taskQueue: "q", timerAt });
    for (let queue = 0; queue < QUEUES; queue += 1) {
      await seed({
        prefix: `waiting-${queue}`,
        count: EXECUTIONS / QUEUES,
        taskQueue: `queue-${queue}`,
      });
    }
    await (pool as Pool).query("vacuum analyze executions");
    await (pool as Pool).query("select pg_stat_reset()");

    const cell = await world.start();
    const { execution } = await cell.client.call<object, { execution?: unknown }>(
      "DescribeWorkflowExecution",
      { namespace: NAMESPACE, execution: { workflowId: `sleeping-${EXECUTIONS - 1}` } },
    );
    expect(execution).not.toBeNull();
    await cell.process.stop();

    const read = await eventually(async () => (await rowsRead()) || undefined, { what: "statistics" });
    expect(read).toBeLessThan(ROWS_READ_MAX);
  });

  it("hands out the stored tasks of a queue when it is polled, each once, and describes them before", async () => {
    await emptyCell();
    await seed({ prefix: "waiting", count: 1_200, taskQueue: "q" });
    const { client } = await world.start();

    const described = await client.call<object, { stats?: { approximateBacklogCount?: unknown } }>(
      "DescribeTaskQueue",
      { namespace: NAMESPACE, taskQueue: { name: "q" }, reportStats: true },
    );
    expect(Number(described.stats?.approximateBacklogCount)).toBeGreaterThan(0);

    const seen: string[] = [];
    const worker = async (): Promise<void> => {
      while (seen.length < 1_200) {
        const task = await client.pollTask(20_000);
        seen.push(task.workflowExecution?.workflowId ?? "");
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));

    expect(new Set(seen).size).toBe(1_200);
  });

  it("keeps a timer of ten years and one that is overdue", async () => {
    await emptyCell();
    const now = systemClock.now();
    await seed({ prefix: "far", count: 1, taskQueue: "far", timerAt: () => now + YEARS_MS });
    await seed({ prefix: "due", count: 1, taskQueue: "q", timerAt: () => now + 1 });
    const cell = await world.start();

    const task = await cell.client.pollTask(20_000);
    expect(task.workflowExecution?.workflowId).toBe("due-0");
    const [, , , , timer] = await cell.client.history("far-0");
    expect(Number(timer?.timerStartedEventAttributes?.startToFireTimeout?.seconds)).toBeCloseTo(
      YEARS_MS / 1000,
      -2,
    );
  });
});

describe("wake-ups that are stored", () => {
  it("are read ahead a bounded number at a time, and each is told once, in time", async () => {
    await emptyCell();
    const coldMax = 200;
    const firstAt = systemClock.now() + 3_000;
    const timerAt = (number: number): number => firstAt + number;
    await seed({ prefix: "sleeping", count: 2_000, taskQueue: "q", timerAt });
    const told = new Map<string, number>();
    let heldMax = 0;
    const wakes = new Wakes({
      clock: systemClock,
      read: (range) => readWakes(pool as Pool, range),
      readNext: (after) => readNextWake(pool as Pool, after),
      log: createLogger({ process: "test", level: "silent" }),
      coldMax,
      onDue: ({ workflowId }) => {
        told.set(workflowId, (told.get(workflowId) ?? 0) + 1);
        heldMax = Math.max(heldMax, wakes.coldCount);
        return Promise.resolve();
      },
    });
    await wakes.start();
    await eventually(() => told.size === 2_000, { what: "every wake-up told" });
    wakes.stop();

    expect([...told.values()].every((times) => times === 1)).toBe(true);
    // A read begins when there is room and brings a page.
    expect(heldMax).toBeLessThanOrEqual(2 * coldMax);
  });
});
