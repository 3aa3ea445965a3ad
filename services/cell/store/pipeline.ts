// Sends many statements in one write and one transaction: a series of Parse/Bind/Execute before one Sync is atomic in
// PostgreSQL's extended protocol, without BEGIN and COMMIT, in a single round trip.
import type pg from "pg";
import type { Statement } from "./statement.ts";

/** The part of the driver's connection that is used; its own types ask for an argument that it no longer has. */
interface WireConnection {
  stream: { cork(): void; uncork(): void };
  parse(query: { name: string; text: string }): void;
  bind(config: {
    statement: string;
    values: readonly unknown[];
    valueMapper: (value: unknown) => unknown;
  }): void;
  execute(config: { portal?: string }): void;
  sync(): void;
}

/** Names prepared on a connection. A failed pipeline forgets them, because which ones were parsed is unknown. */
export class PreparedNames {
  #generation = 0;
  #names = new Set<string>();

  forget(): void {
    this.#generation += 1;
    this.#names = new Set();
  }

  wireName(name: string): string {
    return this.#generation === 0 ? name : `${name}-${String(this.#generation)}`;
  }

  /** True the first time. */
  add(name: string): boolean {
    if (this.#names.has(name)) return false;
    this.#names.add(name);
    return true;
  }
}

/** Runs the statements in order in one transaction. After a failure nothing of them is stored, or the connection is lost. */
export function runPipeline(
  client: pg.Client,
  prepared: PreparedNames,
  statements: readonly Statement[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const pipeline = new Pipeline(prepared, statements, (error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    client.query(pipeline);
  });
}

/** What the driver calls back is named by the driver. */
class Pipeline {
  readonly #prepared: PreparedNames;
  readonly #statements: readonly Statement[];
  #done: ((error: Error | undefined) => void) | undefined;
  // The driver wraps this when it limits the time of a query: only a call of it ends that timer. A timer that is left to
  // run holds the whole flush for as long, and then tells the next ones to prepare everything again.
  callback: (error: Error | null) => void;

  constructor(
    prepared: PreparedNames,
    statements: readonly Statement[],
    done: (error: Error | undefined) => void,
  ) {
    this.#prepared = prepared;
    this.#statements = statements;
    this.#done = done;
    this.callback = (error) => this.#finish(error ?? undefined);
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as WireConnection;
    wire.stream.cork();
    for (const { name, text, values } of this.#statements) {
      const wireName = this.#prepared.wireName(name);
      if (this.#prepared.add(name)) wire.parse({ name: wireName, text });
      wire.bind({ statement: wireName, values, valueMapper: wireValue });
      wire.execute({});
    }
    wire.sync();
    wire.stream.uncork();
  }

  handleRowDescription(): void {}

  handleDataRow(): void {}

  handleCommandComplete(): void {}

  handleEmptyQuery(): void {}

  handlePortalSuspended(): void {}

  handleError(error: Error): void {
    this.#prepared.forget();
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.callback(null);
  }

  #finish(error: Error | undefined): void {
    const done = this.#done;
    this.#done = undefined;
    done?.(error);
  }
}

function wireValue(value: unknown): unknown {
  if (value === null || value === undefined || Buffer.isBuffer(value)) return value ?? null;
  return typeof value === "string" ? value : String(value);
}
