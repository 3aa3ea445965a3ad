// What gathers while the database does not answer is bounded, and nothing of what was taken is lost.
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { systemClock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import { createLogger } from "#shared/log";
import { Counters } from "../counters/counters.ts";
import { PreparedNames } from "../store/pipeline.ts";
import { Journal } from "./journal.ts";
import type { Writer } from "./writer-connection.ts";

interface Flush {
  handleReadyForQuery(): void;
}

/** A database that answers a flush when it is told to. */
function hangingJournal(): { journal: Journal; flushes: Flush[] } {
  const flushes: Flush[] = [];
  const client = {
    query: (flush: Flush | string) => (typeof flush === "string" ? Promise.resolve() : flushes.push(flush)),
    end: () => Promise.resolve(),
  } as unknown as pg.Client;
  const writer: Writer = {
    id: "test",
    client,
    lost: new AbortController().signal,
    abandon: () => undefined,
    prepared: new PreparedNames(),
    start: { epoch: 1, flushNumber: 0, counterRevision: 0 },
  };
  const journal = new Journal({
    writer,
    connect: () => Promise.reject(new Error("no second connection")),
    clock: systemClock,
    counters: new Counters(),
    log: createLogger({ process: "test", level: "fatal" }),
    onLost: () => undefined,
    onRecovered: () => undefined,
    onUnheard: () => undefined,
    onSuperseded: () => undefined,
  });
  return { journal, flushes };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const write = (journal: Journal, text: string, bytes = 0): Promise<void> => {
  const group = journal.group();
  group.heldBytes += bytes;
  group.statements.push({ name: "test", text, values: [] });
  return group.durable;
};

/** Writes until it is refused. */
async function fill(journal: Journal, bytes: number): Promise<{ taken: Promise<void>[]; refusal: unknown }> {
  const taken: Promise<void>[] = [];
  for (;;) {
    try {
      taken.push(write(journal, "select 1", bytes));
    } catch (refusal) {
      return { taken, refusal };
    }
    await Promise.resolve();
  }
}

describe("a journal whose database does not answer", () => {
  it.each([
    { what: "many changes", bytes: 0, atMost: 60_000 },
    { what: "large changes", bytes: 4_000_000, atMost: 40 },
  ])(
    "C1: refuses $what beyond its limit with a hint, and stores all that it took",
    async ({ bytes, atMost }) => {
      const { journal, flushes } = hangingJournal();
      const first = write(journal, "select 1");
      await turn();
      expect(flushes).toHaveLength(1);

      const { taken, refusal } = await fill(journal, bytes);
      expect(taken.length).toBeGreaterThan(10);
      expect(taken.length).toBeLessThan(atMost);
      expect(refusal).toBeInstanceOf(CloudError);
      expect(refusal).toMatchObject({ code: "UNAVAILABLE", retryAfterMs: 1_000 });

      flushes[0]?.handleReadyForQuery();
      await first;
      await turn();
      flushes[1]?.handleReadyForQuery();
      await Promise.all(taken);
      const after = write(journal, "select 1");
      await turn();
      flushes[2]?.handleReadyForQuery();
      await after;
      await journal.stop();
    },
  );

  it("lets an act that has begun end: it asks for its group several times and must not be torn", async () => {
    const { journal, flushes } = hangingJournal();
    void write(journal, "select 1");
    await turn();
    const group = journal.group();
    group.heldBytes = Number.MAX_SAFE_INTEGER;
    expect(journal.group()).toBe(group);
    await turn();
    expect(() => journal.group()).toThrow(CloudError);
    expect(journal.groupOfCell(), "the cell's own writes are never too much").toBe(group);
    for (const flush of flushes) flush.handleReadyForQuery();
  });
});
