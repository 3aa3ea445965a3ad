// The Nexus endpoints of the cell: all in memory, changed one after the other through the journal, and shown when that
// is durable.
import { CloudError } from "#shared/errors";
import type { Queryable } from "#shared/postgres";
import type { Journal } from "../journal/journal.ts";
import {
  deleteEndpoint,
  readEndpoints,
  upsertEndpoint,
  type EndpointRow,
} from "../store/nexus-endpoint-store.ts";

const ENDPOINTS_MAX = 10_000;

type Wanted = Pick<EndpointRow, "name" | "description" | "target">;

export class NexusEndpoints {
  readonly #byId = new Map<string, EndpointRow>();
  readonly #byName = new Map<string, EndpointRow>();
  #changes: Promise<unknown> = Promise.resolve();

  async load(pool: Queryable): Promise<void> {
    for (const row of await readEndpoints(pool)) this.#show(row);
  }

  byId(endpointId: string): EndpointRow | undefined {
    return this.#byId.get(endpointId);
  }

  byName(name: string): EndpointRow | undefined {
    return this.#byName.get(name);
  }

  /** In the order of their ids. */
  all(): EndpointRow[] {
    return [...this.#byId.values()].sort((one, other) => (one.endpointId < other.endpointId ? -1 : 1));
  }

  /** Errors: ALREADY_EXISTS, RESOURCE_EXHAUSTED, UNAVAILABLE. */
  create(journal: Journal, wanted: Wanted & { endpointId: string; now: number }): Promise<EndpointRow> {
    return this.#change(async () => {
      const { name, description, target, endpointId, now } = wanted;
      this.#requireFree(name, { endpointId, act: "creating" });
      if (this.#byId.size >= ENDPOINTS_MAX)
        throw new CloudError("RESOURCE_EXHAUSTED", `A cell has at most ${ENDPOINTS_MAX} Nexus endpoints.`);
      const row = {
        endpointId,
        name,
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
      this.#requireFree(spec.name, { endpointId, act: "updating" });
      const { createdAt } = known;
      return this.#put(journal, { ...spec, endpointId, version: version + 1, createdAt, modifiedAt: now });
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
      await group.durable;
      this.#hide(known);
    });
  }

  #requireFree(name: string, { endpointId, act }: { endpointId: string; act: string }): void {
    const holder = this.#byName.get(name);
    if (holder === undefined || holder.endpointId === endpointId) return;
    throw new CloudError(
      "ALREADY_EXISTS",
      `error ${act} Nexus endpoint. Endpoint with name ${name} already registered`,
    );
  }

  async #put(journal: Journal, row: EndpointRow): Promise<EndpointRow> {
    const group = journal.group();
    group.statements.push(upsertEndpoint(row));
    await group.durable;
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

  #show(row: EndpointRow): void {
    this.#byId.set(row.endpointId, row);
    this.#byName.set(row.name, row);
  }

  #hide(row: EndpointRow): void {
    this.#byId.delete(row.endpointId);
    this.#byName.delete(row.name);
  }
}
