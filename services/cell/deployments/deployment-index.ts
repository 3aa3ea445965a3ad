// The deployments of one namespace in memory, and what each task queue's routing follows from them.
import type { Deployment, TaskQueueType, VersionTaskQueue } from "./deployment.ts";
import type { VersionName } from "../workflow/index.ts";
import { routingOf, type TaskQueueRouting } from "./routing.ts";

export class DeploymentIndex {
  readonly #byName = new Map<string, Deployment>();
  /** Of each task queue: its versions by deployment. */
  readonly #members = new Map<string, Map<string, VersionName[]>>();
  readonly #routing = new Map<string, TaskQueueRouting>();

  get size(): number {
    return this.#byName.size;
  }

  get(name: string): Deployment | undefined {
    return this.#byName.get(name);
  }

  all(): Deployment[] {
    return [...this.#byName.values()];
  }

  routing(type: TaskQueueType, name: string): TaskQueueRouting | undefined {
    return this.#routing.get(keyOf({ type, name }));
  }

  /** Returns the task queues that may route otherwise now. */
  put(after: Deployment): VersionTaskQueue[] {
    const before = this.#byName.get(after.name);
    this.#byName.set(after.name, after);
    return this.#refresh(after.name, { before, after });
  }

  remove(name: string): VersionTaskQueue[] {
    const before = this.#byName.get(name);
    this.#byName.delete(name);
    return this.#refresh(name, { before, after: undefined });
  }

  #refresh(
    deploymentName: string,
    { before, after }: { before: Deployment | undefined; after: Deployment | undefined },
  ): VersionTaskQueue[] {
    const old = membersOf(before);
    const now = membersOf(after);
    const isRoutingSame = before?.routing === after?.routing;
    const changed: VersionTaskQueue[] = [];
    for (const [key, { taskQueue }] of new Map([...old, ...now])) {
      const versions = now.get(key)?.versions ?? [];
      if (isRoutingSame && sameNames(old.get(key)?.versions ?? [], versions)) continue;
      this.#setMembers(key, deploymentName, versions);
      changed.push(taskQueue);
    }
    return changed;
  }

  #setMembers(key: string, deploymentName: string, versions: VersionName[]): void {
    const members = this.#members.get(key) ?? new Map<string, VersionName[]>();
    if (versions.length === 0) members.delete(deploymentName);
    else members.set(deploymentName, versions);
    if (members.size === 0) this.#members.delete(key);
    else this.#members.set(key, members);
    const routing = routingOf(
      [...members].flatMap(([name, names]) => {
        const deployment = this.#byName.get(name);
        return deployment === undefined ? [] : [{ routing: deployment.routing, versions: names }];
      }),
    );
    if (routing === undefined) this.#routing.delete(key);
    else this.#routing.set(key, routing);
  }
}

function membersOf(
  deployment: Deployment | undefined,
): Map<string, { taskQueue: VersionTaskQueue; versions: VersionName[] }> {
  const members = new Map<string, { taskQueue: VersionTaskQueue; versions: VersionName[] }>();
  for (const version of deployment?.versions.values() ?? []) {
    for (const taskQueue of version.taskQueues) {
      const key = keyOf(taskQueue);
      const known = members.get(key);
      if (known === undefined) members.set(key, { taskQueue, versions: [version.name] });
      else known.versions.push(version.name);
    }
  }
  return members;
}

function sameNames(a: readonly VersionName[], b: readonly VersionName[]): boolean {
  return a.length === b.length && a.every((name, place) => name === b[place]);
}

function keyOf({ type, name }: VersionTaskQueue): string {
  return `${type}/${name}`;
}
