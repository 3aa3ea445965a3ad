// How far exports have got, for the job that makes them, over all accounts. Each change is a compare-and-set on position
// and lease: of two processes one exports, and a crash costs a lease's time.
import type { ClosedPosition } from "#domain/cells";
import type { Transaction } from "#domain/database";
import type { ExportSinkRow, SinkHealth } from "./export-sink.ts";

/** Longer than a page may take to be read, written and counted. */
const LEASE_MS = 120_000;
const SINKS_PER_ROUND_MAX = 200;
const MESSAGE_LENGTH_MAX = 300;

export type DueSink = ExportSinkRow & { position: ClosedPosition };

/** Sinks whose hours are not all exported, those first that have waited longest. */
export async function listDueSinks(
  tx: Transaction,
  { untilMs, now }: { untilMs: number; now: number },
): Promise<DueSink[]> {
  const rows = await tx.exportSink.findMany({
    where: {
      enabled: true,
      exportedUntil: { lt: new Date(untilMs) },
      nextAttemptAt: { lte: new Date(now) },
      leasedUntil: { lte: new Date(now) },
    },
    orderBy: [{ exportedUntil: "asc" }, { id: "asc" }],
    take: SINKS_PER_ROUND_MAX,
  });
  return rows.map(withPosition);
}

/** The row as it is now, or undefined when another process has it, or it is gone or disabled. */
export async function leaseSink(tx: Transaction, sink: DueSink, now: number): Promise<DueSink | undefined> {
  const [row] = await tx.exportSink.updateManyAndReturn({
    where: { ...held(sink), enabled: true },
    data: { leasedUntil: new Date(now + LEASE_MS) },
  });
  return row === undefined ? undefined : withPosition(row);
}

export async function advanceSink(
  tx: Transaction,
  sink: DueSink,
  { position, now }: { position: ClosedPosition; now: number },
): Promise<DueSink | undefined> {
  const [row] = await tx.exportSink.updateManyAndReturn({
    where: held(sink),
    data: {
      closeTimeMs: BigInt(position.closeTimeMs),
      startTimeMs: BigInt(position.startTimeMs),
      runId: position.runId,
      latestExportAt: new Date(now),
      ...healthy(now),
    },
  });
  return row === undefined ? undefined : withPosition(row);
}

/** There is more: whoever comes next goes on. */
export async function releaseSink(tx: Transaction, sink: DueSink, now: number): Promise<void> {
  await tx.exportSink.updateMany({ where: held(sink), data: { leasedUntil: new Date(now) } });
}

/** Every workflow that closed before `untilMs` is exported; the lease ends. */
export async function finishHour(
  tx: Transaction,
  sink: DueSink,
  { untilMs, now }: { untilMs: number; now: number },
): Promise<void> {
  await tx.exportSink.updateMany({
    where: held(sink),
    data: { exportedUntil: new Date(untilMs), leasedUntil: new Date(now), nextAttemptAt: new Date(now) },
  });
}

/** Also when the lease is another's by now: what is wrong is worth showing, and the position stays as it is. */
export async function postponeSink(
  tx: Transaction,
  sink: DueSink,
  failure: { health: SinkHealth; message: string; now: number; waitMs: number },
): Promise<void> {
  const { health, message, now, waitMs } = failure;
  await tx.exportSink.updateMany({
    where: { id: sink.id },
    data: {
      ...{ health, errorMessage: message.slice(0, MESSAGE_LENGTH_MAX), lastCheckAt: new Date(now) },
      attempts: { increment: 1 },
      nextAttemptAt: new Date(now + waitMs),
      leasedUntil: new Date(now),
    },
  });
}

function healthy(now: number): {
  health: SinkHealth;
  errorMessage: string;
  lastCheckAt: Date;
  attempts: number;
} {
  return { health: "OK", errorMessage: "", lastCheckAt: new Date(now), attempts: 0 };
}

function held({ id, closeTimeMs, startTimeMs, runId, leasedUntil }: ExportSinkRow) {
  return { id, closeTimeMs, startTimeMs, runId, leasedUntil };
}

function withPosition(row: ExportSinkRow): DueSink {
  const { closeTimeMs, startTimeMs, runId } = row;
  return {
    ...row,
    position: { closeTimeMs: Number(closeTimeMs), startTimeMs: Number(startTimeMs), runId },
  };
}
