// Reads all sources on a period, and at once when somebody asks (NOTIFY usage_intake). A source that fails is tried
// again in the next pass; the others go on (E2).
import pg from "pg";
import { delay } from "#shared/clock";
import type { Logger } from "#shared/log";
import type { Pool } from "#shared/postgres";
import { failSource } from "../store/sources-store.ts";
import type { CounterSource } from "./cell-source.ts";
import { readSource } from "./read-source.ts";

/** Passes are at least this far apart, however often somebody asks. */
const PASS_INTERVAL_MIN_MS = 50;
const LISTEN_RETRY_MS = 1_000;
export const INTAKE_CHANNEL = "usage_intake";

export interface IntakeOptions {
  pool: Pool;
  databaseUrl: string;
  sources: readonly CounterSource[];
  periodMs: number;
  log: Logger;
  /** Called after a pass in which counters rose. */
  onChanged: () => Promise<void>;
}

export interface RunningIntake {
  stop(): Promise<void>;
}

export function runIntake(options: IntakeOptions): RunningIntake {
  const stopping = new AbortController();
  const bell = new Bell();
  const running = passes({ ...options, failing: new Set() }, bell, stopping.signal);
  const listening = listen(options, bell, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      bell.ring();
      await Promise.allSettled([running, listening]);
    },
  };
}

interface Passing extends IntakeOptions {
  /** Sources that could not be read at the last pass. */
  failing: Set<string>;
}

async function passes(options: Passing, bell: Bell, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    bell.reset();
    const changed = await Promise.all(options.sources.map((source) => readOne(options, source, signal)));
    if (changed.some((count) => count > 0)) {
      await options
        .onChanged()
        .catch((error: unknown) => options.log.warn({ err: error }, "rollup not woken"));
    }
    await delay(PASS_INTERVAL_MIN_MS, signal).catch(() => undefined);
    await bell.wait(options.periodMs);
  }
}

async function readOne(
  { pool, log, failing }: Passing,
  source: CounterSource,
  signal: AbortSignal,
): Promise<number> {
  try {
    const changed = await readSource(pool, source, signal);
    if (failing.delete(source.name)) log.info({ source: source.name }, "source read again");
    return changed;
  } catch (error) {
    // Said once, not at every pass: a cell may be away for long.
    if (!signal.aborted && !failing.has(source.name)) {
      log.warn({ err: error, source: source.name }, "source not read");
    }
    failing.add(source.name);
    await failSource(pool, source.name).catch(() => undefined);
    return 0;
  }
}

/** Holds one connection that listens; a lost connection costs the wait until the next period, nothing else. */
async function listen(options: IntakeOptions, bell: Bell, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const client = new pg.Client({ connectionString: options.databaseUrl, keepAlive: true });
    try {
      const ended = new Promise<void>((resolve) => {
        client.once("end", resolve);
        client.on("error", () => resolve());
        signal.addEventListener("abort", () => resolve(), { once: true });
      });
      await client.connect();
      client.on("notification", () => bell.ring());
      await client.query(`listen ${INTAKE_CHANNEL}`);
      // What was asked while nobody listened is answered now.
      bell.ring();
      await ended;
    } catch (error) {
      options.log.warn({ err: error }, "not listening for intake requests");
    }
    await client.end().catch(() => undefined);
    await delay(LISTEN_RETRY_MS, signal).catch(() => undefined);
  }
}

/** Wakes a waiting loop; ringing while nobody waits is kept until the next wait. */
class Bell {
  #isRung = false;
  #wake: (() => void) | undefined;

  reset(): void {
    this.#isRung = false;
  }

  ring(): void {
    this.#isRung = true;
    this.#wake?.();
  }

  wait(limitMs: number): Promise<void> {
    if (this.#isRung) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.#wake = (): void => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
