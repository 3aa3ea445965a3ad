// Everything the emulator knows, in memory, with a journal file of changes: what was answered survives a restart.
// Changes of one request become visible and durable together.
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CollectionName, Collections } from "./objects.ts";

interface Change {
  collection: CollectionName;
  id: string;
  /** Null removes. */
  value: Collections[CollectionName] | null;
}

type Tables = { [Name in CollectionName]: Map<string, Collections[Name]> };

export class Store {
  readonly #tables: Tables = {
    customers: new Map(),
    payment_methods: new Map(),
    setup_intents: new Map(),
    products: new Map(),
    prices: new Map(),
    subscriptions: new Map(),
    invoiceitems: new Map(),
    invoices: new Map(),
    test_clocks: new Map(),
    meters: new Map(),
    meter_readings: new Map(),
    meter_identifiers: new Map(),
    credit_grants: new Map(),
    payment_intents: new Map(),
    refunds: new Map(),
    credit_notes: new Map(),
    checkout_sessions: new Map(),
    portal_sessions: new Map(),
    portal_configurations: new Map(),
    thin_events: new Map(),
    events: new Map(),
    webhook_endpoints: new Map(),
    deliveries: new Map(),
    idempotency: new Map(),
  };
  readonly #journal: string | undefined;
  /** The changes of the transaction that runs, and what was there before each. */
  #open: { staged: Change[]; before: Change[] } | undefined;

  constructor(directory: string | undefined) {
    if (directory === undefined) return;
    mkdirSync(directory, { recursive: true });
    this.#journal = join(directory, "journal.jsonl");
    if (existsSync(this.#journal)) this.#load(this.#journal);
    this.#compact(this.#journal);
  }

  find<Name extends CollectionName>(collection: Name, id: string): Collections[Name] | undefined {
    return this.#tables[collection].get(id);
  }

  /** In order of creation. */
  all<Name extends CollectionName>(collection: Name): Collections[Name][] {
    return [...this.#tables[collection].values()];
  }

  put<Name extends CollectionName>(collection: Name, value: Collections[Name]): void {
    this.#change({ collection, id: value.id, value });
  }

  remove(collection: CollectionName, id: string): void {
    this.#change({ collection, id, value: null });
  }

  /** Runs `work` (never asynchronous): all its changes are kept, or none when it throws; inside another one too. */
  transaction<Result>(work: () => Result): Result {
    const isOutermost = this.#open === undefined;
    const open = (this.#open ??= { staged: [], before: [] });
    const mark = open.staged.length;
    try {
      const result = work();
      if (isOutermost) this.#append(open.staged);
      return result;
    } catch (error) {
      for (const change of open.before.splice(mark).reverse()) this.#apply(change);
      open.staged.splice(mark);
      throw error;
    } finally {
      if (isOutermost) this.#open = undefined;
    }
  }

  #change(change: Change): void {
    // Objects are copied, so that a caller's later change of its copy is not a change of the state.
    const copy = { ...change, value: structuredClone(change.value) };
    const { collection, id } = change;
    this.#open?.before.push({ collection, id, value: this.#tables[collection].get(id) ?? null });
    this.#apply(copy);
    if (this.#open === undefined) this.#append([copy]);
    else this.#open.staged.push(copy);
  }

  #apply({ collection, id, value }: Change): void {
    // A change carries the object of its own collection: `put` is the only maker.
    const table = this.#tables[collection] as Map<string, unknown>;
    if (value === null) table.delete(id);
    else table.set(id, value);
  }

  #append(changes: readonly Change[]): void {
    if (this.#journal === undefined || changes.length === 0) return;
    appendFileSync(this.#journal, `${JSON.stringify(changes)}\n`);
  }

  #load(journal: string): void {
    for (const line of readFileSync(journal, "utf8").split("\n")) {
      if (line === "") continue;
      try {
        for (const change of JSON.parse(line) as Change[]) this.#apply(change);
      } catch (error) {
        // The last line of a process that was killed may be half written; its request was never answered.
        if (!(error instanceof SyntaxError)) throw error;
      }
    }
  }

  #compact(journal: string): void {
    const names = Object.keys(this.#tables) as CollectionName[];
    const lines = names.flatMap((collection) =>
      [...this.#tables[collection].values()].map((value) =>
        JSON.stringify([{ collection, id: value.id, value }]),
      ),
    );
    writeFileSync(`${journal}.new`, lines.length === 0 ? "" : `${lines.join("\n")}\n`);
    renameSync(`${journal}.new`, journal);
  }
}
