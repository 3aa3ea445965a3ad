// A stand-in for the cell's PostgreSQL that keeps everything in memory, answers in simulated time and fails by the seed.
// It knows sessions, advisory locks and the fence, because C3 depends on them; and it runs one statement at a time.
import { strict as assert } from "node:assert";
import type { SimulatedProcess, VirtualTime } from "../virtual-time.ts";
import type { FaultyLink } from "./faults.ts";
import { answer } from "./reads.ts";
import { Tables, UndoLog, type Row } from "./tables.ts";
import { StoreError, WRITES } from "./writes.ts";

export const WRITER_LOCK = 7_233_001;
/** As long as the cell tells its driver to wait. */
const ANSWER_TIMEOUT_MS = 20_000;

/** One connection, seen from both sides: each may notice later than the other that it is gone. */
export interface Session {
  owner: SimulatedProcess;
  /** The client's side. */
  lost: AbortController;
  /** The server's side: a session that is gone holds no lock. */
  isGone: boolean;
  pending: Set<(error: Error) => void>;
  prepared: Map<string, string>;
  /** The driver sends the next request when the one before is answered. */
  tail: Promise<unknown>;
  /** Of an open transaction that changes the epoch. */
  undo: UndoLog | undefined;
  snapshot: Tables | undefined;
  /** Nothing comes through it any more, in either direction. */
  isMute: boolean;
  /** Requests that the server has and has not answered. */
  underWay: number;
  /** When the server last got or ended one. */
  changedAt: number;
}

export interface PreparedStatement {
  name: string;
  text: string;
  values: readonly unknown[];
}

export class MemoryStore {
  readonly tables = new Tables();
  readonly #time: VirtualTime;
  readonly #link: FaultyLink;
  readonly #sessions = new Set<Session>();
  #isDown = false;
  #writerLock: { holder: Session | undefined; waiting: (() => void)[] } = { holder: undefined, waiting: [] };
  #commitLock: { holder: Session | undefined; waiting: (() => void)[] } = { holder: undefined, waiting: [] };
  /** Told of every transaction that was committed. */
  onCommit: (session: Session, statements: readonly PreparedStatement[]) => void = () => undefined;
  /** Told of every epoch that has begun. */
  onEpoch: (session: Session) => void = () => undefined;
  /** Told of every query. */
  onRead: (text: string, values: readonly unknown[]) => void = () => undefined;
  commits = 0;

  constructor(time: VirtualTime, link: FaultyLink) {
    this.#time = time;
    this.#link = link;
  }

  isWriter(session: Session): boolean {
    return this.#writerLock.holder === session;
  }

