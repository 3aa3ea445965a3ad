// Pause-, Unpause- and ResetActivityExecution and UpdateActivityExecutionOptions. With a workflow id they are about an
// activity of that workflow, as PauseActivity and its like.
import type { google, temporal } from "#contracts";
import { checkedDuration } from "../activity/index.ts";
import type { Engine } from "../engine.ts";
import { camelPaths, type ActivityChange } from "../workflow/index.ts";
import {
  checkedActivityIds,
  checkedAsker,
  findActivityExecution,
  type NamesActivity,
} from "./activity-ids.ts";
import { changeActivity, givenPaths, randomDelayMs } from "./change-activities.ts";
import { checkText, invalid } from "./lookup.ts";
import { rpc } from "./operation.ts";

type PauseRequest = temporal.api.workflowservice.v1.IPauseActivityExecutionRequest;
type UnpauseRequest = temporal.api.workflowservice.v1.IUnpauseActivityExecutionRequest;
type ResetRequest = temporal.api.workflowservice.v1.IResetActivityExecutionRequest;
type OptionsRequest = temporal.api.workflowservice.v1.IUpdateActivityExecutionOptionsRequest;
type OptionsResponse = temporal.api.workflowservice.v1.IUpdateActivityExecutionOptionsResponse;
type Options = temporal.api.activity.v1.IActivityOptions;

const CHANGEABLE: ReadonlySet<string> = new Set([
  "taskQueue.name",
  "scheduleToCloseTimeout",
  "scheduleToStartTimeout",
  "startToCloseTimeout",
  "heartbeatTimeout",
  "priority",
  "priority.priorityKey",
  "priority.fairnessKey",
  "priority.fairnessWeight",
  "retryPolicy",
  "retryPolicy.initialInterval",
  "retryPolicy.backoffCoefficient",
  "retryPolicy.maximumInterval",
  "retryPolicy.maximumAttempts",
  "startDelay",
]);

export const pauseActivityExecution = rpc<PauseRequest, object>(
  "PauseActivityExecution",
  async (engine, request) => {
    const asker = checkedAsker(engine, request);
    if (isOfWorkflow(request)) {
      await changeOfWorkflow(engine, request, { kind: "pause", ...asker });
      return {};
    }
    const execution = await findActivityExecution(engine, request);
    await engine.activities.commit(execution, { kind: "pause", ...asker });
    return {};
  },
);

export const unpauseActivityExecution = rpc<UnpauseRequest, object>(
  "UnpauseActivityExecution",
  async (engine, request) => {
    const { requestId } = checkedAsker(engine, request);
    const delayMs = delayOf(request);
    if (isOfWorkflow(request)) {
      const change = { kind: "unpause", resetsAttempts: false, resetsHeartbeat: false, delayMs } as const;
      await changeOfWorkflow(engine, request, change);
      return {};
    }
    const execution = await findActivityExecution(engine, request);
    await engine.activities.commit(execution, { kind: "unpause", requestId, delayMs });
    return {};
  },
);

export const resetActivityExecution = rpc<ResetRequest, object>(
  "ResetActivityExecution",
  async (engine, request) => {
    const { requestId } = checkedAsker(engine, request);
    const wish = {
      keepsPaused: request.keepPaused === true,
      restoresOptions: request.restoreOriginalOptions === true,
      delayMs: delayOf(request),
    };
    const clears = request.resetHeartbeat === true;
    if (isOfWorkflow(request)) {
      await changeOfWorkflow(engine, request, { kind: "reset", resetsHeartbeat: clears, ...wish });
      return {};
    }
    const execution = await findActivityExecution(engine, request);
    await engine.activities.commit(execution, { kind: "reset", requestId, clearsHeartbeat: clears, ...wish });
    return {};
  },
);

export const updateActivityExecutionOptions = rpc<OptionsRequest, OptionsResponse>(
  "UpdateActivityExecutionOptions",
  async (engine, request) => {
    const { requestId } = checkedAsker(engine, request);
    checkedActivityIds(engine, request);
    const restoresOriginal = request.restoreOriginal === true;
    const options = request.activityOptions ?? {};
    const paths = checkedPaths(request);
    checkText(options.taskQueue?.name ?? "", "TaskQueue");
    if (isOfWorkflow(request)) {
      const change = { kind: "options", options, paths, restoresOriginal } as const;
      return { activityOptions: (await changeOfWorkflow(engine, request, change)) ?? null };
    }
    const execution = await findActivityExecution(engine, request);
    const command = { kind: "updateOptions", requestId, options, paths, restoresOriginal } as const;
    return { activityOptions: await engine.activities.commit(execution, command) };
  },
);

function isOfWorkflow({ workflowId }: { workflowId?: string | null | undefined }): boolean {
  return (workflowId ?? "") !== "";
}

function changeOfWorkflow(
  engine: Engine,
  request: NamesActivity & { workflowId?: string | null | undefined },
  change: ActivityChange,
): Promise<Options | undefined> {
  const { id, runId } = checkedActivityIds(engine, request);
  const execution = { workflowId: request.workflowId, runId };
  return changeActivity(engine, { namespace: request.namespace, execution, id }, change);
}

/** As fields are spelled in decoded messages. */
function checkedPaths(request: OptionsRequest): string[] {
  const paths = givenPaths(request);
  if (request.restoreOriginal === true) return [];
  if (paths.length === 0) throw invalid("UpdateMask must specify at least one path");
  const spelled = camelPaths(paths);
  const unknown = paths.find((_path, place) => !CHANGEABLE.has(spelled[place] ?? ""));
  if (unknown !== undefined) throw invalid(`unsupported update_mask path: ${JSON.stringify(unknown)}`);
  return spelled;
}

function delayOf({ jitter }: { jitter?: google.protobuf.IDuration | null }): number {
  return randomDelayMs(checkedDuration(jitter, "invalid jitter"));
}
