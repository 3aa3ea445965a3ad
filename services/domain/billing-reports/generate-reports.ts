// Makes the files of reports that wait, one after the other. A report is leased by one process; one that died leaves it
// to be taken over, and one that cannot be made fails with its operation.
import type { Database } from "#domain/database";
import { failOperation, finishOperation } from "#domain/operations";
import type { Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import type { Logger } from "#shared/log";
import type { Granularity, ReportRow } from "./billing-report.ts";

/** Draws up the file. Errors: CloudError for what will not become better by trying again. */
export type DrawUpReport = (report: {
  accountId: string;
  range: { fromMs: number; toMs: number };
  granularity: Granularity;
}) => Promise<Uint8Array>;

export interface ReportPorts {
  database: Database;
  clock: Clock;
  log: Logger;
  drawUp: DrawUpReport;
}

const REPORTS_PER_RUN_MAX = 50;
const LEASE_MS = 5 * 60_000;
const ATTEMPTS_MAX = 5;
const RETRY_MS = 30_000;

/** Answers how many reports ended. */
export async function generateReports(ports: ReportPorts): Promise<number> {
  let ended = 0;
  for (let taken = 0; taken < REPORTS_PER_RUN_MAX; taken += 1) {
    const report = await claim(ports);
    if (report === undefined) return ended;
    if (await generate(ports, report)) ended += 1;
  }
  return ended;
}

/** Compare-and-set on the lease: of two processes one makes it. */
async function claim({ database, clock }: ReportPorts): Promise<ReportRow | undefined> {
  const now = new Date(clock.now());
  const next = await database.query.billingReport.findFirst({
    where: { state: "IN_PROGRESS", leasedUntil: { lte: now } },
    orderBy: { requestedAt: "asc" },
    omit: { file: true },
  });
  if (next === null) return undefined;
  const leasedUntil = new Date(now.getTime() + LEASE_MS);
  const { count } = await database.query.billingReport.updateMany({
    where: { id: next.id, state: "IN_PROGRESS", leasedUntil: next.leasedUntil },
    data: { leasedUntil, attempts: { increment: 1 } },
  });
  return count === 1 ? { ...next, leasedUntil, attempts: next.attempts + 1 } : undefined;
}

async function generate(ports: ReportPorts, report: ReportRow): Promise<boolean> {
  const range = { fromMs: report.startAt.getTime(), toMs: report.endAt.getTime() };
  try {
    const file = await ports.drawUp({
      accountId: report.accountId,
      range,
      // The column holds only names of GRANULARITIES.
      granularity: report.granularity as Granularity,
    });
    await finish(ports, report, Buffer.from(file));
    return true;
  } catch (error) {
    ports.log.warn({ err: error, reportId: report.id }, "billing report not made");
    return giveUpOrWait(ports, report, error);
  }
}

async function finish(ports: ReportPorts, report: ReportRow, file: Buffer<ArrayBuffer>): Promise<void> {
  const now = ports.clock.now();
  await ports.database.transaction(async (tx) => {
    const { count } = await tx.billingReport.updateMany({
      where: { id: report.id, state: "IN_PROGRESS" },
      data: { state: "GENERATED", file, fileBytes: file.length, generatedAt: new Date(now) },
    });
    if (count === 1) await finishOperation(tx, keyOf(report, now));
  });
}

async function giveUpOrWait(ports: ReportPorts, report: ReportRow, error: unknown): Promise<boolean> {
  const now = ports.clock.now();
  const isFinal = error instanceof CloudError && error.code === "OUT_OF_RANGE";
  if (!isFinal && report.attempts < ATTEMPTS_MAX) {
    await ports.database.query.billingReport.updateMany({
      where: { id: report.id, state: "IN_PROGRESS", leasedUntil: report.leasedUntil },
      data: { leasedUntil: new Date(now + RETRY_MS * report.attempts) },
    });
    return false;
  }
  const reason = isFinal ? error.publicMessage : "The report could not be made. Ask for it again later.";
  await ports.database.transaction(async (tx) => {
    const { count } = await tx.billingReport.updateMany({
      where: { id: report.id, state: "IN_PROGRESS" },
      data: { state: "FAILED" },
    });
    if (count === 1) await failOperation(tx, { ...keyOf(report, now), reason });
  });
  return true;
}

function keyOf(report: ReportRow, now: number): { accountId: string; operationId: string; now: number } {
  return { accountId: report.accountId, operationId: report.asyncOperationId, now };
}
