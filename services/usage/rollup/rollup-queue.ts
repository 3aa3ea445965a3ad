// The wake-up of the rollup: one BullMQ job on PostgreSQL at a time, whichever usage process asks. The pending rows are
// the truth; a lost or doubled wake-up changes nothing but the moment.
import { createPostgresBackend, Queue, Worker } from "bullmq";
import type { Logger } from "#shared/log";
import type { Pool } from "#shared/postgres";
import { rollUp } from "./roll-up.ts";

const QUEUE = "usage-rollup";
const SCHEMA = "usage_jobs";
/** Counters of a busy namespace rise all the time; rolling them up this much later does them together. */
const ROLLUP_DELAY_MS = 2_000;
const SWEEP_PERIOD_MS = 60_000;

export interface RollupQueue {
  wake(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRollupQueue(options: {
  databaseUrl: string;
  pool: Pool;
  log: Logger;
}): Promise<RollupQueue> {
  const connection = { connectionString: options.databaseUrl, schema: SCHEMA, migrate: true };
  const queue = new Queue(QUEUE, { connection }, createPostgresBackend);
  await queue.waitUntilReady();
  const worker = new Worker(
    QUEUE,
    () => rollUp(options.pool),
    { connection, concurrency: 1 },
    createPostgresBackend,
  );
  queue.on("error", (error) => options.log.warn({ err: error }, "rollup queue"));
  worker.on("error", (error) => options.log.warn({ err: error }, "rollup worker"));
  worker.on("failed", (_job, error) =>
    options.log.warn({ err: error }, "rollup failed; the next wake-up tries again"),
  );
  const wake = async (): Promise<void> => {
    // The fixed id makes wake-ups before the job has run the same job.
    await queue.add(
      "rollup",
      {},
      { jobId: "rollup", delay: ROLLUP_DELAY_MS, removeOnComplete: true, removeOnFail: true },
    );
  };
  const sweep = setInterval(() => {
    wake().catch((error: unknown) => options.log.warn({ err: error }, "rollup not woken"));
  }, SWEEP_PERIOD_MS);
  return {
    wake,
    stop: async () => {
      clearInterval(sweep);
      await worker.close();
      await queue.close();
    },
  };
}
