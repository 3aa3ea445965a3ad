// What a worker or a client may tell of the activity that it names: the same for activities of workflows and for those
// without one.
import type { temporal } from "#contracts";
import type { AttemptRef } from "../activity/index.ts";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { commit } from "../executions/transact.ts";
import type { LiveActivity } from "../standalone/index.ts";
import type { ActivityRef } from "../workflow/index.ts";

type Payloads = temporal.api.common.v1.IPayloads | null | undefined;
type Failure = temporal.api.failure.v1.IFailure | null | undefined;

export interface NamedActivity {
  complete(told: { result: Payloads; identity: string }): Promise<unknown>;
  fail(told: { failure: Failure; lastHeartbeatDetails: Payloads; identity: string }): Promise<unknown>;
  confirmCancel(told: { details: Payloads; identity: string }): Promise<unknown>;
  heartbeat(told: {
    details: Payloads;
    identity: string;
  }): Promise<{ isCancelRequested: boolean; isPaused: boolean; isReset: boolean }>;
}

export function activityOfWorkflow(
  engine: Engine,
  execution: LiveExecution,
  activity: ActivityRef,
): NamedActivity {
  return {
    complete: (told) => commit(engine, execution, { kind: "completeActivity", activity, ...told }),
    fail: (told) => commit(engine, execution, { kind: "failActivity", activity, ...told }),
    confirmCancel: (told) => commit(engine, execution, { kind: "cancelActivity", activity, ...told }),
    heartbeat: (told) => commit(engine, execution, { kind: "heartbeatActivity", activity, ...told }),
  };
}

export function activityWithoutWorkflow(
  { activities }: Engine,
  execution: LiveActivity,
  ref: AttemptRef,
): NamedActivity {
  return {
    complete: (told) => activities.commit(execution, { kind: "complete", ref, ...told }),
    fail: (told) => activities.commit(execution, { kind: "fail", ref, ...told }),
    confirmCancel: ({ details }) => activities.commit(execution, { kind: "confirmCancel", ref, details }),
    heartbeat: ({ details }) => activities.commit(execution, { kind: "heartbeat", ref, details }),
  };
}
