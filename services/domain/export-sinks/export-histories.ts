// Exports the histories of closed workflows hour by hour: in the order in which they closed, at least once, each sink on
// its own. A sink is leased by one process at a time; how far it has got is a row, so whoever comes next goes on there.
import {
  findCell,
  type CellDriver,
  type Cells,
  type ClosedHistory,
  type ClosedPosition,
} from "#domain/cells";
import { toCloudError } from "#shared/errors";
import type { Logger } from "#shared/log";
import type { WriteExportFile } from "./destination.ts";
import { encodeExecutions, exportKey } from "./export-file.ts";
import {
  advanceSink,
  finishHour,
  leaseSink,
  listDueSinks,
  postponeSink,
  releaseSink,
  type DueSink,
} from "./export-progress.ts";
import { destinationOf } from "./export-sink.ts";
import { tellOfFailure, type TellingPorts } from "./tell-of-failure.ts";

const HOUR_MS = 3_600_000;
/** An hour is exported this long after it ended: whatever closed in it is committed by then. */
const AFTER_HOUR_MS = 10 * 60_000;
/** A sink with more gives way to the others and goes on in the next round. */
const FILES_PER_TURN_MAX = 200;
const RETRY_MIN_MS = 60_000;
const RETRY_MAX_MS = HOUR_MS;

export interface ExportPorts extends TellingPorts {
  cells: Cells;
  log: Logger;
  write: WriteExportFile;
}

/** Exports to every sink that is due, one after the other; answers how many files were written. */
export async function exportHistories(ports: ExportPorts): Promise<number> {
  const untilMs = Math.floor((ports.clock.now() - AFTER_HOUR_MS) / HOUR_MS) * HOUR_MS;
  let files = 0;
  for (const sink of await listDueSinks(ports.database.query, { untilMs, now: ports.clock.now() })) {
    files += await exportTo(ports, sink, untilMs).catch((error: unknown) => postpone(ports, sink, error));
  }
  return files;
}

async function exportTo(ports: ExportPorts, due: DueSink, untilMs: number): Promise<number> {
  const { query } = ports.database;
  let sink = due;
  for (let files = 0; files < FILES_PER_TURN_MAX; files += 1) {
    // Asked before each file: a sink that was changed, disabled or deleted gets no more.
    const leased = await leaseSink(query, sink, ports.clock.now());
    if (leased === undefined) return files;
    const driver = await driverOf(ports, leased.namespace);
    if (driver === undefined) return files;
    const after = leased.position;
    const page = await driver.readClosedHistories({
      namespace: leased.namespace,
      after,
      closedBeforeMs: untilMs,
    });
    const position = await writeFile(ports, leased, { driver, workflows: page.workflows, untilMs });
    if (position !== undefined) {
      const advanced = await advanceSink(query, leased, { position, now: ports.clock.now() });
      if (advanced === undefined) return files + 1;
      sink = advanced;
    }
    if (page.hasMore) continue;
    await finishHour(query, position === undefined ? leased : sink, { untilMs, now: ports.clock.now() });
    return position === undefined ? files : files + 1;
  }
  await releaseSink(query, sink, ports.clock.now());
  return FILES_PER_TURN_MAX;
}

/** Undefined when the namespace is gone or going. */
async function driverOf(
  { database, cells }: ExportPorts,
  namespace: string,
): Promise<CellDriver | undefined> {
  const row = await database.query.namespace.findUnique({ where: { id: namespace } });
  if (row === null || row.appliedSpec === null || row.state === "DELETING") return undefined;
  return cells.open(await findCell(database.query, row.cellId));
}

/** The file first, then the actions, then the row: a crash between repeats the file and counts nothing twice. */
async function writeFile(
  { write }: ExportPorts,
  sink: DueSink,
  page: { driver: CellDriver; workflows: ClosedHistory[]; untilMs: number },
): Promise<ClosedPosition | undefined> {
  const { driver, workflows, untilMs } = page;
  const [first, last] = [workflows[0]?.position, workflows.at(-1)?.position];
  if (first === undefined || last === undefined) return undefined;
  const { id: sinkId, namespace } = sink;
  const key = exportKey({ sinkId, namespace, untilMs, first, last });
  await write({
    destination: destinationOf(sink),
    key,
    body: encodeExecutions(workflows.map(({ history }) => history)),
  });
  await driver.recordExport({ namespace, sinkId, workflows });
  return last;
}

/** The sink waits, longer each time and never for ever, and shows why. */
async function postpone(ports: ExportPorts, sink: DueSink, thrown: unknown): Promise<0> {
  const { database, clock, log } = ports;
  const error = toCloudError(thrown);
  const isOwners = error.code === "INVALID_ARGUMENT";
  log.warn({ err: thrown, namespace: sink.namespace, sink: sink.name }, "histories not exported");
  const waitMs = Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** Math.min(sink.attempts, 10));
  const failure = {
    health: isOwners ? ("ERROR_USER_CONFIGURATION" as const) : ("ERROR_INTERNAL" as const),
    message: error.publicMessage,
  };
  await postponeSink(database.query, sink, { ...failure, now: clock.now(), waitMs });
  await tellOfFailure(ports, sink, failure);
  return 0;
}
