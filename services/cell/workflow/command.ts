// Everything that can happen to a running execution, as data, and what each answers. The runtime parses requests and
// tokens into these; commands/<command>.ts decides on each.
import type { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { CloudError } from "#shared/errors";
import type { VersionDirective } from "./effect.ts";
import type { CancelAnswer, OperationOutcome, StartAnswer } from "./nexus/operation-answer.ts";
import type { OptionsChange } from "./options/update-options.ts";
import type { HistoryEvent, RoutedVersion } from "./state.ts";
import type { VersionName } from "./versioning/version-name.ts";

type Payloads = temporal.api.common.v1.IPayloads;
type Header = temporal.api.common.v1.IHeader;
type Link = temporal.api.common.v1.ILink;
type WorkflowExecution = temporal.api.common.v1.IWorkflowExecution;
type Failure = temporal.api.failure.v1.IFailure;
type Optional<Value> = Value | null | undefined;

export interface Signal {
  signalName: string;
  input: Optional<Payloads>;
  header: Optional<Header>;
  identity: string;
  /** Empty: not de-duplicated. */
  requestId: string;
  links: Optional<Link[]>;
  /** The workflow that sent it, if one did. */
  externalWorkflowExecution?: Optional<WorkflowExecution>;
  skipGenerateWorkflowTask?: boolean;
}

/** Names the workflow task that a worker holds; all parts come from its token. */
export interface WorkflowTaskRef {
  scheduledEventId: number;
  startedEventId: number;
  attempt: number;
  startedAt?: EpochMs;
}

/** Names an activity: by token (scheduledEventId, attempt, stamp) or by its id alone. */
export type ActivityRef =
  { scheduledEventId: number; attempt: number; startedAt?: EpochMs } | { activityId: string };

/** The worker that a task was given to, as far as versions go, and how matching came to give it. */
export interface Assignment {
  /** Of the worker; empty when it has none. */
  version: VersionName;
  /** What was told of the run when its task was offered. */
  directive: VersionDirective | undefined;
  /** Of the routing that the task followed. */
  revision: number;
  /** Where the workflow's own queue sends the run now. */
  target: RoutedVersion;
}

export type Command =
  | { kind: "signal"; signal: Signal; origin: "client" | "workflow" | "signalWithStart" }
  | {
      kind: "requestCancel";
      cause: string;
      identity: string;
      requestId: string;
      links: Optional<Link[]>;
      externalInitiatedEventId?: number;
      externalWorkflowExecution?: Optional<WorkflowExecution>;
    }
  | {
      kind: "terminate";
      reason: string;
      details: Optional<Payloads>;
      identity: string;
      links: Optional<Link[]>;
    }
  /** A start that found this run and attaches to it (USE_EXISTING with on_conflict_options). */
  | {
      kind: "attachRequest";
      requestId: string;
      identity: string;
      attachRequestId: boolean;
      completionCallbacks: Optional<temporal.api.common.v1.ICallback[]>;
      links: Optional<Link[]>;
    }
  | {
      kind: "startWorkflowTask";
      scheduledEventId: number;
      /** Of the offer; an offer of an older attempt is refused. */
      attempt: number;
      /** The poll's own id: the same poll may ask again and gets the same task. */
      requestId: string;
      identity: string;
      /** Of the worker's build. */
      stamp?: Optional<temporal.api.common.v1.IWorkerVersionStamp>;
      /** The queue that was polled. */
      taskQueue: string;
      assignment: Assignment;
    }
  | {
      kind: "completeWorkflowTask";
      task: WorkflowTaskRef;
      request: temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest;
    }
  | {
      kind: "failWorkflowTask";
      task: WorkflowTaskRef;
      request: temporal.api.workflowservice.v1.IRespondWorkflowTaskFailedRequest;
    }
  /** ResetStickyTaskQueue, and a sticky worker that went away: a waiting task is offered on the normal queue. */
  | { kind: "resetSticky" }
  | {
      kind: "startActivity";
      scheduledEventId: number;
      attempt: number;
      stamp: number;
      requestId: string;
      identity: string;
      assignment: Assignment;
    }
  | { kind: "heartbeatActivity"; activity: ActivityRef; details: Optional<Payloads>; identity: string }
  | { kind: "completeActivity"; activity: ActivityRef; result: Optional<Payloads>; identity: string }
  | {
      kind: "failActivity";
      activity: ActivityRef;
      failure: Optional<Failure>;
      lastHeartbeatDetails: Optional<Payloads>;
      identity: string;
    }
  | { kind: "cancelActivity"; activity: ActivityRef; details: Optional<Payloads>; identity: string }
  /** The time of `nextWakeAt` has come: everything due at `now` happens. */
  | { kind: "wake" }
  | { kind: "childStarted"; initiatedEventId: number; runId: string }
  | {
      kind: "childStartFailed";
      initiatedEventId: number;
      cause: temporal.api.enums.v1.StartChildWorkflowExecutionFailedCause;
    }
  /** The child, or the last run of its chain, closed with this event. */
  | {
      kind: "childClosed";
      initiatedEventId: number;
      workflowId: string;
      runId: string;
      closeEvent: HistoryEvent;
    }
  | {
      kind: "externalSignalDone";
      initiatedEventId: number;
      failure?: temporal.api.enums.v1.SignalExternalWorkflowExecutionFailedCause;
    }
  | {
      kind: "externalCancelDone";
      initiatedEventId: number;
      failure?: temporal.api.enums.v1.CancelExternalWorkflowExecutionFailedCause;
    }
  /** `attempt` is that of the effect which is answered. */
  | { kind: "nexusStartAnswered"; scheduledEventId: number; attempt: number; answer: StartAnswer }
  | { kind: "nexusCancelAnswered"; scheduledEventId: number; attempt: number; answer: CancelAnswer }
  /** A Nexus operation ended that went on without its caller. */
  | {
      kind: "completeNexusOperation";
      scheduledEventId: number;
      requestId: string;
      outcome: OperationOutcome;
      /** For a completion that overtakes the answer to the start. */
      operationToken: string;
      startedAt: EpochMs | undefined;
      links: Link[];
    }
  | { kind: "callbackAnswered"; index: number; attempt: number; answer: CallbackAnswer }
  | { kind: "admitUpdate"; request: temporal.api.update.v1.IRequest }
  /** An effect with an id was carried out. */
  | { kind: "effectDone"; effectId: number }
  /** A reset: `resetRunId` for the run whose past goes on there, `terminateReason` for the run that is open. */
  | { kind: "makeWay"; resetRunId?: string; terminateReason?: string }
  | { kind: "updateOptions"; change: OptionsChange }
  | { kind: "pauseWorkflow"; identity: string; reason: string; requestId: string }
  | { kind: "unpauseWorkflow"; identity: string; reason: string; requestId: string }
  | { kind: "changeActivities"; selector: ActivitySelector; change: ActivityChange };

export type CallbackAnswer = { kind: "told" } | { kind: "failed"; message: string; isRetryable: boolean };

/** Pending activities: one, all of a type, or all. */
export type ActivitySelector = { activityId: string } | { activityType: string } | { isAll: true };

export type ActivityChange =
  | { kind: "pause"; identity: string; reason: string; requestId: string }
  | { kind: "unpause"; resetsAttempts: boolean; resetsHeartbeat: boolean; delayMs: number }
  | {
      kind: "reset";
      resetsHeartbeat: boolean;
      keepsPaused: boolean;
      restoresOptions: boolean;
      delayMs: number;
    }
  | {
      kind: "options";
      options: temporal.api.activity.v1.IActivityOptions;
      paths: readonly string[];
      restoresOriginal: boolean;
    };

export type CommandKind = Command["kind"];
export type CommandOf<Kind extends CommandKind> = Extract<Command, { kind: Kind }>;

/** What a worker needs to run a workflow task; the runtime adds the token and the stored history. */
export interface StartedWorkflowTask {
  scheduledEventId: number;
  startedEventId: number;
  previousStartedEventId: number;
  attempt: number;
  scheduledAt: EpochMs;
  startedAt: EpochMs;
  /** The worker has the workflow cached: send events from previousStartedEventId + 1 only. */
  isSticky: boolean;
  /** Stored history ends before this event id. */
  nextEventId: number;
  /** Encoded temporal.api.history.v1.History of events that follow the stored ones and are not stored; may be empty. */
  suffix: Uint8Array;
  messages: temporal.api.protocol.v1.IMessage[];
}

/** What a worker needs to run an activity; the runtime adds token, namespace and workflow. */
export interface StartedActivity {
  scheduledEventId: number;
  attempt: number;
  stamp: number;
  startedAt: EpochMs;
  response: temporal.api.workflowservice.v1.IPollActivityTaskQueueResponse;
}

export interface CompletedWorkflowTask {
  /** Set when the commands were refused: the task is failed (commit that), then the worker gets this error. */
  refusal: CloudError | undefined;
  /** The next task, already started for the same worker. */
  newTask: StartedWorkflowTask | undefined;
  eagerActivities: StartedActivity[];
  /** Where the worker rolls its history back to when a speculative task left no events, else 0. */
  resetHistoryEventId: number;
}

export type UpdateStage = "admitted" | "accepted" | "completed";

export interface UpdateStatus {
  updateId: string;
  stage: UpdateStage;
  /** When completed, unless it must be read from the event `outcomeEventId`. */
  outcome: temporal.api.update.v1.IOutcome | undefined;
  outcomeEventId: number;
  /** The id was known before. */
  isKnown: boolean;
}

export interface CommandResults {
  pauseWorkflow: undefined;
  unpauseWorkflow: undefined;
  signal: { isDuplicate: boolean };
  requestCancel: { isDuplicate: boolean };
  terminate: undefined;
  attachRequest: undefined;
  startWorkflowTask: StartedWorkflowTask;
  completeWorkflowTask: CompletedWorkflowTask;
  failWorkflowTask: undefined;
  resetSticky: undefined;
  /** Undefined when the run must move to the worker's version first: the activity is offered again then. */
  startActivity: StartedActivity | undefined;
  heartbeatActivity: { isCancelRequested: boolean; isPaused: boolean; isReset: boolean };
  completeActivity: undefined;
  failActivity: undefined;
  cancelActivity: undefined;
  wake: undefined;
  childStarted: undefined;
  childStartFailed: undefined;
  childClosed: undefined;
  externalSignalDone: undefined;
  externalCancelDone: undefined;
  nexusStartAnswered: undefined;
  nexusCancelAnswered: undefined;
  completeNexusOperation: undefined;
  callbackAnswered: undefined;
  admitUpdate: UpdateStatus;
  effectDone: undefined;
  makeWay: undefined;
  changeActivities: temporal.api.activity.v1.IActivityOptions | undefined;
  updateOptions: { options: temporal.api.workflow.v1.IWorkflowExecutionOptions; isChanged: boolean };
}
