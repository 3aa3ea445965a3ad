// What a large installation costs: counters read as they cross the wire, stored and rolled up, in CPU time of this process
// and of PostgreSQL. `npm run test:nightly` takes the whole size, `npm test` a small part with the same checks.
import pg from "pg";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import type { Pool } from "#shared/postgres";
import { ACTION_KINDS } from "#usage/actions";
import { openUsageDatabase, readUsageReport } from "#usage/reports";
import { readSource } from "../../services/usage/intake/read-source.ts";
import { rollUp } from "../../services/usage/rollup/roll-up.ts";
import { activateSources } from "../../services/usage/store/sources-store.ts";
import { treeCpuMs } from "../bench/machine/process-usage.ts";
import { CounterFeed, MINUTE_MS } from "./counter-feed.ts";

const SHARE = Number(process.env["CELLPLANE_SCALE_SHARE"] ?? 0.01);
const NAMESPACES = 10_000 * SHARE;
const MINUTES = 60;
const KINDS = ACTION_KINDS.slice(0, 20);
const ACCOUNTS = Math.max(1, NAMESPACES / 20);
/** Of an hour's counters; the small form has what does not shrink, so it is not held to its share. */
const CPU_SECONDS_MAX = SHARE === 1 ? 60 : 20;
const HOUR = Date.UTC(2026, 10, 3, 5);
const PAGE_ROWS = 5_000;
const LIMIT_MS = 1_200_000;

let database: TestDatabase;
let pool: Pool;
beforeEach(async () => {
  database = await createTestDatabase("usage_scale");
  pool = await openUsageDatabase(database.url);
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});
let postgresPid = 0;
beforeAll(async () => {
  const client = new pg.Client({ connectionString: process.env["TEST_POSTGRES_URL"] });
  await client.connect();
  const { rows } = await client.query<{ pid: string }>("select pg_read_file('postmaster.pid') as pid");
  postgresPid = Number(rows[0]?.pid.split("\n")[0]);
  await client.end();
});

interface CpuSeconds {
  node: number;
  postgres: number;
}

/** CPU seconds of this process and of PostgreSQL while `work` runs, without what cells would have used. */
async function cpuSecondsOf(feeds: readonly CounterFeed[], work: () => Promise<void>): Promise<CpuSeconds> {
  const cells = (): number => feeds.reduce((sum, feed) => sum + feed.cellMicros, 0);
  const [own, postgres, made] = [process.cpuUsage(), treeCpuMs(postgresPid), cells()];
  await work();
  const { user, system } = process.cpuUsage(own);
  return {
    node: (user + system - (cells() - made)) / 1e6,
    postgres: (treeCpuMs(postgresPid) - postgres) / 1e3,
  };
}

function told({ node, postgres }: CpuSeconds): string {
  return `${(node + postgres).toFixed(1)} CPU seconds (Node ${node.toFixed(1)}, PostgreSQL ${postgres.toFixed(1)})`;
}

async function readAll(feed: CounterFeed): Promise<void> {
  const signal = new AbortController().signal;
  while ((await readSource(pool, feed, signal)) > 0);
}

describe("intake and rollup", () => {
  test(
    "of an hour of 10,000 namespaces with 20 kinds of actions in every minute cost less than 60 CPU seconds",
    async () => {
      const feed = new CounterFeed("cell-a");
      await activateSources(pool, [feed.name]);
      const perPage = PAGE_ROWS / KINDS.length;
      const intake = await cpuSecondsOf([feed], async () => {
        for (let minute = 0; minute < MINUTES; minute += 1) {
          for (let first = 0; first < NAMESPACES; first += perPage)
            feed.offer(() => page(minute, first, Math.min(first + perPage, NAMESPACES)));
          await readAll(feed);
        }
      });
      const rollup = await cpuSecondsOf([], async () => void (await rollUp(pool)));
      const cpuSeconds = intake.node + intake.postgres + rollup.node + rollup.postgres;
      console.log(
        `${NAMESPACES * MINUTES * KINDS.length} counters: ${cpuSeconds.toFixed(1)} CPU seconds;` +
          ` intake ${told(intake)}, rollup ${told(rollup)}`,
      );

      const { rows } = await pool.query<{ total: string; hours: string; minutes: string }>(
        `select (select sum(count) from action_hours)::text as total, (select count(*) from action_hours)::text as hours,
           (select count(*) from action_blocks)::text as minutes`,
      );
      expect(rows[0]).toEqual({
        total: String(NAMESPACES * MINUTES * KINDS.length * 7),
        hours: String(NAMESPACES * KINDS.length),
        minutes: String(NAMESPACES * MINUTES),
      });
      expect(cpuSeconds).toBeLessThan(CPU_SECONDS_MAX);
    },
    LIMIT_MS,
  );

  function page(minute: number, first: number, end: number) {
    const minuteMs = HOUR + minute * MINUTE_MS;
    return Array.from({ length: end - first }, (_, index) => first + index).flatMap((number) =>
      KINDS.map((kind) => ({
        namespace: `namespace-${number}.account-${number % ACCOUNTS}`,
        ...{ minuteMs, kind, workflowType: "order", taskQueue: "orders", count: 7 },
      })),
    );
  }
});

describe("150,000 actions a second", () => {
  const CELLS = 5;
  const PER_SECOND = 150_000;
  const SECONDS = Math.max(3, Math.round(60 * SHARE));
  const NAMESPACES_PER_CELL = 200;

  test(
    "are absorbed on two cores, and the database grows with minutes, not with actions",
    async () => {
      const feeds = Array.from({ length: CELLS }, (_, cell) => new CounterFeed(`cell-${cell}`));
      await activateSources(
        pool,
        feeds.map(({ name }) => name),
      );
      let blocks = 0;
      const cpuSeconds = await cpuSecondsOf([], async () => {
        for (let second = 0; second < SECONDS; second += 1) {
          const now = HOUR + second * 1_000;
          feeds.forEach((feed, cell) => {
            actFor(feed, cell, { now, actions: PER_SECOND / CELLS });
            feed.fold();
          });
          for (const feed of feeds) await readAll(feed);
          if (second === 0) blocks = await blockCount();
        }
      });
      console.log(`${SECONDS * PER_SECOND} actions in ${SECONDS} s: ${told(cpuSeconds)}, cells and all`);

      const report = await readUsageReport(pool, {
        accountId: "scale",
        range: { fromMs: HOUR, toMs: HOUR + 3_600_000 },
        groupBy: ["account"],
      });
      expect(report[0]?.actions).toBe(BigInt(SECONDS * PER_SECOND));
      expect(blocks).toBe(CELLS * NAMESPACES_PER_CELL);
      expect(await blockCount()).toBe(blocks);
      expect(cpuSeconds.node + cpuSeconds.postgres).toBeLessThan(2 * SECONDS);
    },
    LIMIT_MS,
  );

  function actFor(feed: CounterFeed, cell: number, of: { now: number; actions: number }): void {
    for (let action = 0; action < of.actions; action += 1) {
      const namespace = `namespace-${action % NAMESPACES_PER_CELL}-${cell}.scale`;
      const kind = KINDS[(action >> 8) % KINDS.length] ?? "start_workflow";
      feed.act({ namespace, workflowType: "order", taskQueue: "orders" }, of.now, [{ kind, count: 1 }]);
    }
  }

  async function blockCount(): Promise<number> {
    const { rows } = await pool.query<{ count: string }>("select count(*)::text as count from action_blocks");
    return Number(rows[0]?.count);
  }
});
