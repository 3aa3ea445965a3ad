// Tells up to which moment the usage database holds everything, and asks for what happened just now.
import { delay } from "#shared/clock";
import type { Pool, Queryable } from "#shared/postgres";

const POLL_MS = 20;
/** Equals the channel on which the intake listens. */
const INTAKE_CHANNEL = "usage_intake";

/** Everything that happened before this moment is in the reports; undefined when no source is known. */
export async function readFinalUntil(client: Queryable): Promise<number | undefined> {
  const { rows } = await client.query<{ final_until: Date | null }>(
    "select min(complete_until) as final_until from sources where active",
  );
  return rows[0]?.final_until?.getTime();
}

export type Refreshed = "read" | "failed" | "late";

/**
 * Asks for an intake of all sources and waits until each was read from this moment on: a report after it holds all
 * that was acknowledged before it. "failed": a source could not be read. "late": the limit came first.
 */
export async function refreshUsage(
  pool: Pool,
  options: { limitMs: number; signal?: AbortSignal },
): Promise<Refreshed> {
  const asked = await pool.query<{ now: string }>("select clock_timestamp()::text as now");
  const now = asked.rows[0]?.now;
  await pool.query(`notify ${INTAKE_CHANNEL}`);
  const polls = Math.ceil(options.limitMs / POLL_MS);
  for (let poll = 0; poll < polls; poll += 1) {
    const { rows } = await pool.query<{ attempted: boolean; read: boolean }>(
      `select coalesce(bool_and(attempted_at >= $1::timestamptz), true) as attempted,
         coalesce(bool_and(read_at >= $1::timestamptz), true) as read
       from sources where active`,
      [now],
    );
    if (rows[0]?.read === true) return "read";
    if (rows[0]?.attempted === true) return "failed";
    await delay(POLL_MS, options.signal);
  }
  return "late";
}
