// What workers say of themselves in heartbeats: the latest of each, in memory. A worker that goes or falls silent is
// forgotten, and so are the ones silent longest when a namespace has too many.
import { codecOf, temporal } from "#contracts";
import type { Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";

export type WorkerHeartbeat = temporal.api.worker.v1.IWorkerHeartbeat;

const { WORKER_STATUS_SHUTDOWN } = temporal.api.enums.v1.WorkerStatus;

/** Workers tell of themselves every 30 to 60 seconds. */
const SILENT_MS_MAX = 5 * 60_000;
const SWEEP_MS = 60_000;
const HEARTBEATS_PER_CALL_MAX = 1_000;
const HEARTBEAT_BYTES_MAX = 64 * 1024;
const KEY_BYTES_MAX = 1_000;
const WORKERS_PER_NAMESPACE_MAX = 10_000;
const BYTES_PER_NAMESPACE_MAX = 32 * 1024 * 1024;
const BYTES_MAX = 256 * 1024 * 1024;
/** How much of its room a namespace keeps when it has too many: so it costs little for each heartbeat. */
const KEPT_SHARE = 0.9;

const codec = codecOf<WorkerHeartbeat>("temporal.api.worker.v1.WorkerHeartbeat");

interface Entry {
  heartbeat: WorkerHeartbeat;
  bytes: number;
  heardAt: number;
}

interface NamespaceWorkers {
  /** In the order in which they were heard last. */
  workers: Map<string, Entry>;
  bytes: number;
}

export class WorkerRegistry {
  readonly #clock: Clock;
  readonly #namespaces = new Map<string, NamespaceWorkers>();
  readonly #sweep: NodeJS.Timeout;
  #bytes = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#sweep = setInterval(() => this.forgetSilent(), SWEEP_MS).unref();
  }

  /** Errors: INVALID_ARGUMENT; none of them is recorded then. */
  record(namespaceId: string, heartbeats: readonly WorkerHeartbeat[]): void {
    if (heartbeats.length > HEARTBEATS_PER_CALL_MAX) {
      throw invalid(`At most ${String(HEARTBEATS_PER_CALL_MAX)} heartbeats can be recorded at once.`);
    }
    const sized = heartbeats.map((heartbeat) => ({ heartbeat, bytes: checkedSize(heartbeat) }));
    const heardAt = this.#clock.now();
    for (const { heartbeat, bytes } of sized) {
      const key = heartbeat.workerInstanceKey ?? "";
      this.#forget(namespaceId, key);
      if (heartbeat.status !== WORKER_STATUS_SHUTDOWN) {
        this.#add(namespaceId, key, { heartbeat, bytes, heardAt });
      }
    }
    this.#keepWithinLimits(namespaceId);
  }

  find(namespaceId: string, workerInstanceKey: string): WorkerHeartbeat | undefined {
    return this.#namespaces.get(namespaceId)?.workers.get(workerInstanceKey)?.heartbeat;
  }

  /** Those that match, by key. */
  list(namespaceId: string, isWanted: (heartbeat: WorkerHeartbeat) => boolean): WorkerHeartbeat[] {
    const entries = [...(this.#namespaces.get(namespaceId)?.workers ?? [])];
    return entries
      .filter(([, { heartbeat }]) => isWanted(heartbeat))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { heartbeat }]) => heartbeat);
  }

  forgetNamespace(namespaceId: string): void {
    this.#bytes -= this.#namespaces.get(namespaceId)?.bytes ?? 0;
    this.#namespaces.delete(namespaceId);
  }

  forgetSilent(): void {
    const oldest = this.#clock.now() - SILENT_MS_MAX;
    for (const [namespaceId, { workers }] of this.#namespaces) {
      for (const [key, { heardAt }] of workers) {
        if (heardAt >= oldest) break;
        this.#forget(namespaceId, key);
      }
      if (workers.size === 0) this.#namespaces.delete(namespaceId);
    }
  }

  stop(): void {
    clearInterval(this.#sweep);
  }

  #add(namespaceId: string, key: string, entry: Entry): void {
    let namespace = this.#namespaces.get(namespaceId);
    if (namespace === undefined)
      this.#namespaces.set(namespaceId, (namespace = { workers: new Map(), bytes: 0 }));
    namespace.workers.set(key, entry);
    namespace.bytes += entry.bytes;
    this.#bytes += entry.bytes;
  }

  #forget(namespaceId: string, key: string): void {
    const namespace = this.#namespaces.get(namespaceId);
    const entry = namespace?.workers.get(key);
    if (namespace === undefined || entry === undefined) return;
    namespace.workers.delete(key);
    namespace.bytes -= entry.bytes;
    this.#bytes -= entry.bytes;
  }

  #keepWithinLimits(namespaceId: string): void {
    this.#shrink(namespaceId, WORKERS_PER_NAMESPACE_MAX, BYTES_PER_NAMESPACE_MAX);
    if (this.#bytes <= BYTES_MAX) return;
    const [largest] = [...this.#namespaces].sort(([, a], [, b]) => b.bytes - a.bytes);
    if (largest !== undefined) this.#shrink(largest[0], 0, 0);
  }

  #shrink(namespaceId: string, workersMax: number, bytesMax: number): void {
    const namespace = this.#namespaces.get(namespaceId);
    if (namespace === undefined) return;
    const { workers } = namespace;
    if (workers.size <= workersMax && namespace.bytes <= bytesMax) return;
    const keptWorkers = workers.size * KEPT_SHARE;
    const keptBytes = namespace.bytes * KEPT_SHARE;
    for (const key of workers.keys()) {
      if (workers.size <= keptWorkers && namespace.bytes <= keptBytes) return;
      this.#forget(namespaceId, key);
    }
  }
}

function checkedSize(heartbeat: WorkerHeartbeat): number {
  const key = heartbeat.workerInstanceKey ?? "";
  if (key === "") throw invalid("WorkerInstanceKey is not set on worker heartbeat.");
  if (Buffer.byteLength(key) > KEY_BYTES_MAX) throw invalid("WorkerInstanceKey length exceeds limit.");
  const bytes = codec.encode(heartbeat).length;
  if (bytes > HEARTBEAT_BYTES_MAX) {
    const limit = `${String(bytes)}/${String(HEARTBEAT_BYTES_MAX)}`;
    throw invalid(`Worker heartbeat exceeds size limit (${limit}).`);
  }
  return bytes;
}

function invalid(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}
