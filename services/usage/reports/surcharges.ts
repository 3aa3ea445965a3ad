// Actions that no call causes: those of a replica, a tenth more while fairness is on, and what provisioned capacity is
// billed at least. They are counters of sources of their own, made of hours that are final, so that every report and bill
// has them; made again, they are the same (U2). A top-up alone falls, when actions of its hour become known late.
import { inTransaction, type Pool } from "#shared/postgres";
import { replaceActions, storeActions, storeStorage, type ActionCount } from "../store/counters-store.ts";
import { readFinalUntil } from "./final-until.ts";
import { DAY_MS, HOUR_MS } from "./segments.ts";

export interface MeteringInterval {
  /** Half-open; the last goes on. */
  fromMs: number;
  toMs: number;
  replicas: number;
  fairness: boolean;
  capacityUnits: number;
}

export interface SurchargeOptions {
  namespace: string;
  /** In order and without gaps; before the first and after a plain one there is nothing to add. */
  intervals: readonly MeteringInterval[];
  /** How many actions an hour is billed on top, by its highest number of units and what it used. */
  topUp: (hour: { units: number; usedActions: bigint }) => bigint;
  /** Looks at all hours of the last 35 days again, not only at the latest. */
  lookBack?: boolean;
}

export const FAIRNESS_KIND = "fairness";
export const CAPACITY_KIND = "provisioned_capacity";
const REPLICA_SOURCE = "replica";
const SURCHARGE_SOURCE = "surcharge";
const FAIRNESS_SHARE = 10n;
/** Hours that ended longer ago are looked at again when a period is closed. */
const LATE_MS = 6 * HOUR_MS;
const BACK_MAX_MS = 35 * DAY_MS;

/** Answers how many hours are new. */
export async function recordSurcharges(pool: Pool, options: SurchargeOptions): Promise<number> {
  const finalUntil = await readFinalUntil(pool);
  const first = options.intervals[0]?.fromMs;
  if (finalUntil === undefined || first === undefined) return 0;
  const toMs = Math.floor(finalUntil / HOUR_MS) * HOUR_MS;
  const known = (await lastRecorded(pool, options.namespace)) ?? first;
  const lateMs = options.lookBack === true ? BACK_MAX_MS : LATE_MS;
  const from = Math.max(first, toMs - BACK_MAX_MS, Math.min(known, toMs - lateMs));
  let hours = 0;
  for (let hourMs = Math.floor(from / HOUR_MS) * HOUR_MS; hourMs < toMs; hourMs += HOUR_MS) {
    await recordHour(pool, options, hourMs);
    if (hourMs > known) hours += 1;
  }
  return hours;
}

async function recordHour(pool: Pool, options: SurchargeOptions, hourMs: number): Promise<void> {
  const { namespace } = options;
  const intervals = options.intervals
    .filter(({ fromMs, toMs }) => fromMs < hourMs + HOUR_MS && toMs > hourMs)
    .filter(({ replicas, fairness, capacityUnits }) => replicas > 1 || fairness || capacityUnits > 0);
  if (intervals.length === 0) return;
  const own = await readMinutes(pool, namespace, hourMs);
  const replicas = own.flatMap((counter) => {
    const times = (intervalAt(intervals, counter.minuteMs)?.replicas ?? 1) - 1;
    return times > 0 ? [{ ...counter, count: counter.count * times }] : [];
  });
  const used = [...own, ...replicas].reduce((sum, { count }) => sum + BigInt(count), 0n);
  const units = Math.max(...intervals.map(({ capacityUnits }) => capacityUnits));
  const more = {
    [FAIRNESS_KIND]: intervals.some(({ fairness }) => fairness) ? used / FAIRNESS_SHARE : 0n,
    [CAPACITY_KIND]: options.topUp({ units, usedActions: used }),
  };
  const surcharges = Object.entries(more)
    .filter(([, count]) => count > 0n)
    .map(([kind, count]): ActionCount => ({
      ...{ namespace, kind, minuteMs: hourMs, workflowType: "", taskQueue: "" },
      count: Number(count),
    }));
  const storage = await replicaStorage(pool, { namespace, hourMs, intervals });
  await inTransaction(pool, async (client) => {
    await storeActions(client, REPLICA_SOURCE, replicas);
    await replaceActions(client, SURCHARGE_SOURCE, { namespace, minuteMs: hourMs, counters: surcharges });
    await storeStorage(client, REPLICA_SOURCE, storage);
  });
}

function intervalAt(intervals: readonly MeteringInterval[], ms: number): MeteringInterval | undefined {
  return intervals.find(({ fromMs, toMs }) => fromMs <= ms && ms < toMs);
}

async function readMinutes(pool: Pool, namespace: string, hourMs: number): Promise<ActionCount[]> {
  const { rows } = await pool.query<{
    minute: Date;
    kind: string;
    workflow_type: string;
    task_queue: string;
    count: string;
  }>(
    `select minute, kind, workflow_type, task_queue, sum(count)::text as count from action_minutes
     where namespace = $1 and not source = any($2::text[])
       and minute >= to_timestamp($3::float8 / 1000) and minute < to_timestamp($4::float8 / 1000)
     group by 1, 2, 3, 4`,
    [namespace, [REPLICA_SOURCE, SURCHARGE_SOURCE], hourMs, hourMs + HOUR_MS],
  );
  return rows.map((row) => ({
    ...{ namespace, kind: row.kind, workflowType: row.workflow_type, taskQueue: row.task_queue },
    minuteMs: row.minute.getTime(),
    count: Number(row.count),
  }));
}

/** Of an hour in which a replica was made or removed, the share of its time; rounded down. */
async function replicaStorage(
  pool: Pool,
  of: { namespace: string; hourMs: number; intervals: readonly MeteringInterval[] },
) {
  const { namespace, hourMs } = of;
  const replicaMs = of.intervals.reduce((sum, { fromMs, toMs, replicas }) => {
    const ms = Math.min(toMs, hourMs + HOUR_MS) - Math.max(fromMs, hourMs);
    return sum + Math.max(0, ms) * (replicas - 1);
  }, 0);
  if (replicaMs === 0) return [];
  const { rows } = await pool.query<{ storage_class: string; byte_milliseconds: string }>(
    `select storage_class, trunc(sum(byte_milliseconds) * $4::numeric / ${HOUR_MS})::text as byte_milliseconds
     from storage_hours where namespace = $1 and source <> $2 and hour = to_timestamp($3::float8 / 1000) group by 1`,
    [namespace, REPLICA_SOURCE, hourMs, replicaMs],
  );
  return rows.map(({ storage_class: storageClass, byte_milliseconds: byteMilliseconds }) => ({
    ...{ namespace, hourMs, storageClass, byteMilliseconds },
  }));
}

async function lastRecorded(pool: Pool, namespace: string): Promise<number | undefined> {
  const { rows } = await pool.query<{ minute: Date | null }>(
    "select max(minute) as minute from action_blocks where namespace = $1 and source = any($2::text[])",
    [namespace, [REPLICA_SOURCE, SURCHARGE_SOURCE]],
  );
  return rows[0]?.minute?.getTime();
}
