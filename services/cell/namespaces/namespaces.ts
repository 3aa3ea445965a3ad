// The namespaces of the cell: all in memory, changed through the journal. A deleted one is gone for callers at once;
// its executions are removed in the background and its row last, so that a crash between resumes.
import { codecOf, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Queryable } from "#shared/postgres";
import type { Journal } from "../journal/journal.ts";
import { deleteExportMarks } from "../store/export-store.ts";
import {
  deleteNamespaceRow,
  readNamespaces,
  upsertNamespace,
  type NamespaceRow,
} from "../store/namespace-store.ts";
import { Namespace } from "./namespace.ts";

const notFoundCodec = codecOf<temporal.api.errordetails.v1.INamespaceNotFoundFailure>(
  "temporal.api.errordetails.v1.NamespaceNotFoundFailure",
);

export class Namespaces {
  #pool: Queryable | undefined;
  /** Changes one after the other: a name is compared with what the change before left. */
  #changes: Promise<unknown> = Promise.resolve();
  /** Whose deletion was told as failed, by id: whether it is stored is not known yet. */
  readonly #uncertain = new Map<string, NamespaceRow>();
  readonly #byName = new Map<string, Namespace>();
  readonly #byId = new Map<string, Namespace>();
  readonly #deleted = new Map<string, NamespaceRow>();

  async load(pool: Queryable): Promise<void> {
    this.#pool = pool;
    for (const row of await readNamespaces(pool)) {
      if (row.deletedAt === undefined) this.#add(row);
      else this.#deleted.set(row.namespaceId, row);
    }
  }

  get size(): number {
    return this.#byName.size;
  }

  all(): Namespace[] {
    return [...this.#byName.values()];
  }

  /** Errors: UNAVAILABLE while nobody knows whether it is gone. */
  byId(id: string): Namespace | undefined {
    if (this.#uncertain.has(id)) throw uncertain();
    return this.#byId.get(id);
  }

  /** Undefined for one that the cell does not have, or does not know whether it has. */
  nameOf(id: string): string | undefined {
    return this.#byId.get(id)?.name;
  }

  /** What paused since it found its namespace asks before it adds anything. Errors: NOT_FOUND, UNAVAILABLE. */
  requireThere({ id, name }: Namespace): void {
    if (this.byId(id) === undefined) throw notFound(name);
  }

  byName(name: string): Namespace | undefined {
    return this.#byName.get(name);
  }

  /** Errors: UNAVAILABLE while nobody knows whether it is gone, NOT_FOUND with Temporal's detail, INVALID_ARGUMENT when no name is given. */
  named(name: string | null | undefined): Namespace {
    if (name == null || name === "")
      throw new CloudError("INVALID_ARGUMENT", "Namespace not set on request.");
    const namespace = this.#byName.get(name);
    if (namespace !== undefined) return namespace;
    for (const row of this.#uncertain.values()) if (row.name === name) throw uncertain();
    throw notFound(name);
  }

  /** Deleted ones whose executions may still be there. */
  deleted(): NamespaceRow[] {
    return [...this.#deleted.values()];
  }

  /**
   * Stores the row and shows it when it is durable. Repeatable. A change of what is deleted meanwhile does not bring it
   * back. Errors: ALREADY_EXISTS, NOT_FOUND, UNAVAILABLE.
   */
  put(journal: Journal, row: NamespaceRow): Promise<Namespace> {
    const known = this.#byId.get(row.namespaceId);
    const requireNotDeleted = (): void => {
      if (known !== undefined) this.requireThere(known);
      else if (this.#uncertain.has(row.namespaceId) || this.#deleted.has(row.namespaceId)) throw uncertain();
    };
    const done = this.#changes.then(async () => {
      requireNotDeleted();
      const holder = this.#byName.get(row.name);
      // Two rows of one name would fail the flush, and with it what everybody else has in it.
      if (holder !== undefined && holder.id !== row.namespaceId)
        throw new CloudError("ALREADY_EXISTS", `Namespace ${row.name} exists with another id.`);
      const group = journal.group();
      group.statements.push(upsertNamespace(row));
      await journal.settle(group, async () => void (await this.#read(row.namespaceId)));
      requireNotDeleted();
      return this.#show(row);
    });
    this.#changes = done.catch(() => undefined);
    return done;
  }

  /**
   * Hides the namespace at once and remembers durably that it must go. When that is told as failed, the store says what
   * is true: it is gone after all, or it is shown again and the error is thrown.
   */
  async markDeleted(journal: Journal, namespace: Namespace, now: number): Promise<NamespaceRow> {
    const before = namespace.row;
    // The name is free again at once; the row keeps a name that no namespace can have.
    const row = { ...before, name: `${before.name}\u007f${namespace.id}`, deletedAt: now };
    const group = journal.group();
    group.statements.push(upsertNamespace(row));
    this.#hide(namespace);
    let isGoneAfterAll = false;
    const settled = journal.settle(group, async () => {
      const stored = await this.#read(namespace.id);
      isGoneAfterAll = stored === undefined || stored.deletedAt !== undefined;
    });
    group.durable.catch(() => this.#uncertain.set(namespace.id, before));
    try {
      await settled;
    } catch (error) {
      if (!isGoneAfterAll) throw error;
    } finally {
      this.#uncertain.delete(namespace.id);
    }
    this.#deleted.set(namespace.id, row);
    return row;
  }

  /** Forgets a deleted namespace of which nothing is left. */
  async remove(journal: Journal, namespaceId: string): Promise<void> {
    const group = journal.group();
    group.statements.push(deleteExportMarks(namespaceId), deleteNamespaceRow(namespaceId));
    await group.durable;
    this.#deleted.delete(namespaceId);
  }

  /** Shows what the store has of a namespace. */
  async #read(namespaceId: string): Promise<NamespaceRow | undefined> {
    const rows = this.#pool === undefined ? [] : await readNamespaces(this.#pool);
    const stored = rows.find((row) => row.namespaceId === namespaceId);
    if (stored !== undefined && stored.deletedAt === undefined) this.#show(stored);
    return stored;
  }

  #show(row: NamespaceRow): Namespace {
    const known = this.#byId.get(row.namespaceId);
    if (known === undefined) return this.#add(row);
    known.replace(row);
    return known;
  }

  #hide({ id, name }: Namespace): void {
    this.#byName.delete(name);
    this.#byId.delete(id);
  }

  #add(row: NamespaceRow): Namespace {
    const namespace = new Namespace(row);
    this.#byName.set(row.name, namespace);
    this.#byId.set(row.namespaceId, namespace);
    return namespace;
  }
}

function notFound(name: string): CloudError {
  return new CloudError("NOT_FOUND", `Namespace ${name} is not found.`, {
    details: [{ typeName: notFoundCodec.typeName, value: notFoundCodec.encode({ namespace: name }) }],
  });
}

function uncertain(): CloudError {
  return new CloudError("UNAVAILABLE", "The namespace is being deleted. Try again.");
}
