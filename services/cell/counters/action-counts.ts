// Sums of billable actions by namespace, minute, kind, workflow type and task queue. In memory only: whoever holds it
// makes it durable. Labels are bounded: what does not fit is counted under one name, never lost.
import { OTHER_LABEL, type Action } from "#usage/actions";
import type { ActionDelta } from "../store/counter-store.ts";

const LABELS_PER_NAMESPACE_MAX = 1_000;
const MINUTE_MS = 60_000;

export interface ActionLabels {
  namespace: string;
  workflowType: string;
  taskQueue: string;
}

/** Remembers which labels a namespace has used. */
export class LabelBound {
  readonly #known = new Map<string, Set<string>>();

  bound(namespace: string, label: string): string {
    let labels = this.#known.get(namespace);
    if (labels === undefined) {
      labels = new Set();
      this.#known.set(namespace, labels);
    }
    if (labels.has(label)) return label;
    if (labels.size >= LABELS_PER_NAMESPACE_MAX) return OTHER_LABEL;
    labels.add(label);
    return label;
  }
}

export class ActionCounts {
  readonly #deltas = new Map<string, ActionDelta>();

  get isEmpty(): boolean {
    return this.#deltas.size === 0;
  }

  add(labels: ActionLabels, now: number, actions: readonly Action[]): void {
    const minute = now - (now % MINUTE_MS);
    for (const { kind, count } of actions) this.addDelta({ ...labels, minute, kind, count });
  }

  addDelta(delta: ActionDelta): void {
    const key = `${delta.namespace}\0${String(delta.minute)}\0${delta.kind}\0${delta.workflowType}\0${delta.taskQueue}`;
    const known = this.#deltas.get(key);
    if (known === undefined) this.#deltas.set(key, { ...delta });
    else known.count += delta.count;
  }

  merge(other: ActionCounts): void {
    for (const delta of other.#deltas.values()) this.addDelta(delta);
  }

  deltas(): ActionDelta[] {
    return [...this.#deltas.values()];
  }

  clear(): void {
    this.#deltas.clear();
  }
}
