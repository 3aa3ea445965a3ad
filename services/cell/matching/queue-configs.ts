// The configurations of task queues: all in memory, changed through the journal. A change holds for dispatching when it is
// durable. Changes of one queue follow one another.
import { codecOf } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Queryable } from "#shared/postgres";
import type { Journal } from "../journal/journal.ts";
import {
  deleteQueueConfig,
  deleteQueueConfigsOf,
  readQueueConfigs,
  upsertQueueConfig,
  type QueueConfigKey,
} from "../store/queue-config-store.ts";
import { FIRST_UUID, readPages } from "../store/read-pages.ts";
import { isIneffective, type QueueConfig } from "./queue-config.ts";

const ROWS_PER_PAGE_MAX = 500;
/** Queues of one namespace that can be configured; a configuration takes up to about 100 kB of memory. */
const CONFIGS_PER_NAMESPACE_MAX = 1_000;
const FIRST_KEY: QueueConfigKey = { namespaceId: FIRST_UUID, queueType: 0, name: "" };

const codec = codecOf<QueueConfig>("temporal.api.taskqueue.v1.TaskQueueConfig");

interface Entry {
  key: QueueConfigKey;
  config: QueueConfig;
}

export class QueueConfigs {
  /** By namespace, then by type and name. */
  readonly #entries = new Map<string, Map<string, Entry>>();
  readonly #updates = new Map<string, Promise<unknown>>();
  /** Reads again what a failed flush has made uncertain. */
  #readAgain: () => Promise<void> = () => Promise.resolve();

  async load(pool: Queryable): Promise<void> {
    this.#readAgain = () => this.load(pool);
    const first = { after: FIRST_KEY, rowsMax: ROWS_PER_PAGE_MAX };
    for await (const rows of readPages((page) => readQueueConfigs(pool, page), first)) {
      for (const { config, ...key } of rows) this.#set(key, codec.decode(config));
    }
  }

  get(key: QueueConfigKey): QueueConfig | undefined {
    return this.#entries.get(key.namespaceId)?.get(textOf(key))?.config;
  }

  /**
   * The configuration that `change` makes of the present one, when it is durable. Errors: those of `change`;
   * RESOURCE_EXHAUSTED when too many queues of the namespace are configured; UNAVAILABLE.
   */
  async update(
    journal: Journal,
    key: QueueConfigKey,
    change: (before: QueueConfig | undefined) => QueueConfig,
  ): Promise<QueueConfig> {
    const place = `${key.namespaceId}/${textOf(key)}`;
    const before = this.#updates.get(place) ?? Promise.resolve();
    const update = before.then(() => this.#apply(journal, key, change));
    const settled = update.catch(() => undefined);
    this.#updates.set(place, settled);
    try {
      return await update;
    } finally {
      if (this.#updates.get(place) === settled) this.#updates.delete(place);
    }
  }

  /** Part of the deletion of a namespace. Repeatable. */
  async forgetNamespace(journal: Journal, namespaceId: string): Promise<void> {
    const group = journal.group();
    group.statements.push(deleteQueueConfigsOf(namespaceId));
    await group.durable;
    this.#entries.delete(namespaceId);
  }

  async #apply(
    journal: Journal,
    key: QueueConfigKey,
    change: (before: QueueConfig | undefined) => QueueConfig,
  ): Promise<QueueConfig> {
    const config = change(this.get(key));
    const replaced = this.#roomFor(key);
    const group = journal.group();
    group.statements.push(upsertQueueConfig({ ...key, config: codec.encode(config) }));
    if (replaced !== undefined) group.statements.push(deleteQueueConfig(replaced));
    await journal.settle(group, this.#readAgain);
    if (replaced !== undefined) this.#entries.get(replaced.namespaceId)?.delete(textOf(replaced));
    this.#set(key, config);
    return config;
  }

  /** A configuration that says nothing any more, when its place is needed. */
  #roomFor(key: QueueConfigKey): QueueConfigKey | undefined {
    const entries = this.#entries.get(key.namespaceId);
    if (entries === undefined || entries.size < CONFIGS_PER_NAMESPACE_MAX || entries.has(textOf(key))) {
      return undefined;
    }
    for (const entry of entries.values()) if (isIneffective(entry.config)) return entry.key;
    throw new CloudError(
      "RESOURCE_EXHAUSTED",
      `At most ${String(CONFIGS_PER_NAMESPACE_MAX)} task queues of a namespace can be configured: remove the limits and weights of another one first.`,
    );
  }

  #set(key: QueueConfigKey, config: QueueConfig): void {
    let entries = this.#entries.get(key.namespaceId);
    if (entries === undefined) this.#entries.set(key.namespaceId, (entries = new Map()));
    entries.set(textOf(key), { key, config });
  }
}

function textOf({ queueType, name }: QueueConfigKey): string {
  return `${String(queueType)}/${name}`;
}
