// One standalone execution in memory. Its state may be ahead of the store; `group` tells by which flush. Nothing may be
// answered from it before that.
import type { FlushGroup } from "../journal/flush-group.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import type { StandaloneKind, StandaloneState } from "./standalone-kind.ts";

export class LiveStandalone<State extends StandaloneState = StandaloneState> {
  readonly kind: StandaloneKind<State>;
  readonly namespace: Namespace;
  readonly state: State;
  isCurrent: boolean;
  /** Not in the store yet: its first write has everything. */
  isNew: boolean;
  /** Bytes of request and state as last written or read. */
  sizeBytes = 0;
  requestBytes = 0;
  /** How much of `sizeBytes` the registry has counted. */
  countedBytes = 0;
  /** Newest flush with a transition of it, until it is durable. */
  group: FlushGroup | undefined;
  /** What `group` counts of it. */
  payloadBytesInGroup = 0;
  /** As encoded last; what callers may be told of follows when that is durable. */
  writtenTransitionCount = 0;
  durableTransitionCount = 0;
  /** When it was read, it had something to offer or to tell. */
  hadTasks = false;
  /** Its bytes count as retained. */
  isCloseRecorded = false;
  /** Given up after a failed flush: whoever holds it must look it up again. */
  isDropped = false;
  isDeleted = false;
  /** Called after each commit and when it is given up. */
  readonly watchers = new Set<() => void>();

  constructor(
    kind: StandaloneKind<State>,
    namespace: Namespace,
    made: { state: State; isCurrent: boolean; isNew: boolean },
  ) {
    this.kind = kind;
    this.namespace = namespace;
    this.state = made.state;
    this.isCurrent = made.isCurrent;
    this.isNew = made.isNew;
  }

  get isClosed(): boolean {
    return this.state.closedAt > 0;
  }

  /** Resolves when everything known of it is durable. Errors: UNAVAILABLE. */
  async settled(): Promise<void> {
    if (this.group !== undefined) await this.group.durable;
  }

  wasCommitted(group: FlushGroup): void {
    if (this.group === group) this.group = undefined;
    this.isNew = false;
    this.durableTransitionCount = this.writtenTransitionCount;
  }

  notify(): void {
    for (const watcher of [...this.watchers]) watcher();
  }
}
