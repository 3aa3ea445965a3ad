// The worker deployments of a cell: all in memory, changed through the journal. Changes of one namespace take turns, and
// what a change makes is shown and routed by only when it is stored. Reads and routing never wait.
import { delay } from "#shared/clock";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { FlushGroup } from "../journal/flush-group.ts";
import {
  deleteDeploymentsOf,
  readDeployment,
  readDeployments,
  readVersions,
  type DeploymentKey,
  type VersionRow,
} from "../store/deployment-store.ts";
import { FIRST_UUID, readPages } from "../store/read-pages.ts";
import { WakeHeap } from "../timers/wake-heap.ts";
import type { VersionName } from "../workflow/index.ts";
import { checkDrainage } from "./check-drainage.ts";
import { DeploymentIndex } from "./deployment-index.ts";
import type { Deployment, TaskQueueType } from "./deployment.ts";
import { nextCheckAt, type DrainagePace } from "./drainage.ts";
import { LIMITS } from "./limits.ts";
import type { TaskQueueRouting } from "./routing.ts";
import { deletionOf, deploymentOf, statementsOf } from "./stored-deployment.ts";

const RETRY_MS = 500;

/** A version whose open workflows are counted when its time comes. */
export interface DrainingVersion extends DeploymentKey {
  buildId: string;
}

interface NamespaceDeployments {
  index: DeploymentIndex;
  tail: Promise<unknown>;
}

export class Deployments {
  readonly #engine: () => Engine;
  readonly #pace: DrainagePace;
  readonly #namespaces = new Map<string, NamespaceDeployments>();
  readonly #checks: WakeHeap<DrainingVersion>;

  /** The engine is asked for when it is there: it holds this. */
  constructor(clock: Engine["clock"], pace: DrainagePace, engine: () => Engine) {
    this.#engine = engine;
    this.#pace = pace;
    this.#checks = new WakeHeap(clock, (version) => checkDrainage(this.#engine(), version));
  }

  /** Reads all deployments; tasks are offered afterwards. */
  async start(): Promise<void> {
    const { pool, namespaces } = this.#engine();
    const versions = await this.#readVersions();
    const first = { after: { namespaceId: FIRST_UUID, name: "" }, rowsMax: LIMITS.rowsPerReadMax };
    for await (const rows of readPages((page) => readDeployments(pool, page), first)) {
      for (const row of rows) {
        if (namespaces.byId(row.namespaceId) === undefined) continue;
        this.#show(deploymentOf(row, versions.get(`${row.namespaceId}/${row.name}`) ?? []));
      }
    }
  }

  stop(): void {
    this.#checks.stop();
  }

  /** What the queue's tasks follow; undefined for a queue that no worker with a version polls. */
  routing(namespaceId: string, type: TaskQueueType, taskQueue: string): TaskQueueRouting | undefined {
    return this.#namespaces.get(namespaceId)?.index.routing(type, taskQueue);
  }

  hasTaskQueue(
    namespaceId: string,
    version: VersionName,
    { name, type }: { name: string; type: TaskQueueType },
  ): boolean {
    return this.routing(namespaceId, type, name)?.versions.has(version) === true;
  }

  find(namespaceId: string, name: string): Deployment | undefined {
    return this.#namespaces.get(namespaceId)?.index.get(name);
  }

  all(namespaceId: string): Deployment[] {
    return this.#namespaces.get(namespaceId)?.index.all() ?? [];
  }

  /**
   * Decides on a deployment in its turn; what it returns replaces the deployment when that is durable, undefined deletes
   * it. `count` is how many deployments the namespace has. Errors: those of `decide`, UNAVAILABLE.
   */
  change(
    key: DeploymentKey,
    decide: (before: Deployment | undefined, count: number) => Deployment | undefined,
  ): Promise<{ before: Deployment | undefined; after: Deployment | undefined }> {
    const namespace = this.#of(key.namespaceId);
    const result = namespace.tail.then(async () => {
      this.#requireNamespace(key.namespaceId);
      const before = namespace.index.get(key.name);
      const after = decide(before, namespace.index.size);
      if (after !== before) await this.#store(key, { before, after });
      return { before, after };
    });
    namespace.tail = result.catch(() => undefined);
    return result;
  }

