// The Nexus endpoints of the cell: all in memory, changed one after the other through the journal, and shown when that
// is durable.
import { CloudError } from "#shared/errors";
import type { Queryable } from "#shared/postgres";
import type { Journal } from "../journal/journal.ts";
import { scopeOf } from "./caller-policy.ts";
import {
  deleteEndpoint,
  readEndpoints,
  upsertEndpoint,
  type EndpointRow,
} from "../store/nexus-endpoint-store.ts";

const ENDPOINTS_MAX = 10_000;

type Wanted = Pick<EndpointRow, "name" | "description" | "target">;

/** What the control plane says of an endpoint of a tenant. */
export type SharedEndpoint = Pick<
  EndpointRow,
  "endpointId" | "name" | "scope" | "callers" | "generation" | "target"
>;

export class NexusEndpoints {
  readonly #byId = new Map<string, EndpointRow>();
  readonly #byName = new Map<string, EndpointRow>();
  #pool: Queryable | undefined;
  #changes: Promise<unknown> = Promise.resolve();

  async load(pool: Queryable): Promise<void> {
    this.#pool = pool;
    for (const row of await readEndpoints(pool)) this.#show(row);
  }

  byId(endpointId: string): EndpointRow | undefined {
    return this.#byId.get(endpointId);
  }

  /** What a namespace means by a name: an endpoint of its tenant, or of the cell. Other tenants' are not there for it. */
  seenBy(namespace: string, name: string): EndpointRow | undefined {
    const scope = scopeOf(namespace);
    return this.#byName.get(keyOf({ scope, name })) ?? this.#byName.get(keyOf({ scope: "", name }));
  }

  /** In the order of their ids. */
  all(): EndpointRow[] {
    return [...this.#byId.values()].sort((one, other) => (one.endpointId < other.endpointId ? -1 : 1));
  }

  /** Errors: ALREADY_EXISTS, RESOURCE_EXHAUSTED, UNAVAILABLE. */
  create(journal: Journal, wanted: Wanted & { endpointId: string; now: number }): Promise<EndpointRow> {
    return this.#change(async () => {
      const { name, description, target, endpointId, now } = wanted;
      this.#requireFree({ scope: "", name }, { endpointId, act: "creating" });
      this.#requireRoom();
      const row = {
        endpointId,
        name,
        scope: "",
        callers: undefined,
        generation: 0,
        description,
        target,
        version: 1,
        createdAt: now,
        modifiedAt: undefined,
      };
      return this.#put(journal, row);
    });
  }

  /** Errors: NOT_FOUND, FAILED_PRECONDITION for another version, ALREADY_EXISTS for a taken name, UNAVAILABLE. */
  update(
    journal: Journal,
    wanted: Wanted & { endpointId: string; version: number; now: number },
  ): Promise<EndpointRow> {
    return this.#change(async () => {
      const { endpointId, version, now, ...spec } = wanted;
      const known = this.#byId.get(endpointId);
      if (known === undefined) {
        throw new CloudError(
          "NOT_FOUND",
          `error updating Nexus endpoint. endpoint ID ${endpointId} not found`,
        );
      }
      if (known.version !== version) {
        throw new CloudError(
          "FAILED_PRECONDITION",
          `nexus endpoint version mismatch. received: ${version} expected ${known.version}`,
        );
      }
      this.#requireFree({ scope: known.scope, name: spec.name }, { endpointId, act: "updating" });
      return this.#put(journal, { ...known, ...spec, version: version + 1, modifiedAt: now });
    });
  }

  /**
   * Brings an endpoint to what the control plane says; an older generation than the present one changes nothing.
   * Errors: ALREADY_EXISTS for a taken name, RESOURCE_EXHAUSTED, UNAVAILABLE.
   */
  apply(journal: Journal, wanted: SharedEndpoint, now: number): Promise<EndpointRow> {
    return this.#change(async () => {
      const known = this.#byId.get(wanted.endpointId);
      if (known !== undefined && known.generation > wanted.generation) return known;
      this.#requireFree(wanted, { endpointId: wanted.endpointId, act: "applying" });
      if (known === undefined) this.#requireRoom();
      const isSame = known !== undefined && known.generation === wanted.generation;
      return this.#put(journal, {
        ...wanted,
        description: undefined,
        version: known === undefined ? 1 : known.version + (isSame ? 0 : 1),
        createdAt: known?.createdAt ?? now,
        modifiedAt: known === undefined || isSame ? known?.modifiedAt : now,
      });
    });
  }

  /** Errors: NOT_FOUND, UNAVAILABLE. */
  delete(journal: Journal, endpointId: string): Promise<void> {
    return this.#change(async () => {
      const known = this.#byId.get(endpointId);
      if (known === undefined)
        throw new CloudError("NOT_FOUND", `error deleting nexus endpoint with ID: ${endpointId}`);
      const group = journal.group();
      group.statements.push(deleteEndpoint(endpointId));
      await journal.settle(group, () => this.#readAgain());
      this.#hide(known);
    });
  }

  #requireRoom(): void {
    if (this.#byId.size >= ENDPOINTS_MAX)
      throw new CloudError("RESOURCE_EXHAUSTED", `A cell has at most ${ENDPOINTS_MAX} Nexus endpoints.`);
  }

  #requireFree(wanted: EndpointName, { endpointId, act }: { endpointId: string; act: string }): void {
    const holder = this.#byName.get(keyOf(wanted));
    if (holder === undefined || holder.endpointId === endpointId) return;
    throw new CloudError(
      "ALREADY_EXISTS",
      `error ${act} Nexus endpoint. Endpoint with name ${wanted.name} already registered`,
    );
  }

  async #put(journal: Journal, row: EndpointRow): Promise<EndpointRow> {
    const group = journal.group();
    group.statements.push(upsertEndpoint(row));
    await journal.settle(group, () => this.#readAgain());
    const known = this.#byId.get(row.endpointId);
    if (known !== undefined) this.#hide(known);
    this.#show(row);
    return row;
  }

  /** Names and versions are compared with what the change before left. */
  #change<Result>(act: () => Promise<Result>): Promise<Result> {
    const done = this.#changes.then(act);
    this.#changes = done.catch(() => undefined);
    return done;
  }

  /** A name that memory does not know and the store has would fail the flush of everybody who takes part in it. */
  async #readAgain(): Promise<void> {
    if (this.#pool === undefined) return;
    const rows = await readEndpoints(this.#pool);
    for (const known of this.all()) this.#hide(known);
    for (const row of rows) this.#show(row);
  }

  #show(row: EndpointRow): void {
    this.#byId.set(row.endpointId, row);
    this.#byName.set(keyOf(row), row);
  }

  #hide(row: EndpointRow): void {
    this.#byId.delete(row.endpointId);
    this.#byName.delete(keyOf(row));
  }
}

type EndpointName = Pick<EndpointRow, "scope" | "name">;

/** Names of endpoints have no slash. */
function keyOf({ scope, name }: EndpointName): string {
  return `${scope}/${name}`;
}
