// Group commit: transitions of many workflows go to the database in one transaction; the next group gathers while one
// is in flight. Nothing is answered and no effect runs before its group is durable (C1), but that a task
// goes to a poll that waits: its start joins the group, and the poll is answered with it. After a failed flush
// everything that it or a later group touched is given up, because whether it was stored is unknown.
import { delay, type Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import type { Logger } from "#shared/log";
import type { Counters } from "../counters/counters.ts";
import type { Reach } from "../failpoints.ts";
import { sqlStateOf } from "../store/database-error.ts";
import { fence, isSuperseded } from "../store/epoch-store.ts";
import { runPipeline } from "../store/pipeline.ts";
import type { Statement } from "../store/statement.ts";
import { FlushGroup } from "./flush-group.ts";
import { FlushPace } from "./flush-pace.ts";
import { flushStatements } from "./flush-statements.ts";
import { resumeWriting, type ConnectWriter, type Writer } from "./writer-connection.ts";
import { WriterLease } from "./writer-lease.ts";

const FOLD_AFTER_MS = 10_000;
const RECOVERIES_MAX = 100;
const RETRY_AFTER_MS = 1_000;
const READ_RETRY_MS = 300;

export interface JournalOptions {
  writer: Writer;
  connect: ConnectWriter;
  clock: Clock;
  counters: Counters;
  log: Logger;
  reach?: Reach | undefined;
  /** Drops everything in memory that the lost groups touched. Called before anybody hears of the loss. */
  onLost: (groups: readonly FlushGroup[]) => void;
  /** The store can be read and written again: what was dropped may be loaded. */
  onRecovered: () => void;
  /** The writer's connection was swallowed by the network; those of readers may have been as well. */
  onUnheard: () => void;
  /** Another process is the writer now, or the database stays away: this process must end. */
  onSuperseded: () => void;
}

export class Journal {
  readonly #options: JournalOptions;
  #writer: Writer;
  readonly #pace = new FlushPace();
  #gathering = new FlushGroup();
  #inFlight: FlushGroup | undefined;
  /** Monotonic milliseconds at which the flush under way began. */
  #inFlightSince = 0;
  #lease: WriterLease | undefined;
  /** From the first transition of a group to the moment when nothing is left to flush: there is one flush at a time. */
  #isRunning = false;
  #recovery: Promise<void> | undefined;
  #foldTimer: NodeJS.Timeout | undefined;
  #isStopped = false;
  /** What has begun to enter a group may end: an act asks for its group several times, and does not pause between. */
  #isEntered = false;

  constructor(options: JournalOptions) {
    this.#options = options;
    this.#writer = options.writer;
    this.#watch();
  }

  /** An idle journal notices at once that its connection is gone: another process may take over from then on. */
  #watch(): void {
    const { lost } = this.#writer;
    const { connect, log, clock, onUnheard } = this.#options;
    this.#lease?.end();
    this.#lease = new WriterLease({
      writer: this.#writer,
      connect,
      log,
      waitingSince: () => (this.#inFlight === undefined ? undefined : this.#inFlightSince),
      monotonic: () => clock.monotonic(),
      onUnheard,
    });
    const onLost = (): void => {
      // A flush under way fails by itself.
      if (this.#inFlight !== undefined || this.#recovery !== undefined || this.#isStopped) return;
      const gathering = this.#gathering;
      this.#gathering = new FlushGroup();
      this.#fail(gathering, new Error("the writer's connection is gone"));
    };
    if (lost.aborted) onLost();
    else lost.addEventListener("abort", onLost, { once: true });
  }

  get epoch(): number {
    return this.#writer.start.epoch;
  }

  /** Settles when memory and store agree again; undefined while they do. */
  get recovery(): Promise<void> | undefined {
    return this.#recovery;
  }

  /**
   * The group that gathers now; it is flushed as soon as the one in flight is done. Errors: UNAVAILABLE, also while so
   * much has gathered that the database does not keep up; not after a first call without a pause between.
   */
  group(): FlushGroup {
    if (this.#recovery !== undefined || this.#isStopped) throw unavailable();
    this.#gathering.entries += 1;
    if (this.#gathering.isFull && !this.#isEntered) throw congested();
    if (!this.#isEntered) {
      this.#isEntered = true;
      queueMicrotask(() => (this.#isEntered = false));
    }
    return this.groupOfCell();
  }

  /** The same for what the cell itself must write: it is never too much. */
  groupOfCell(): FlushGroup {
    if (this.#recovery !== undefined || this.#isStopped) throw unavailable();
    if (!this.#isRunning) {
      this.#isRunning = true;
      // Everything that arrived in the same turn of the event loop shares the flush.
      setImmediate(() => void this.#run());
    }
    return this.#gathering;
  }

  /**
   * Waits until the group is durable. When that is told as failed, `read` learns what the store has, however often it
   * takes, before the error is thrown: nobody may act on what memory had.
   */
  async settle(group: FlushGroup, read: () => Promise<void>): Promise<void> {
    try {
      await group.durable;
    } catch (error) {
      await this.readAgain(read);
      throw error;
    }
  }

  /** Reads what a failed flush has made uncertain. Errors: UNAVAILABLE when the cell stops. */
  async readAgain(read: () => Promise<void>): Promise<void> {
    while (!this.#isStopped) {
      try {
        await this.#recovery;
        if (this.#isStopped) break;
        return await read();
      } catch (error) {
        this.#options.log.warn({ err: error }, "what a failed flush made uncertain could not be read yet");
      }
      await delay(READ_RETRY_MS);
    }
    throw unavailable();
  }

  /** Folds the counters in a flush; resolves when it is durable. */
  async fold(): Promise<void> {
    const group = this.groupOfCell();
    group.isFoldWanted = true;
    await group.durable;
  }

  /** Flushes what is gathered, then refuses more. */
  async stop(): Promise<void> {
    clearTimeout(this.#foldTimer);
    while (!this.#isStopped && (!this.#gathering.isEmpty || this.#inFlight !== undefined)) {
      await (this.#inFlight ?? this.#gathering).durable.catch(() => undefined);
      if (this.#recovery !== undefined) break;
    }
    this.#isStopped = true;
    this.#lease?.end();
    await this.#writer.client.end().catch(() => undefined);
  }

  get #hasWork(): boolean {
    return !this.#gathering.isEmpty && this.#recovery === undefined && !this.#isStopped;
  }

  async #run(): Promise<void> {
    while (this.#hasWork) {
      if (this.#pace.isWorthWaiting) {
        await this.#pace.gather(
          () => this.#gathering,
          () => this.#options.clock.monotonic(),
        );
        // The database may have gone away meanwhile.
        if (!this.#hasWork) break;
      }
      const group = this.#gathering;
      this.#pace.began(group);
      this.#gathering = new FlushGroup();
      this.#inFlight = group;
      this.#inFlightSince = this.#options.clock.monotonic();
      try {
        const statements = this.#statements(group);
        this.#options.reach?.("journal.before-flush");
        await runPipeline(this.#writer.client, this.#writer.prepared, statements);
        this.#options.reach?.("journal.after-commit");
      } catch (error) {
        this.#fail(group, error);
        break;
      }
      this.#inFlight = undefined;
      this.#commit(group);
    }
    this.#isRunning = false;
  }

  #statements(group: FlushGroup): Statement[] {
    const { counters, clock } = this.#options;
    const fold = group.isFoldWanted || counters.isFoldDue;
    const now = clock.now();
    const statements = [
      fence(this.epoch),
      // Before the counters: the size of a standalone execution is known only when it is encoded.
      ...flushStatements(group, now),
      ...counters.statements(group.counts, { fold, now }),
    ];
    if (counters.hasUnfolded && this.#foldTimer === undefined) {
      this.#foldTimer = setTimeout(() => this.#foldWhenIdle(), FOLD_AFTER_MS).unref();
    }
    return statements;
  }

  #foldWhenIdle(): void {
    this.#foldTimer = undefined;
    if (!this.#options.counters.hasUnfolded || this.#recovery !== undefined || this.#isStopped) return;
    this.fold().catch(() => undefined);
  }

  #commit(group: FlushGroup): void {
    group.isCommitted = true;
    for (const { execution, batches, isClosed } of group.writes.values()) {
      if (execution.group === group) execution.group = undefined;
      execution.durableNextEventId = batches.at(-1)?.nextEventId ?? execution.durableNextEventId;
      if (isClosed) execution.isDurablyClosed = true;
    }
    for (const execution of group.standalone) execution.wasCommitted(group);
    group.resolve();
    for (const run of group.afterCommit) {
      try {
        run();
      } catch (error) {
        this.#options.log.error({ err: error }, "an effect failed");
      }
    }
  }

  #fail(group: FlushGroup, error: unknown): void {
    const lost = [group, this.#gathering];
    this.#inFlight = undefined;
    this.#gathering = new FlushGroup();
    this.#options.log.error({ err: error, transitions: group.writes.size }, "a flush failed");
    this.#recovery = this.#recover(lost, error).finally(() => {
      this.#recovery = undefined;
      if (!this.#isStopped) this.#options.onRecovered();
    });
    this.#options.onLost(lost);
    for (const one of lost) one.reject(unavailable());
  }

  async #recover(lost: readonly FlushGroup[], error: unknown): Promise<void> {
    let reason = error;
    for (let attempt = 1; attempt <= RECOVERIES_MAX && !this.#isStopped; attempt += 1) {
      try {
        return await this.#reload(lost, reason);
      } catch (failure) {
        // The database went away again: connect anew.
        reason = failure;
      }
    }
    return this.#end();
  }

  async #reload(lost: readonly FlushGroup[], error: unknown): Promise<void> {
    if (isSuperseded(error)) return this.#end();
    if (this.#writer.lost.aborted || !isStatementError(error)) {
      await this.#writer.client.end().catch(() => undefined);
      const writer = await resumeWriting(this.#options.connect, this.#writer);
      if (writer === undefined) return this.#end();
      this.#writer = writer;
      this.#watch();
      this.#options.reach?.("journal.after-reconnect");
    }
    const { rows } = await this.#writer.client.query<{
      flush_number: string;
      counter_revision: string;
      last: string;
    }>(
      `select flush_number, counter_revision, coalesce((select max(flush_number) from counter_log), 0) as last
       from cell_epoch`,
    );
    const row = rows[0];
    await this.#options.counters.load(this.#writer.client, {
      flushNumber: Math.max(Number(row?.flush_number), Number(row?.last)),
      counterRevision: Number(row?.counter_revision),
    });
    this.#options.log.warn({ executions: lost[0]?.writes.size }, "recovered from a failed flush");
  }

  #end(): Promise<void> {
    this.#isStopped = true;
    this.#options.onSuperseded();
    return Promise.resolve();
  }
}

/** Errors that the server reports about a statement, after which the connection is as good as before. */
function isStatementError(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state !== undefined && !state.startsWith("57P") && !state.startsWith("08");
}

function congested(): CloudError {
  return new CloudError("UNAVAILABLE", "The cell's database does not keep up. Try again.", {
    retryAfterMs: RETRY_AFTER_MS,
  });
}

function unavailable(): CloudError {
  return new CloudError("UNAVAILABLE", "The cell could not store the change. Try again.", {
    retryAfterMs: RETRY_AFTER_MS,
  });
}
