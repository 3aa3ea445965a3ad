// What it takes to start a run: a client's request, a parent's wish or a run that goes on. Types only.
import type { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { CompletionCallback } from "./callbacks/completion-callback.ts";
import type { Signal, StartedWorkflowTask } from "./command.ts";
import type { ParentLink, RoutedVersion } from "./state.ts";
import type { VersionName } from "./versioning/version-name.ts";

type StartRequest = temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;

export type StartOrigin = "client" | "multiOperation" | "signalWithStart" | "child";

export interface StartInput {
  namespace: string;
  namespaceId: string;
  request: StartRequest;
  origin: StartOrigin;
  /** Given when the runtime must know it before; else made from `ids`. */
  runId?: string;
  /** Signal-with-start: event 2 of the new run. */
  signal?: Signal;
  parent?: ParentLink;
  root?: { workflowId: string; runId: string };
  /** The worker that asked for eager execution and may have the first task in the answer. */
  eagerWorker?: { identity: string };
  /** A later run of a chain; only the core sets this. */
  continues?: Continuation;
  /** What it has of the versions of its parent or of the run before; only the core and the start of a child set this. */
  inherited?: InheritedVersioning | undefined;
}

export interface InheritedVersioning {
  /** Empty: not pinned by inheritance. */
  pinnedVersion: VersionName;
  autoUpgrade:
    (RoutedVersion & { initialBehavior: temporal.api.enums.v1.ContinueAsNewVersioningBehavior }) | undefined;
  /** Where the run before was told to go and did not. */
  declined: RoutedVersion | undefined;
}

export interface Continuation {
  continuedRunId: string;
  firstRunId: string;
  attempt: number;
  initiator: temporal.api.enums.v1.ContinueAsNewInitiator;
  backoffMs: number;
  executionExpiresAt: EpochMs;
  failure: temporal.api.failure.v1.IFailure | null | undefined;
  lastCompletionResult: temporal.api.common.v1.IPayloads | null | undefined;
  /** Of the run before and those before it. */
  resetPoints: temporal.api.workflow.v1.IResetPoints | null;
  /** Of the run before, for this one to tell. */
  callbacks: readonly CompletionCallback[];
}

export interface StartResult {
  runId: string;
  /** The first workflow task, when it is handed back eagerly. */
  eagerTask: StartedWorkflowTask | undefined;
}
