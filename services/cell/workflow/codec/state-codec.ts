// The stored form of a state: small, because payloads of pending work stay in the history.
import { codecOf } from "#contracts";
import type { NexusOperation } from "../nexus/nexus-operation.ts";
import { newState } from "../new-state.ts";
import type {
  Activity,
  Aftermath,
  Child,
  ExecutionState,
  ExternalCancel,
  ExternalSignal,
  KnownUpdate,
  Timer,
  WorkflowTask,
} from "../state.ts";
import { STATE_TYPE, stateFields } from "./state-messages.ts";
import { filled } from "./stored-fields.ts";
import { versioningOf, type OlderVersioning } from "./stored-versioning.ts";

type Collections =
  | "signalRequestIds"
  | "activities"
  | "timers"
  | "children"
  | "externalSignals"
  | "externalCancels"
  | "nexusOperations"
  | "updates"
  | "pendingUpdates"
  | "started"
  | "closeEvent";

/** As the codec sees a state: lists in place of maps and sets. */
type StoredState = Omit<ExecutionState, Collections> & {
  signalRequestIds: string[];
  activities: Activity[];
  timers: Timer[];
  children: Child[];
  externalSignals: ExternalSignal[];
  externalCancels: ExternalCancel[];
  nexusOperations: NexusOperation[];
  updates: KnownUpdate[];
};

const codec = codecOf<StoredState & OlderVersioning>(STATE_TYPE);

/** A speculative workflow task is left out: it never outlives the process. */
export function encodeState(state: ExecutionState): Uint8Array {
  const { workflowTask } = state;
  return codec.encode({
    ...state,
    workflowTask: workflowTask?.kind === "speculative" ? undefined : workflowTask,
    signalRequestIds: listOf(state.signalRequestIds),
    activities: listOf(state.activities),
    timers: listOf(state.timers),
    children: listOf(state.children),
    externalSignals: listOf(state.externalSignals),
    externalCancels: listOf(state.externalCancels),
    nexusOperations: listOf(state.nexusOperations),
    updates: listOf(state.updates),
  });
}

const NOTHING: never[] = [];

/** Most are empty: a list and an iterator for each of them was a third of what an encoding leaves to collect. */
function listOf<Item>(items: ReadonlyMap<unknown, Item> | ReadonlySet<Item>): Item[] {
  return items.size === 0 ? NOTHING : [...items.values()];
}

/** After this, load `missingEvents` from the history and `attachEvents` before the state is given to `decide`. */
export function decodeState(bytes: Uint8Array): ExecutionState {
  const stored = codec.decode(bytes);
  const state = newState(stored);
  copyPlainFields(stored, state);
  state.signalRequestIds = new Set(stored.signalRequestIds);
  state.activities = mapBy(stored.activities.map(activityOf), ({ scheduledEventId }) => scheduledEventId);
  state.timers = mapBy(stored.timers.map(plain), ({ timerId }) => timerId);
  state.children = mapBy(stored.children.map(plain), ({ initiatedEventId }) => initiatedEventId);
  state.externalSignals = mapBy(
    stored.externalSignals.map(plain),
    ({ initiatedEventId }) => initiatedEventId,
  );
  state.externalCancels = mapBy(
    stored.externalCancels.map(plain),
    ({ initiatedEventId }) => initiatedEventId,
  );
  state.nexusOperations = mapBy(
    stored.nexusOperations.map(operationOf),
    ({ scheduledEventId }) => scheduledEventId,
  );
  state.updates = mapBy(stored.updates.map(plain), ({ updateId }) => updateId);
  state.memo = { ...stored.memo };
  state.searchAttributes = { ...stored.searchAttributes };
  state.startRequestIds = { ...stored.startRequestIds };
  state.admittedUpdates = { ...stored.admittedUpdates };
  state.callbacks = stored.callbacks.map((callback) => withFailure(callback));
  state.bufferedEvents = [...stored.bufferedEvents];
  state.aftermath = stored.aftermath.map(aftermathOf);
  state.workflowTask = workflowTaskOf(stored.workflowTask);
  state.parent = stored.parent == null ? undefined : plain(stored.parent);
  state.retryPolicy = policyOf(stored.retryPolicy);
  state.priority = stored.priority ?? undefined;
  state.versioning = versioningOf(stored);
  state.workerBuilds = [...stored.workerBuilds];
  state.lastWorkerStamp = stored.lastWorkerStamp ?? undefined;
  state.resetPoints = stored.resetPoints.map(plain);
  return state;
}

type Plain = Record<string, unknown>;
const SCALARS = new Set(["string", "uint32", "sint32", "double", "bool"]);
const plainKeys = Object.entries(stateFields).flatMap(([key, field]) =>
  SCALARS.has(field.type) && !("rule" in field) && !("keyType" in field) ? [key] : [],
);

/** Fields of one scalar value are spelled alike on both sides, which the key lists of the descriptor and types ensure. */
function copyPlainFields(stored: StoredState, state: ExecutionState): void {
  const from = stored as unknown as Plain;
  const to = state as unknown as Plain;
  for (const key of plainKeys) to[key] = from[key];
}

/** Decoded messages keep unset fields on their prototype; the state needs them as its own. */
function plain<Message extends object>(message: Message): Message {
  const copy: Plain = {};
  for (const key in message) {
    const value = (message as Plain)[key];
    if (typeof value !== "function") copy[key] = value;
  }
  return copy as Message;
}

function activityOf(stored: Activity): Activity {
  const activity = plain(stored);
  activity.retryPolicy = policyOf(stored.retryPolicy);
  activity.priority = stored.priority ?? undefined;
  activity.heartbeatDetails = filled(stored.heartbeatDetails);
  activity.lastFailure = filled(stored.lastFailure);
  return activity;
}

function operationOf(stored: NexusOperation): NexusOperation {
  const operation = withFailure(stored);
  const { cancellation } = stored;
  operation.cancellation = cancellation == null ? undefined : withFailure(cancellation);
  return operation;
}

function withFailure<Message extends { lastFailure: Uint8Array | undefined }>(stored: Message): Message {
  const message = plain(stored);
  message.lastFailure = filled(stored.lastFailure);
  return message;
}

function aftermathOf(stored: Aftermath): Aftermath {
  const { kind, effectId } = stored;
  return kind === "parentClosePolicy" ? plain(stored) : { kind, effectId };
}

function workflowTaskOf(stored: WorkflowTask | null | undefined): WorkflowTask | undefined {
  if (stored == null) return undefined;
  return { ...plain(stored), suggestContinueAsNewReasons: [...stored.suggestContinueAsNewReasons] };
}

function policyOf(stored: ExecutionState["retryPolicy"] | null): ExecutionState["retryPolicy"] {
  if (stored == null) return undefined;
  return { ...plain(stored), nonRetryableErrorTypes: [...stored.nonRetryableErrorTypes] };
}

function mapBy<Key, Item>(items: Item[], keyOf: (item: Item) => Key): Map<Key, Item> {
  return new Map(items.map((item) => [keyOf(item), item]));
}
