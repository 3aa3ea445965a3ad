// Runs the job queues of the workflows process: mail, audit log sinks, exports and expiry, on a wake-up and on a period. A worker that dies loses
// nothing: what is due is read from the rows.
import { createPostgresBackend, Worker } from "bullmq";
import { createAuditDelivery, type SendRecords } from "#domain/audit-sinks";
import type { Cells } from "#domain/cells";
import { renewDueCertificates } from "#domain/certificates";
import { generateReports, type DrawUpReport } from "#domain/billing-reports";
import type { Database } from "#domain/database";
import { exportHistories, type WriteExportFile } from "#domain/export-sinks";
import { deliverMails, type MailTransport } from "#domain/mail";
import type { Clock } from "#shared/clock";
import type { Envelope } from "#shared/envelope";
import {
  JOB_QUEUES,
  openQueue,
  postgresConnection,
  redisConnection,
  type JobQueue,
  type JobQueueName,
  type JobQueueSettings,
} from "#shared/job-queues";
import { randomIds } from "#shared/ids";
import type { Logger } from "#shared/log";
import type { Pool } from "#shared/postgres";
import { meterSurcharges } from "./meter-surcharges.ts";
import { sweepExpired } from "./sweep-expired.ts";
import { tellOfExpiry } from "./tell-of-expiry.ts";

export interface JobDependencies {
  database: Database;
  clock: Clock;
  envelope: Envelope;
  log: Logger;
  queues: JobQueueSettings;
  send: MailTransport;
  /** The file of a billing report. */
  drawUp: DrawUpReport;
  cells: Cells;
  usage: Pool;
  /** To export sinks. */
  writeExport: WriteExportFile;
  /** To audit log sinks. */
  sendRecords: SendRecords;
}

export interface RunningJobs {
  stop(): Promise<void>;
}

const PERIOD_MS: Record<JobQueueName, number> = {
  mail: 5_000,
  expiry: 60_000,
  audit: 5_000,
  reports: 5_000,
  exports: 60_000,
  metering: 600_000,
};
/** A job of a worker that died is taken over after this long; the default of the library is 30 s. */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 5_000;
/** Deaths of workers must never fail a job for good: it only says "look at the rows". */
const STALLED_MAX = 1_000_000;
const FAILED_KEPT_MAX = 100;

const WORKER_OPTIONS = {
  concurrency: 1,
  lockDuration: LOCK_MS,
  stalledInterval: STALLED_CHECK_MS,
  maxStalledCount: STALLED_MAX,
};

interface Stoppable {
  close(): Promise<void>;
}

export async function startJobs(dependencies: JobDependencies): Promise<RunningJobs> {
  const { log, queues: settings } = dependencies;
  const delivery = createAuditDelivery({ ...dependencies, send: dependencies.sendRecords });
  const work: Record<JobQueueName, () => Promise<number>> = {
    mail: () => deliverMails(dependencies),
    reports: () => generateReports(dependencies),
    audit: () => delivery.round(),
    expiry: async () =>
      (await renewDueCertificates({ ...dependencies, ids: randomIds })) +
      (await tellOfExpiry(dependencies)) +
      (await sweepExpired(dependencies)),
    metering: () => meterSurcharges(dependencies),
    exports: () => exportHistories({ ...dependencies, ids: randomIds, write: dependencies.writeExport }),
  };
  const queues: JobQueue[] = [];
  const workers: Stoppable[] = [];
  for (const name of JOB_QUEUES) {
    const queue = openQueue(name, settings, log);
    queues.push(queue);
    await queue.upsertJobScheduler(
      "period",
      { every: PERIOD_MS[name] },
      { name: "period", opts: { removeOnComplete: true, removeOnFail: FAILED_KEPT_MAX } },
    );
    workers.push(startWorker(name, work[name], settings, log));
  }
  return {
    async stop() {
      await Promise.all(workers.map((worker) => worker.close()));
      await delivery.idle();
      await Promise.all(queues.map((queue) => queue.close()));
    },
  };
}

function startWorker(
  name: JobQueueName,
  run: () => Promise<number>,
  settings: JobQueueSettings,
  log: Logger,
): Stoppable {
  const process = async (): Promise<number> => {
    const done = await run();
    if (done > 0) log.info({ queue: name, done }, "job done");
    return done;
  };
  const worker =
    settings.redisUrl === undefined
      ? new Worker(
          name,
          process,
          { ...WORKER_OPTIONS, connection: postgresConnection(settings) },
          createPostgresBackend,
        )
      : new Worker(name, process, { ...WORKER_OPTIONS, connection: redisConnection(settings.redisUrl) });
  worker.on("error", (error) => log.warn({ err: error, queue: name }, "job worker"));
  worker.on("failed", (_job, error) => log.warn({ err: error, queue: name }, "job failed"));
  return worker;
}
