// kill -9 of cell, gateway, usage and PostgreSQL while work goes on: what usage says at the end is what callers were
// acknowledged, what the histories tell, and not one more (U1, U2); every stored byte counts once (U3).
import { afterAll, beforeAll, expect, test } from "vitest";
import { delay } from "#shared/clock";
import { actionsOfHistory, sumActions } from "#usage/actions";
import { openUsageDatabase, readUsageReport, refreshUsage } from "#usage/reports";
import { eventually } from "#harness/eventually";
import { Random } from "#harness/random";
import { readPostgresWorld } from "../checker/read-postgres-world.ts";
import { killBackend, withClient } from "../faults/break-postgres.ts";
import { KillLoad } from "./kill-load.ts";
import { KillWorld, NAMESPACE } from "./kill-world.ts";

const ACTIONS_MIN = Number(process.env["CELLPLANE_KILL_ACTIONS"] ?? 500);
const KILLS_MIN = Number(process.env["CELLPLANE_KILLS"] ?? 5);
const CLIENTS = 24;
const DAY_MS = 86_400_000;
const WORK_LIMIT_MS = 300_000;
const SETTLE_LIMIT_MS = 60_000;
const LIMIT_MS = 1_800_000;

let world: KillWorld;
beforeAll(async () => {
  world = await KillWorld.start();
}, 120_000);
afterAll(() => world.stop());

/** From the start of the process on, one after the other; each comes as often as the others. */
async function suffer(load: KillLoad, random: Random): Promise<number> {
  const faults = [
    () => world.kill("cell"),
    () => world.kill("usage"),
    () => world.kill("gateway"),
    () => world.postgres.kill(),
    () => killBackend(world.postgres.url),
  ];
  let kills = 0;
  while (kills < KILLS_MIN || load.actions < ACTIONS_MIN) {
    // As much work between two kills as there is to do in all.
    const due = Math.min(ACTIONS_MIN, ((kills + 1) * ACTIONS_MIN) / (KILLS_MIN + 1));
    await eventually(() => load.actions >= due, { limitMs: WORK_LIMIT_MS, what: `${due} actions` });
    await delay(random.between(50, 500));
    await faults[kills % faults.length]?.();
    kills += 1;
  }
  return kills;
}

async function countedActions(): Promise<Record<string, number>> {
  const pool = await openUsageDatabase(world.postgres.url);
  try {
    await eventually(async () => (await refreshUsage(pool, { limitMs: 2_000 })) === "read", {
      limitMs: SETTLE_LIMIT_MS,
      what: "usage that is up to date",
    });
    const now = Date.now();
    const range = { fromMs: Math.floor(now / DAY_MS - 1) * DAY_MS, toMs: Math.ceil(now / DAY_MS) * DAY_MS };
    const rows = await readUsageReport(pool, { accountId: "acme", range, groupBy: ["kind"] });
    return Object.fromEntries(
      rows.filter(({ actions }) => actions > 0n).map(({ kind, actions }) => [kind, Number(actions)]),
    );
  } finally {
    await pool.end();
  }
}

/** What the cell integrated, and what usage has of it. */
function storageTotals(): Promise<{ cell: string; usage: string } | undefined> {
  return withClient(world.postgres.url, async (client) => {
    const { rows } = await client.query<{ cell: string; usage: string }>(
      `select (select sum(byte_ms) from storage_counters)::text as cell,
         (select sum(byte_milliseconds) from usage.storage_hours)::text as usage`,
    );
    return rows[0];
  });
}

test(
  "U1, U2, U3: after kill -9 of everything that counts, the difference is 0",
  async () => {
    const seed = Date.now() % 2 ** 31;
    const load = new KillLoad(world, CLIENTS);
    const kills = await suffer(load, new Random(seed));
    await load.end();
    console.log(
      `seed ${seed}: ${load.actions} actions acknowledged, ${load.repeats} calls repeated, ${kills} kills`,
    );

    const expected = { start_workflow: load.starts, signal_workflow: load.signals };
    expect(await countedActions()).toEqual(expected);

    const stored = await readPostgresWorld(world.postgres.url, NAMESPACE);
    const recounted = sumActions(
      stored.runs.flatMap((run) =>
        [...actionsOfHistory(run.events)].map(([kind, count]) => ({ kind, count })),
      ),
    );
    expect(Object.fromEntries(recounted)).toEqual(expected);

    const historyBytes = stored.runs.reduce((sum, { record }) => sum + record.historyBytes, 0);
    expect(stored.storedBytes).toBe(historyBytes);
    // Both go on: the cell adds to its integrals when it is read, and usage has them a moment later.
    await eventually(
      async () => {
        const totals = await storageTotals();
        return totals !== undefined && totals.cell !== null && totals.cell === totals.usage;
      },
      { limitMs: SETTLE_LIMIT_MS, pollMs: 30, what: "the same integrals in cell and usage" },
    );
    expect(load.actions).toBeGreaterThanOrEqual(ACTIONS_MIN);
    expect(kills).toBeGreaterThanOrEqual(KILLS_MIN);
  },
  LIMIT_MS,
);
