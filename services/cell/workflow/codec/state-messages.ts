// The stored form of a state as message descriptors. A number once used is never used for anything else, and a field is
// only ever added, so that states stored by an older version can be read.
import { root } from "#contracts";

interface Field {
  type: string;
  id: number;
  rule?: "repeated";
  keyType?: string;
}

const one = (type: string, id: number): Field => ({ type, id });
const many = (type: string, id: number): Field => ({ type, id, rule: "repeated" });
const map = (type: string, id: number): Field => ({ type, id, keyType: "string" });

const text = (id: number): Field => one("string", id);
const count = (id: number): Field => one("uint32", id);
const event = (id: number): Field => one("sint32", id);
const time = (id: number): Field => one("double", id);
const flag = (id: number): Field => one("bool", id);
const bytes = (id: number): Field => one("bytes", id);
const PRIORITY = ".temporal.api.common.v1.Priority";

export const stateFields = {
  namespace: text(1),
  namespaceId: text(2),
  workflowId: text(3),
  runId: text(4),
  firstRunId: text(5),
  originalRunId: text(6),
  continuedRunId: text(7),
  newRunId: text(8),
  startRequestId: text(9),
  workflowType: text(10),
  taskQueue: text(11),
  status: count(12),
  startedAt: time(13),
  executionAt: time(14),
  closedAt: time(15),
  closeEventId: count(16),
  attempt: count(17),
  executionTimeoutMs: time(18),
  runTimeoutMs: time(19),
  taskTimeoutMs: time(20),
  executionExpiresAt: time(21),
  runExpiresAt: time(22),
  retryPolicy: one("RetryPolicy", 23),
  cronSchedule: text(24),
  parent: one("ParentLink", 25),
  rootWorkflowId: text(26),
  rootRunId: text(27),
  memo: map("bytes", 28),
  searchAttributes: map("bytes", 29),
  priority: one(PRIORITY, 30),
  workerDeploymentName: text(33),
  // 35 held callbacks before they had deliveries.
  startRequestIds: map("sint32", 36),
  version: time(37),
  nextEventId: count(38),
  historySizeBytes: time(39),
  transitionCount: count(40),
  isCancelRequested: flag(41),
  cancelRequestId: text(42),
  signalCount: count(43),
  signalRequestIds: many("string", 44),
  firstTaskAt: time(45),
  hadWorkflowTask: flag(46),
  lastCompletedTaskStartedEventId: count(47),
  activities: many("Activity", 48),
  timers: many("Timer", 49),
  children: many("Child", 50),
  externalSignals: many("External", 51),
  externalCancels: many("External", 52),
  updates: many("Update", 53),
  completedUpdates: count(54),
  workflowTask: one("WorkflowTask", 55),
  isCloseAttempted: flag(56),
  workflowTaskAttempt: count(57),
  stickyTaskQueue: text(58),
  stickyTimeoutMs: time(59),
  bufferedEvents: many(".temporal.api.history.v1.HistoryEvent", 60),
  aftermath: many("Aftermath", 61),
  lastEffectId: count(62),
  resetRunId: text(63),
  admittedUpdates: map("sint32", 64),
  pausedAt: time(150),
  pausedBy: text(151),
  pauseReason: text(152),
  pauseRequestId: text(153),
  nexusOperations: many("NexusOperation", 100),
  callbacks: many("CompletionCallback", 101),
  versioning: one("Versioning", 120),
  workerBuilds: many("string", 121),
} satisfies Record<string, Field>;

/** How states told their versioning before `versioning`: read, never written. */
export const olderFields = {
  versioningOverride: bytes(31),
  versioningBehavior: count(32),
  deploymentBuildId: text(34),
} satisfies Record<string, Field>;

const workflowTask = {
  scheduledEventId: count(1),
  startedEventId: count(2),
  attempt: count(3),
  kind: text(4),
  scheduledAt: time(5),
  startedAt: time(6),
  originalScheduledAt: time(7),
  timeoutMs: time(8),
  requestId: text(9),
  identity: text(10),
  taskQueue: text(11),
  isSticky: flag(12),
  suggestContinueAsNew: flag(13),
  suggestContinueAsNewReasons: many("uint32", 14),
  historySizeBytes: time(15),
  isTargetChanged: flag(120),
};

