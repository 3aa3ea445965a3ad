// The queues that carry small jobs: their names, where they live (PostgreSQL, or Redis when a URL is given), and the
// waker. Jobs carry no data: the row in the database is the truth, and a wake-up that is lost costs one period.
import {
  createPostgresBackend,
  Queue,
  type PostgresConnectionOptions,
  type PostgresQueueBackend,
} from "bullmq";
import type { Logger } from "./log.ts";

export const JOB_QUEUES = ["mail", "expiry", "audit", "reports", "exports", "metering"] as const;
export type JobQueueName = (typeof JOB_QUEUES)[number];

export interface JobQueueSettings {
  databaseUrl: string;
  /** When set, the queues live there instead of in PostgreSQL. */
  redisUrl?: string | undefined;
}

const SCHEMA = "jobs";
const CONNECTIONS_MAX = 3;
const WAKE_TIMEOUT_MS = 2_000;

export interface JobQueueWaker {
  /** Never fails: what it is about is committed already, and the period finds it too. */
  wake(queue: JobQueueName): Promise<void>;
  close(): Promise<void>;
}

/** Connection options of the PostgreSQL backend. The tables are made by whoever comes first. */
export function postgresConnection(settings: JobQueueSettings): PostgresConnectionOptions {
  return {
    connectionString: settings.databaseUrl,
    schema: SCHEMA,
    migrate: true,
    max: CONNECTIONS_MAX,
    application_name: "cellplane-jobs",
  };
}

/** Connection options of Redis. */
export function redisConnection(redisUrl: string): { url: string; maxRetriesPerRequest: null } {
  return { url: redisUrl, maxRetriesPerRequest: null };
}

export type JobQueue =
  Queue | Queue<unknown, unknown, string, unknown, unknown, string, PostgresQueueBackend>;

export function openQueue(name: JobQueueName, settings: JobQueueSettings, log: Logger): JobQueue {
  const queue =
    settings.redisUrl === undefined
      ? new Queue(name, { connection: postgresConnection(settings) }, createPostgresBackend)
      : new Queue(name, { connection: redisConnection(settings.redisUrl) });
  // Without a listener an error of an idle connection would end the process; BullMQ reconnects by itself.
  queue.on("error", (error) => log.warn({ err: error, queue: name }, "job queue"));
  return queue as JobQueue;
}

export function createJobWaker(settings: JobQueueSettings, log: Logger): JobQueueWaker {
  const queues = new Map<JobQueueName, JobQueue>();
  return {
    async wake(name) {
      const queue = queues.get(name) ?? openQueue(name, settings, log);
      queues.set(name, queue);
      const timeout = new Promise<void>((resolve) => setTimeout(resolve, WAKE_TIMEOUT_MS).unref());
      const added = queue.add("wake", {}, { removeOnComplete: true, removeOnFail: true }).then(
        () => undefined,
        (error: unknown) => log.warn({ err: error, queue: name }, "wake-up lost"),
      );
      await Promise.race([added, timeout]);
    },
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}
