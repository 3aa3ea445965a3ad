// What a flush writes of one standalone execution, made at the moment the flush begins, and what that adds to the
// storage of its namespace.
import type { StandaloneRow } from "../store/standalone-statements.ts";
import { expiryOf } from "../timers/retention.ts";
import { jsonOfAttributes } from "../visibility/index.ts";
import type { LiveStandalone } from "./live-standalone.ts";

interface StorageChanges {
  add(namespace: string, storageClass: "active" | "retained", now: number, bytes: number): void;
}

export function standaloneRow(
  execution: LiveStandalone,
  storage: StorageChanges,
  now: number,
): StandaloneRow {
  const { kind, state, namespace, isNew, isClosed } = execution;
  const request = isNew ? kind.encodeRequest(state) : undefined;
  if (request !== undefined) execution.requestBytes = request.length;
  const encoded = kind.encodeState(state);
  const attributes = state.request.searchAttributes?.indexedFields ?? {};
  const sizeBytes = execution.requestBytes + encoded.length;
  countBytes(execution, sizeBytes, storage, now);
  execution.sizeBytes = sizeBytes;
  execution.writtenTransitionCount = state.transitionCount;
  return {
    namespaceId: state.namespaceId,
    runId: state.runId,
    kind: kind.number,
    id: state.id,
    isCurrent: execution.isCurrent,
    ...kind.listing(state),
    closedAt: isClosed ? state.closedAt : undefined,
    deleteAt: isClosed ? expiryOf(state.closedAt, namespace) : undefined,
    wakeAt: kind.nextWakeAt(state),
    hasTasks: kind.hasTasks(state),
    transitionCount: state.transitionCount,
    sizeBytes,
    searchAttributesJson: isNew ? jsonOfAttributes(attributes) : undefined,
    request,
    state: encoded,
  };
}

/** The close moves its bytes from active to retained. */
function countBytes(
  execution: LiveStandalone,
  sizeBytes: number,
  storage: StorageChanges,
  now: number,
): void {
  const { name } = execution.namespace;
  if (!execution.isClosed) {
    storage.add(name, "active", now, sizeBytes - execution.sizeBytes);
  } else if (execution.isCloseRecorded) {
    storage.add(name, "retained", now, sizeBytes - execution.sizeBytes);
  } else {
    execution.isCloseRecorded = true;
    storage.add(name, "active", now, -execution.sizeBytes);
    storage.add(name, "retained", now, sizeBytes);
  }
}
