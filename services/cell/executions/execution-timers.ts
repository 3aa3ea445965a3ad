// The wake-ups and the retention of workflow executions: the general ones, on the tables of executions.
import type { Clock } from "#shared/clock";
import type { Logger } from "#shared/log";
import type { Queryable } from "#shared/postgres";
import type { Engine } from "../engine.ts";
import type { RunKey } from "../matching/task.ts";
import { readExpired, readNextExpiry, readNextWake, readWakes } from "../store/execution-queries.ts";
import { Retention } from "../timers/retention.ts";
import { Wakes } from "../timers/wakes.ts";
import type { RunRow } from "../store/execution-statements.ts";
import { deleteRuns } from "./delete-runs.ts";
import type { LiveExecution } from "./live-execution.ts";
import { wakeExecution } from "./wake-execution.ts";

interface Ports {
  clock: Clock;
  log: Logger;
  pool: Queryable;
}

/** The engine is asked for when something is due. */
export function executionWakes({ clock, log, pool }: Ports, engine: () => Engine): Wakes<RunKey> {
  return new Wakes({
    clock,
    log,
    read: (range) => readWakes(pool, range),
    readNext: (after) => readNextWake(pool, after),
    onDue: (run, acted) => wakeExecution(engine(), run, acted),
  });
}

export function executionRetention({ clock, log, pool }: Ports, engine: () => Engine): Retention<RunRow> {
  return new Retention({
    clock,
    log,
    read: (now, rowsMax) => readExpired(pool, now, rowsMax),
    readNext: () => readNextExpiry(pool),
    deleteRows: (rows) => deleteExpired(engine(), rows),
  });
}

/** What has gone meanwhile is not found any more. */
async function deleteExpired(engine: Engine, rows: readonly RunRow[]): Promise<void> {
  const found = await Promise.all(rows.map((row) => engine.executions.find(row)));
  await deleteRuns(
    engine,
    found.filter((execution): execution is LiveExecution => execution?.isClosed === true),
  );
}