  /** A turn may come after its namespace went. */
  #requireNamespace(namespaceId: string): void {
    if (this.#engine().namespaces.byId(namespaceId) !== undefined) return;
    throw new CloudError("NOT_FOUND", "The namespace is gone.");
  }

  /** Forgets the deployments of a namespace at once and removes them in the flush; they come back if it is lost. */
  dropNamespace(namespaceId: string, group: FlushGroup): void {
    const namespace = this.#namespaces.get(namespaceId);
    if (namespace === undefined) return;
    this.#namespaces.delete(namespaceId);
    for (const deployment of namespace.index.all()) this.#watch(deployment, undefined);
    group.statements.push(...deleteDeploymentsOf(namespaceId));
    this.#engine()
      .journal.settle(group, () => this.start())
      .catch(() => undefined);
  }

  async #store(
    key: DeploymentKey,
    { before, after }: { before: Deployment | undefined; after: Deployment | undefined },
  ): Promise<void> {
    const group = this.#engine().journal.group();
    if (after !== undefined) group.statements.push(...statementsOf(before, after));
    else if (before !== undefined) group.statements.push(...deletionOf(before));
    try {
      await group.durable;
    } catch (error) {
      await this.#reload(key);
      throw error;
    }
    if (this.#engine().namespaces.byId(key.namespaceId) === undefined) return;
    if (after !== undefined) this.#show(after);
    else this.#hide(key);
  }

  #of(namespaceId: string): NamespaceDeployments {
    const known = this.#namespaces.get(namespaceId);
    if (known !== undefined) return known;
    const namespace = { index: new DeploymentIndex(), tail: Promise.resolve() };
    this.#namespaces.set(namespaceId, namespace);
    return namespace;
  }

  #show(deployment: Deployment): void {
    const { namespaceId } = deployment;
    const { index } = this.#of(namespaceId);
    this.#watch(index.get(deployment.name), deployment);
    for (const taskQueue of index.put(deployment)) this.#reroute(namespaceId, taskQueue);
  }

  #hide({ namespaceId, name }: DeploymentKey): void {
    const { index } = this.#of(namespaceId);
    this.#watch(index.get(name), undefined);
    for (const taskQueue of index.remove(name)) this.#reroute(namespaceId, taskQueue);
  }

  /** Tasks that wait are offered again where they belong now. */
  #reroute(namespaceId: string, { name, type }: { name: string; type: TaskQueueType }): void {
    this.#engine().matching.reroute({ namespaceId, type, name });
  }

  #watch(before: Deployment | undefined, after: Deployment | undefined): void {
    const deployment = after ?? before;
    if (deployment === undefined) return;
    const { namespaceId, name } = deployment;
    const buildIds = new Set([...(before?.versions.keys() ?? []), ...(after?.versions.keys() ?? [])]);
    for (const buildId of buildIds) {
      const version = after?.versions.get(buildId);
      const at = version === undefined ? undefined : nextCheckAt(version, this.#pace);
      this.#checks.set(`${namespaceId}/${name}:${buildId}`, { namespaceId, name, buildId }, at);
    }
  }

  /** After a failure the store says what is true. Waits until it can. */
  async #reload(key: DeploymentKey): Promise<void> {
    const engine = this.#engine();
    while (!engine.stopping.aborted && engine.namespaces.byId(key.namespaceId) !== undefined) {
      try {
        await engine.journal.recovery;
        const rows = await readDeployment(engine.pool, key);
        if (rows === undefined) return this.#hide(key);
        return this.#show(deploymentOf(rows.deployment, rows.versions));
      } catch (error) {
        engine.log.warn({ err: error, deployment: key.name }, "a deployment could not be read");
      }
      await delay(RETRY_MS, engine.stopping);
    }
  }

  async #readVersions(): Promise<Map<string, VersionRow[]>> {
    const versions = new Map<string, VersionRow[]>();
    const { pool } = this.#engine();
    const first = {
      after: { namespaceId: FIRST_UUID, deploymentName: "", buildId: "" },
      rowsMax: LIMITS.rowsPerReadMax,
    };
    for await (const rows of readPages((page) => readVersions(pool, page), first)) {
      for (const row of rows) {
        const key = `${row.namespaceId}/${row.deploymentName}`;
        versions.set(key, [...(versions.get(key) ?? []), row]);
      }
    }
    return versions;
  }
}
