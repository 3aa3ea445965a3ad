// What the cell takes for the PostgreSQL driver: a pool for reads and a writer's connection, both on the store in memory.
// Only what the cell uses is there; a call of anything else fails.
import type pg from "pg";
import type { SeverablePool } from "#shared/postgres";
import type { WriterConnection } from "../../../services/cell/journal/writer-connection.ts";
import type { SimulatedProcess } from "../virtual-time.ts";
import type { MemoryStore, PreparedStatement, Session } from "./memory-store.ts";
import { StoreError } from "./writes.ts";

interface Result {
  rows: Record<string, unknown>[];
  rowCount: number;
}

interface NamedStatement {
  text: string;
  values: readonly unknown[];
}

/** What services/cell/store/pipeline.ts gives to the driver. */
interface Pipeline {
  submit(connection: unknown): void;
  handleError(error: Error): void;
  handleReadyForQuery(): void;
}

export function connectWriter(store: MemoryStore, owner: SimulatedProcess): () => Promise<WriterConnection> {
  return async () => {
    const session = store.open(owner);
    await store.send(session, () => undefined);
    return {
      // The cell uses these parts of a client and no others.
      client: new MemoryClient(store, session) as unknown as pg.Client,
      lost: session.lost.signal,
      abandon: () => store.abandon(session),
    };
  };
}

export function memoryPool(store: MemoryStore, owner: SimulatedProcess): SeverablePool {
  return new MemoryPool(store, owner) as unknown as SeverablePool;
}

class MemoryPool {
  readonly #store: MemoryStore;
  readonly #owner: SimulatedProcess;
  readonly #open = new Set<Session>();

  constructor(store: MemoryStore, owner: SimulatedProcess) {
    this.#store = store;
    this.#owner = owner;
  }

  async query(given: string | NamedStatement, values: readonly unknown[] = []): Promise<Result> {
    const client = await this.connect();
    try {
      if (typeof given !== "string") return await client.query(given.text, given.values);
      return await client.query(given, values);
    } finally {
      client.release();
    }
  }

  connect(): Promise<MemoryClient> {
    return Promise.resolve().then(() => {
      const session = this.#store.open(this.#owner);
      this.#open.add(session);
      return new MemoryClient(this.#store, session, () => this.#open.delete(session));
    });
  }

  sever(): void {
    for (const session of this.#open) this.#store.abandon(session);
  }
}

class MemoryClient {
  readonly #store: MemoryStore;
  readonly #session: Session;
  readonly #onRelease: () => void;

  constructor(store: MemoryStore, session: Session, onRelease: () => void = () => undefined) {
    this.#store = store;
    this.#session = session;
    this.#onRelease = onRelease;
  }

  query(given: Pipeline): void;
  query(given: string, values?: readonly unknown[]): Promise<Result>;
  query(given: Pipeline | string, values: readonly unknown[] = []): Promise<Result> | void {
    if (typeof given !== "string") return this.#run(given);
    return this.#store
      .send(this.#session, () => this.#store.query(this.#session, given, values))
      .then((rows) => ({ rows, rowCount: rows.length }));
  }

  release(): void {
    this.#onRelease();
    this.#store.close(this.#session);
  }

  end(): Promise<void> {
    this.#store.close(this.#session);
    return Promise.resolve();
  }

  #run(pipeline: Pipeline): void {
    const recorder = new Recorder(this.#session.prepared);
    pipeline.submit(recorder);
    this.#store
      .send(this.#session, () => {
        if (recorder.error !== undefined) throw recorder.error;
        return this.#store.transaction(this.#session, recorder.statements);
      })
      .then(
        () => pipeline.handleReadyForQuery(),
        (error: unknown) => pipeline.handleError(error as Error),
      );
  }
}

/** The driver's connection: collects what a pipeline sends. Statements stay prepared even when the transaction fails. */
class Recorder {
  readonly statements: PreparedStatement[] = [];
  readonly stream = { cork: (): void => undefined, uncork: (): void => undefined };
  error: StoreError | undefined;
  readonly #prepared: Map<string, string>;

  constructor(prepared: Map<string, string>) {
    this.#prepared = prepared;
  }

  parse({ name, text }: { name: string; text: string }): void {
    if (this.#prepared.has(name)) this.error ??= new StoreError("42P05", `prepared statement ${name} exists`);
    this.#prepared.set(name, text);
  }

  bind(bound: {
    statement: string;
    values: readonly unknown[];
    valueMapper: (value: unknown) => unknown;
  }): void {
    const { statement, values, valueMapper } = bound;
    const text = this.#prepared.get(statement);
    if (text === undefined) {
      this.error ??= new StoreError("26000", `prepared statement ${statement} does not exist`);
    }
    const name = statement.replace(/-\d+$/, "");
    this.statements.push({ name, text: text ?? "", values: values.map(valueMapper) });
  }

  execute(): void {}

  sync(): void {}
}
