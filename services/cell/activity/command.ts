// Everything that can happen to a standalone activity after its start, as data, and what each answers.
import type { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";

type Payloads = temporal.api.common.v1.IPayloads;
type Optional<Value> = Value | null | undefined;

/** By token the attempt that a worker has; by id whatever is there. */
export type AttemptRef = { attempt: number; stamp: number } | { isById: true };

interface Asked {
  requestId: string;
  identity: string;
}

export type ActivityCommand =
  | {
      kind: "startAttempt";
      attempt: number;
      stamp: number;
      requestId: string;
      identity: string;
      sdkName: string;
      sdkVersion: string;
      deploymentOptions?: Optional<temporal.api.deployment.v1.IWorkerDeploymentOptions>;
    }
  | { kind: "heartbeat"; ref: AttemptRef; details: Optional<Payloads> }
  | { kind: "complete"; ref: AttemptRef; result: Optional<Payloads>; identity: string }
  | {
      kind: "fail";
      ref: AttemptRef;
      failure: Optional<temporal.api.failure.v1.IFailure>;
      lastHeartbeatDetails: Optional<Payloads>;
      identity: string;
    }
  | { kind: "confirmCancel"; ref: AttemptRef; details: Optional<Payloads> }
  | ({ kind: "requestCancel"; reason: string } & Asked)
  | ({ kind: "terminate"; reason: string } & Asked)
  | ({ kind: "pause"; reason: string } & Asked)
  | { kind: "unpause"; requestId: string; delayMs: number }
  | {
      kind: "reset";
      requestId: string;
      keepsPaused: boolean;
      clearsHeartbeat: boolean;
      restoresOptions: boolean;
      delayMs: number;
    }
  | {
      kind: "updateOptions";
      requestId: string;
      options: temporal.api.activity.v1.IActivityOptions;
      /** As fields are spelled in decoded messages. */
      paths: readonly string[];
      restoresOriginal: boolean;
    }
  /** A start that found this activity and attaches to it. */
  | { kind: "attachLinks"; requestId: string; links: readonly temporal.api.common.v1.ILink[] }
  /** The time of `nextWakeAt` has come. */
  | { kind: "wake" };

export type ActivityCommandKind = ActivityCommand["kind"];
export type ActivityCommandOf<Kind extends ActivityCommandKind> = Extract<ActivityCommand, { kind: Kind }>;

/** What a worker gets; the runtime adds the token and the namespace's name. */
export interface StartedAttempt {
  attempt: number;
  stamp: number;
  startedAt: EpochMs;
  response: temporal.api.workflowservice.v1.IPollActivityTaskQueueResponse;
}

export interface ActivityResults {
  startAttempt: StartedAttempt;
  heartbeat: { isCancelRequested: boolean; isPaused: boolean; isReset: boolean };
  complete: undefined;
  fail: undefined;
  confirmCancel: undefined;
  requestCancel: undefined;
  terminate: undefined;
  pause: undefined;
  unpause: undefined;
  reset: undefined;
  updateOptions: temporal.api.activity.v1.IActivityOptions;
  attachLinks: undefined;
  wake: undefined;
}