const activity = {
  scheduledEventId: count(1),
  startedEventId: event(2),
  activityId: text(3),
  activityType: text(4),
  taskQueue: text(5),
  scheduledAt: time(6),
  scheduleToCloseMs: time(7),
  scheduleToStartMs: time(8),
  startToCloseMs: time(9),
  heartbeatMs: time(10),
  retryPolicy: one("RetryPolicy", 11),
  cancelRequestedEventId: count(12),
  priority: one(PRIORITY, 13),
  useWorkflowBuildId: flag(14),
  attempt: count(15),
  stamp: count(16),
  attemptScheduledAt: time(17),
  isBackingOff: flag(18),
  startedAt: time(19),
  requestId: text(20),
  identity: text(21),
  lastHeartbeatAt: time(22),
  heartbeatDetails: bytes(23),
  lastFailure: bytes(24),
  lastAttemptClosedAt: time(25),
  isPaused: flag(26),
  pausedAt: time(27),
  pausedBy: text(28),
  pauseReason: text(29),
  pauseRequestId: text(30),
  isReset: flag(31),
  resetsHeartbeat: flag(32),
  lastVersion: text(120),
  isHeld: flag(150),
};

const delivery = {
  attempt: count(100),
  isBackingOff: flag(101),
  nextAttemptAt: time(102),
  lastAttemptClosedAt: time(103),
  lastFailure: bytes(104),
};

const messages = {
  ExecutionState: { ...stateFields, ...olderFields },
  Versioning: {
    behavior: count(1),
    version: text(2),
    override: one("VersioningOverride", 3),
    usedVersions: many("string", 4),
    initialBehavior: count(5),
    transition: one("VersionTransition", 6),
    revision: time(7),
    notifiedTarget: one("RoutedVersion", 8),
    declinedTarget: one("RoutedVersion", 9),
  },
  VersioningOverride: { kind: text(1), version: text(2) },
  VersionTransition: { version: text(1) },
  RoutedVersion: { version: text(1), revision: time(2) },
  WorkflowTask: workflowTask,
  Activity: activity,
  RetryPolicy: {
    initialIntervalMs: time(1),
    backoffCoefficient: time(2),
    maximumIntervalMs: time(3),
    maximumAttempts: one("int32", 4),
    nonRetryableErrorTypes: many("string", 5),
  },
  ParentLink: {
    namespace: text(1),
    namespaceId: text(2),
    workflowId: text(3),
    runId: text(4),
    initiatedEventId: count(5),
    initiatedVersion: time(6),
  },
  Timer: { timerId: text(1), startedEventId: count(2), firesAt: time(3) },
  Child: {
    initiatedEventId: count(1),
    startedEventId: event(2),
    namespace: text(3),
    namespaceId: text(4),
    workflowId: text(5),
    runId: text(6),
    workflowType: text(7),
    parentClosePolicy: count(8),
    requestId: text(9),
  },
  External: { initiatedEventId: count(1), requestId: text(2) },
  NexusOperation: {
    ...delivery,
    scheduledEventId: count(1),
    endpointId: text(2),
    endpoint: text(3),
    service: text(4),
    operation: text(5),
    requestId: text(6),
    scheduledAt: time(7),
    scheduleToCloseMs: time(8),
    scheduleToStartMs: time(9),
    startToCloseMs: time(10),
    startedAt: time(11),
    operationToken: text(12),
    cancellation: one("NexusCancellation", 13),
  },
  NexusCancellation: {
    ...delivery,
    requestedEventId: count(1),
    requestedAt: time(2),
    outcome: text(3),
    askedAt: time(140),
  },
  CompletionCallback: {
    ...delivery,
    callback: bytes(1),
    attachedRequestId: text(2),
    registeredAt: time(3),
    stage: text(4),
  },
  Update: { updateId: text(1), acceptedEventId: count(2), completedEventId: count(3) },
  Aftermath: {
    kind: text(1),
    effectId: count(2),
    policy: count(3),
    namespace: text(4),
    namespaceId: text(5),
    workflowId: text(6),
    runId: text(7),
    initiatedEventId: count(8),
  },
};

export const STATE_TYPE = "cellplane.cell.state.v1.ExecutionState";

/** Adds the messages to the process's one descriptor root, once. */
export function defineStateMessages(): void {
  const namespace = root.define("cellplane.cell.state.v1");
  if (namespace.get("ExecutionState") !== null) return;
  const nested = Object.fromEntries(Object.entries(messages).map(([name, fields]) => [name, { fields }]));
  namespace.addJSON(nested);
}
