// C4: the state that a history tells is the stored state, but for what no history tells.
import { isDeepStrictEqual } from "node:util";
import { temporal } from "#contracts";
import {
  encodeState,
  rebuild,
  type Activity,
  type ExecutionState,
} from "../../services/cell/workflow/index.ts";
import { newDelivery, type NexusOperation } from "../../services/cell/workflow/nexus/nexus-operation.ts";
import type { StoredRun } from "./stored-world.ts";

const { WORKFLOW_EXECUTION_STATUS_RUNNING } = temporal.api.enums.v1.WorkflowExecutionStatus;

/** A run with buffered events is ahead of its history until its workflow task ends: it is checked then. */
export function problemsOfReplay(run: StoredRun): string[] {
  const { state, record } = run;
  if (state.bufferedEvents.length > 0) return [];
  const problems: string[] = [];
  const bytes = record.history.reduce((sum, batch) => sum + batch.length, 0);
  if (bytes !== record.historyBytes || bytes !== state.historySizeBytes) {
    problems.push(
      `${bytes} bytes of history, ${record.historyBytes} in the row, ${state.historySizeBytes} in the state`,
    );
  }
  const rebuilt = rebuild(state, run.events);
  if (Buffer.compare(toldByHistory(rebuilt), toldByHistory(state)) === 0) return problems;
  // The same in another order is the same.
  const found = differences(rebuilt, state);
  if (found.length > 0) problems.push(`C4: the history tells another state: ${found.join("; ")}`);
  return problems;
}

/** The state without what no history tells: attempts, tasks in worker's hands, debts to others. */
function toldByHistory(state: ExecutionState): Uint8Array {
  return encodeState(comparable(state));
}

function comparable(state: ExecutionState): ExecutionState {
  const task = state.workflowTask?.kind === "normal" ? state.workflowTask : undefined;
  return {
    ...state,
    startRequestId: "",
    startRequestIds: {},
    transitionCount: 0,
    cancelRequestId: "",
    // A reset may come after the close, and leaves no event then.
    resetRunId: "",
    workflowTask:
      task === undefined ? undefined : { ...task, originalScheduledAt: 0, isSticky: false, taskQueue: "" },
    workflowTaskAttempt: 1,
    // A first task that comes due during a pause is scheduled when the pause ends.
    firstTaskAt: state.pausedAt > 0 ? 0 : state.firstTaskAt,
    isCloseAttempted: false,
    stickyTaskQueue: "",
    stickyTimeoutMs: 0,
    aftermath: [],
    lastEffectId: 0,
    versioning: versioningTold(state),
    // An override that comes during a task holds at once, and its event comes after the task's: the history does not
    // tell which of the two named the deployment, nor whether the task used a one-time override up.
    workerDeploymentName: "",
    children: childrenTold(state),
    nexusOperations: new Map([...state.nexusOperations].map(([id, one]) => [id, asCalledNever(one)])),
    callbacks: state.callbacks.map((one) => ({ ...one, ...newDelivery(), stage: "standby" })),
    activities: new Map([...state.activities].map(([id, activity]) => [id, asScheduled(activity)])),
  };
}

/** Where a run is on its way to, by which revision of the routing, and what it was told of others leave no event. */
function versioningTold({ versioning }: ExecutionState): ExecutionState["versioning"] {
  if (versioning === undefined) return undefined;
  const { version, usedVersions } = versioning;
  const override = versioning.override?.kind === "oneTime" ? undefined : versioning.override;
  if (version === "" && override === undefined && usedVersions.length === 0) return undefined;
  return {
    ...versioning,
    override,
    transition: undefined,
    revision: 0,
    notifiedTarget: undefined,
    declinedTarget: undefined,
  };
}

/** A closed run still owes the children that it abandoned their start; how that ends is written nowhere. */
function childrenTold(state: ExecutionState): ExecutionState["children"] {
  if (state.status === WORKFLOW_EXECUTION_STATUS_RUNNING) return state.children;
  return new Map([...state.children].filter(([, child]) => child.startedEventId !== 0));
}

function asCalledNever(operation: NexusOperation): NexusOperation {
  const { cancellation } = operation;
  return {
    ...operation,
    ...newDelivery(),
    cancellation: cancellation === undefined ? undefined : { ...cancellation, ...newDelivery() },
  };
}

function asScheduled(activity: Activity): Activity {
  return {
    ...activity,
    attempt: 1,
    stamp: 0,
    attemptScheduledAt: activity.scheduledAt,
    isBackingOff: false,
    startedAt: 0,
    requestId: "",
    identity: "",
    lastHeartbeatAt: 0,
    heartbeatDetails: undefined,
    lastFailure: undefined,
    lastAttemptClosedAt: 0,
    lastVersion: "",
    isPaused: false,
    pausedAt: 0,
    pausedBy: "",
    pauseReason: "",
    pauseRequestId: "",
    isReset: false,
    resetsHeartbeat: false,
    isHeld: false,
  };
}

const DIFFERENCES_MAX = 5;

/** Where two states differ, as far as they are told by the history: "activities.40.attempt: 1 against 2". */
function differences(one: ExecutionState, other: ExecutionState): string[] {
  const found: string[] = [];
  compare(comparable(one), comparable(other), "", found);
  return found.slice(0, DIFFERENCES_MAX);
}

function compare(one: unknown, other: unknown, path: string, found: string[]): void {
  const [a, b] = [entriesOf(one), entriesOf(other)];
  if (a === undefined || b === undefined) {
    if (!isDeepStrictEqual(one, other)) found.push(`${path}: ${text(one)} against ${text(other)}`);
    return;
  }
  for (const key of new Set([...a.keys(), ...b.keys()]))
    compare(a.get(key), b.get(key), `${path}.${key}`, found);
}

function entriesOf(value: unknown): Map<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return undefined;
  const entries = value instanceof Map ? [...(value as Map<unknown, unknown>)] : Object.entries(value);
  return new Map(
    entries
      .map(([key, one]) => [String(key), one] as const)
      .filter(([key, one]) => !isUnset(one) && !NOT_STORED.has(key)),
  );
}

/** Attached from events, or the codec's own. */
const NOT_STORED = new Set(["scheduled", "initiated", "started", "closeEvent", "$type"]);

/** Unset fields of decoded messages are not there at all. */
function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === 0 || value === "" || value === false;
}

const TEXT_MAX = 100;

function text(value: unknown): string {
  return JSON.stringify(value)?.slice(0, TEXT_MAX) ?? "nothing";
}
