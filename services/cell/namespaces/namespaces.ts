// The namespaces of the cell: all in memory, changed through the journal. A deleted one is gone for callers at once;
// its executions are removed in the background and its row last, so that a crash between resumes.
import { codecOf, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Queryable } from "#shared/postgres";
import type { Journal } from "../journal/journal.ts";
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
  readonly #byName = new Map<string, Namespace>();
  readonly #byId = new Map<string, Namespace>();
  readonly #deleted = new Map<string, NamespaceRow>();

  async load(pool: Queryable): Promise<void> {
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

  byId(id: string): Namespace | undefined {
    return this.#byId.get(id);
  }

  byName(name: string): Namespace | undefined {
    return this.#byName.get(name);
  }

  /** Errors: NOT_FOUND with Temporal's detail, INVALID_ARGUMENT when no name is given. */
  named(name: string | null | undefined): Namespace {
    if (name == null || name === "")
      throw new CloudError("INVALID_ARGUMENT", "Namespace not set on request.");
    const namespace = this.#byName.get(name);
    if (namespace !== undefined) return namespace;
    throw new CloudError("NOT_FOUND", `Namespace ${name} is not found.`, {
      details: [{ typeName: notFoundCodec.typeName, value: notFoundCodec.encode({ namespace: name }) }],
    });
  }

  /** Deleted ones whose executions may still be there. */
  deleted(): NamespaceRow[] {
    return [...this.#deleted.values()];
  }

  /** Stores the row and shows it when it is durable. Repeatable. */
  async put(journal: Journal, row: NamespaceRow): Promise<Namespace> {
    const group = journal.group();
    group.statements.push(upsertNamespace(row));
    await group.durable;
    const known = this.#byId.get(row.namespaceId);
    if (known === undefined) return this.#add(row);
    known.replace(row);
    return known;
  }

  /** Hides the namespace at once and remembers durably that it must go; shows it again when that fails. */
  async markDeleted(journal: Journal, namespace: Namespace, now: number): Promise<NamespaceRow> {
    // The name is free again at once; the row keeps a name that no namespace can have.
    const row = { ...namespace.row, name: `${namespace.name}\u007f${namespace.id}`, deletedAt: now };
    const group = journal.group();
    group.statements.push(upsertNamespace(row));
    this.#byName.delete(namespace.name);
    this.#byId.delete(namespace.id);
    try {
      await group.durable;
    } catch (error) {
      this.#add(namespace.row);
      throw error;
    }
    this.#deleted.set(namespace.id, row);
    return row;
  }

  /** Forgets a deleted namespace of which nothing is left. */
  async remove(journal: Journal, namespaceId: string): Promise<void> {
    const group = journal.group();
    group.statements.push(deleteNamespaceRow(namespaceId));
    await group.durable;
    this.#deleted.delete(namespaceId);
  }

  #add(row: NamespaceRow): Namespace {
    const namespace = new Namespace(row);
    this.#byName.set(row.name, namespace);
    this.#byId.set(row.namespaceId, namespace);
    return namespace;
  }
}
