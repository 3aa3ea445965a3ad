// Keeps the writer's lease, and notices within seconds that the network swallows what it sends. The lease is the last
// time at which the server heard of the writer's connection: a standby ends a writer that has been silent for too long
// (writer-connection.ts). TCP itself would take minutes, and a slow database is no reason to give a connection up: so
// the server is asked, on another connection, whether it is at work on what we wait for.
import type { Logger } from "#shared/log";
import { readBackend, type BackendState } from "../store/epoch-store.ts";
import type { ConnectWriter, Writer, WriterConnection } from "./writer-connection.ts";

/** Well below the silence after which a standby takes over. */
const BEAT_MS = 500;
/** Without an answer for so long, the server is asked. */
const SUSPICIOUS_MS = 1_500;

export interface LeaseOptions {
  writer: Writer;
  connect: ConnectWriter;
  log: Logger;
  /** When the flush under way began, in monotonic milliseconds; undefined when there is none. */
  waitingSince: () => number | undefined;
  monotonic: () => number;
  /** The connection was given up: what waits for an answer on it fails. */
  onUnheard: () => void;
}

export class WriterLease {
  readonly #options: LeaseOptions;
  #beating: { since: number } | undefined;
  #isAsking = false;
  /** What the server said last, while the same answer was missing. */
  #seen: { since: number; changedAt: string } | undefined;
  #timer: NodeJS.Timeout;

  constructor(options: LeaseOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#beat(), BEAT_MS);
    this.#timer.unref();
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #beat(): void {
    const { writer, monotonic } = this.#options;
    if (writer.lost.aborted) return this.end();
    const since = this.#waitingSince();
    if (since === undefined) this.#say();
    else if (monotonic() - since >= SUSPICIOUS_MS && !this.#isAsking) void this.#ask(since);
  }

  #waitingSince(): number | undefined {
    return this.#beating?.since ?? this.#options.waitingSince();
  }

  #say(): void {
    const { writer, monotonic } = this.#options;
    this.#beating = { since: monotonic() };
    const over = (): void => (this.#beating = undefined);
    writer.client.query("select 1").then(over, over);
  }

  async #ask(since: number): Promise<void> {
    const { writer, connect, log, onUnheard } = this.#options;
    this.#isAsking = true;
    let other: WriterConnection | undefined;
    try {
      other = await connect();
      const backend = await readBackend(other.client, writer.client);
      if (this.#waitingSince() !== since || !this.#isUnheard(since, backend)) return;
      log.warn({}, "the writer's connection is open and nothing comes through it: giving it up");
      this.end();
      onUnheard();
      writer.abandon();
    } catch {
      // The database cannot be reached at all: limits on answers end the wait.
    } finally {
      this.#isAsking = false;
      await other?.client.end().catch(() => undefined);
    }
  }

  /** The server waits for us, and says the same when asked again: its answer would have come by then. */
  #isUnheard(since: number, backend: BackendState | undefined): boolean {
    if (backend === undefined) return true;
    if (!backend.isWaitingForClient) return false;
    const { changedAt } = backend;
    const isSame = this.#seen?.since === since && this.#seen.changedAt === changedAt;
    this.#seen = { since, changedAt };
    return isSame;
  }
}