  open(owner: SimulatedProcess): Session {
    if (this.#isDown) throw new StoreError("ECONNREFUSED", "the database refuses connections");
    const session: Session = {
      owner,
      lost: new AbortController(),
      isGone: false,
      pending: new Set(),
      prepared: new Map(),
      tail: Promise.resolve(),
      undo: undefined,
      snapshot: undefined,
      isMute: false,
      underWay: 0,
      changedAt: this.#time.now,
    };
    this.#sessions.add(session);
    return session;
  }

  /** The process died: the server notices after a while. */
  ownerDied(owner: SimulatedProcess): void {
    for (const session of [...this.#sessions]) {
      if (session.owner === owner)
        this.#time.after(this.#link.noticeMs(), this.#time.outside, () => this.#end(session));
    }
  }

  /** Every connection breaks and none is accepted until `comeBack`. */
  goDown(): void {
    this.#isDown = true;
    for (const session of [...this.#sessions]) this.break(session);
  }

  comeBack(): void {
    this.#isDown = false;
  }

  close(session: Session): void {
    this.#end(session);
  }

  /** The client goes without a word; the server notices in its time, or never when the connection is mute. */
  abandon(session: Session): void {
    if (!session.isMute)
      this.#time.after(this.#link.noticeMs(), this.#time.outside, () => this.#end(session));
    this.#loseAtClient(session);
  }

  /** Both sides notice, each in its time. */
  break(session: Session, serverNoticesMs = this.#link.noticeMs()): void {
    this.#time.after(serverNoticesMs, this.#time.outside, () => this.#end(session));
    this.#time.after(this.#link.noticeMs(), session.owner, () => this.#loseAtClient(session));
  }

  #loseAtClient(session: Session): void {
    session.lost.abort();
    for (const reject of [...session.pending]) reject(new StoreError("ECONNRESET", "read ECONNRESET"));
    session.pending.clear();
  }

  /** Sends a request; `execute` runs at the server, when it gets there. */
  send<Result>(session: Session, execute: () => Promise<Result> | Result): Promise<Result> {
    const result = session.tail.then(() => this.#sendNow(session, execute));
    session.tail = result.catch(() => undefined);
    return result;
  }

  #sendNow<Result>(session: Session, execute: () => Promise<Result> | Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (session.lost.signal.aborted) {
        this.#time.after(0, session.owner, () => reject(new StoreError("ECONNRESET", "not connected")));
        return;
      }
      session.pending.add(reject);
      const fate = this.#link.fate();
      if (session.isMute || fate === "swallowed") return this.#swallow(session, reject);
      if (fate === "doneLate") this.break(session, 1_000);
      const arrivesMs = this.#link.latencyMs() + (fate === "doneLate" ? 500 : 0);
      this.#time.after(arrivesMs, this.#time.outside, () => {
        if (session.isGone) return;
        if (fate === "lost") return this.break(session);
        session.underWay += 1;
        session.changedAt = this.#time.now;
        const answerBack = (settle: () => void): void => {
          session.underWay -= 1;
          session.changedAt = this.#time.now;
          if (fate === "doneButLost") return this.break(session);
          if (session.isMute || fate === "doneButSwallowed") return this.#swallow(session, reject);
          this.#time.after(this.#link.latencyMs(), session.owner, () => {
            if (session.pending.delete(reject)) settle();
          });
        };
        if (fate === "refused") {
          const full = new StoreError("53100", "could not extend file: No space left on device");
          return answerBack(() => reject(full));
        }
        this.#execute(execute, answerBack, { resolve, reject });
      });
    });
  }

  /** What waits for an answer does so until the driver's own limit. */
  #swallow(session: Session, reject: (error: Error) => void): void {
    session.isMute = true;
    this.#time.after(ANSWER_TIMEOUT_MS, session.owner, () => {
      if (session.pending.delete(reject)) reject(new StoreError("ETIMEDOUT", "Query read timeout"));
    });
  }

  #execute<Result>(
    execute: () => Promise<Result> | Result,
    answerBack: (settle: () => void) => void,
    { resolve, reject }: { resolve: (result: Result) => void; reject: (error: unknown) => void },
  ): void {
    // Runs at once unless it waits for a lock.
    const failed = (error: unknown): void => {
      if (!(error instanceof StoreError)) throw error;
      answerBack(() => reject(error));
    };
    try {
      const result = execute();
      if (result instanceof Promise) result.then((value) => answerBack(() => resolve(value)), failed);
      else answerBack(() => resolve(result));
    } catch (error) {
      failed(error);
    }
  }

  /** A series of statements in one transaction, all or nothing. */
  async transaction(session: Session, statements: readonly PreparedStatement[]): Promise<void> {
    await this.#free(this.#commitLock, session);
    if (session.isGone) return;
    const undo = new UndoLog();
    try {
      for (const { name, values } of statements) {
        const write = WRITES[name];
        assert.ok(write !== undefined, `the store in memory does not know the statement ${name}`);
        write(this.tables, undo, values);
      }
    } catch (error) {
      undo.rollBack();
      throw error;
    }
    this.commits += 1;
    this.onCommit(session, statements);
  }

  query(session: Session, text: string, values: readonly unknown[]): Row[] | Promise<Row[]> {
    if (text.startsWith("select pg_try_advisory_lock")) return [{ locked: this.#tryLock(session) }];
    if (text === "select 1") return [{ "?column?": 1 }];
    if (text.startsWith("select pg_terminate_backend(a.pid)"))
      return this.#endSilentWriter(Number(values[1]));
    if (text.startsWith("select pg_terminate_backend(pid)")) return this.#endMute(session.owner);
    if (text.includes("state_change::text as changed_at")) return this.#backendOfWriter();
    if (text.startsWith("select pg_advisory_xact_lock")) return this.#beginChange(session);
    if (text.startsWith("update cell_epoch set epoch"))
      return this.#nextEpoch(session, text, String(values[0]));
    if (text === "commit") return this.#commit(session);
    if (text === "begin" || text === "rollback" || /^set (statement|lock)_timeout/.test(text)) return [];
    if (text.startsWith("set transaction isolation level repeatable read")) {
      session.snapshot = this.#snapshot();
      return [];
    }
    this.onRead(text, values);
    return answer(session.snapshot ?? this.tables, text, values);
  }

  #endSilentWriter(silentMs: number): Row[] {
    const { holder } = this.#writerLock;
    if (holder?.underWay === 0 && holder.changedAt < this.#time.now - silentMs) this.break(holder, 0);
    return [];
  }

  /** The store notices by itself that a connection is gone, but not that it is mute. */
  #endMute(owner: SimulatedProcess): Row[] {
    for (const one of [...this.#sessions]) if (one.owner === owner && one.isMute) this.#end(one);
    return [];
  }

  /** Only the writer is ever asked for, by its own process. */
  #backendOfWriter(): Row[] {
    const { holder } = this.#writerLock;
    if (holder === undefined) return [];
    return [{ is_waiting: holder.underWay === 0, changed_at: String(holder.changedAt) }];
  }

  #tryLock(session: Session): boolean {
    if (this.#writerLock.holder !== undefined && this.#writerLock.holder !== session) return false;
    this.#writerLock.holder = session;
    return true;
  }

  async #beginChange(session: Session): Promise<Row[]> {
    await this.#free(this.#commitLock, session);
    if (session.isGone) return [];
    this.#commitLock.holder = session;
    session.undo = new UndoLog();
    return [];
  }

  #nextEpoch(session: Session, text: string, writer: string): Row[] {
    const before = this.tables.epoch;
    if (text.includes("where writer = $1") && before.writer !== writer) return [];
    session.undo?.add(() => (this.tables.epoch = before));
    this.tables.epoch = { ...before, epoch: before.epoch + 1, writer };
    const { epoch, flushNumber, counterRevision } = this.tables.epoch;
    return [
      {
        epoch: String(epoch),
        flush_number: String(flushNumber),
        counter_revision: String(counterRevision),
      },
    ];
  }

  #commit(session: Session): Row[] {
    if (session.undo !== undefined) this.onEpoch(session);
    session.undo = undefined;
    session.snapshot = undefined;
    this.#release(this.#commitLock, session);
    return [];
  }

  async #free(
    lock: { holder: Session | undefined; waiting: (() => void)[] },
    session: Session,
  ): Promise<void> {
    while (lock.holder !== undefined && lock.holder !== session && !session.isGone) {
      await new Promise<void>((resolve) => lock.waiting.push(resolve));
    }
  }

  #release(lock: { holder: Session | undefined; waiting: (() => void)[] }, session: Session): void {
    if (lock.holder !== session) return;
    lock.holder = undefined;
    for (const go of lock.waiting.splice(0)) go();
  }

  #end(session: Session): void {
    if (session.isGone) return;
    session.isGone = true;
    session.undo?.rollBack();
    this.#sessions.delete(session);
    this.#release(this.#commitLock, session);
    this.#release(this.#writerLock, session);
  }

  /** What a transaction of repeatable reads sees: only counters are read in one. */
  #snapshot(): Tables {
    const snapshot = new Tables();
    for (const [key, row] of this.tables.actionCounters) snapshot.actionCounters.set(key, row);
    for (const [key, row] of this.tables.storageCounters) snapshot.storageCounters.set(key, row);
    return snapshot;
  }
}
