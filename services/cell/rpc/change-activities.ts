// PauseActivity, UnpauseActivity, ResetActivity and UpdateActivityOptions.
import { randomInt } from "node:crypto";
import type { google, temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import { commit } from "../executions/transact.ts";
import { msOf, type ActivityChange, type ActivitySelector } from "../workflow/index.ts";
import { checkText, findExecution, invalid, type NamedExecution } from "./lookup.ts";
import { rpc } from "./operation.ts";

type PauseRequest = temporal.api.workflowservice.v1.IPauseActivityRequest;
type UnpauseRequest = temporal.api.workflowservice.v1.IUnpauseActivityRequest;
type ResetRequest = temporal.api.workflowservice.v1.IResetActivityRequest;
type OptionsRequest = temporal.api.workflowservice.v1.IUpdateActivityOptionsRequest;
type OptionsResponse = temporal.api.workflowservice.v1.IUpdateActivityOptionsResponse;

/** Longest random delay that is honoured. */
const JITTER_MS_MAX = 2 ** 40;

export const pauseActivity = rpc<PauseRequest, object>("PauseActivity", async (engine, request) => {
  await changeActivity(engine, request, {
    kind: "pause",
    identity: request.identity ?? "",
    reason: request.reason ?? "",
    requestId: request.requestId ?? "",
  });
  return {};
});

export const unpauseActivity = rpc<UnpauseRequest, object>("UnpauseActivity", async (engine, request) => {
  await changeActivity(engine, { ...request, all: request.unpauseAll }, unpauseOf(request));
  return {};
});

export const resetActivity = rpc<ResetRequest, object>("ResetActivity", async (engine, request) => {
  await changeActivity(engine, { ...request, all: request.matchAll }, resetOf(request));
  return {};
});

export const updateActivityOptions = rpc<OptionsRequest, OptionsResponse>(
  "UpdateActivityOptions",
  async (engine, request) => {
    const activityOptions = await changeActivity(
      engine,
      { ...request, all: request.matchAll },
      optionsOf(request),
    );
    return { activityOptions: activityOptions ?? null };
  },
);

export function unpauseOf(
  wish: Pick<UnpauseRequest, "resetAttempts" | "resetHeartbeat" | "jitter">,
): ActivityChange {
  return {
    kind: "unpause",
    resetsAttempts: wish.resetAttempts === true,
    resetsHeartbeat: wish.resetHeartbeat === true,
    delayMs: randomDelayMs(wish.jitter),
  };
}

export function resetOf(
  wish: Pick<ResetRequest, "resetHeartbeat" | "keepPaused" | "restoreOriginalOptions" | "jitter">,
): ActivityChange {
  return {
    kind: "reset",
    resetsHeartbeat: wish.resetHeartbeat === true,
    keepsPaused: wish.keepPaused === true,
    restoresOptions: wish.restoreOriginalOptions === true,
    delayMs: randomDelayMs(wish.jitter),
  };
}

export function optionsOf(
  wish: Pick<OptionsRequest, "activityOptions" | "updateMask" | "restoreOriginal">,
): ActivityChange {
  const paths = givenPaths(wish);
  const options = wish.activityOptions ?? {};
  checkText(options.taskQueue?.name ?? "", "TaskQueue");
  return { kind: "options", options, paths, restoresOriginal: wish.restoreOriginal === true };
}

/** What is to be changed; nothing by name when the original options are to be restored. Errors: INVALID_ARGUMENT. */
export function givenPaths({
  activityOptions,
  updateMask,
  restoreOriginal,
}: Pick<OptionsRequest, "activityOptions" | "updateMask" | "restoreOriginal">): string[] {
  const paths = updateMask?.paths ?? [];
  if (restoreOriginal === true) {
    if (paths.length > 0) throw invalid("Both UpdateMask and RestoreOriginal are provided");
    return paths;
  }
  if (activityOptions == null) throw invalid("ActivityOptions are not provided");
  if (updateMask == null) throw invalid("UpdateMask is not provided");
  return paths;
}

export function randomDelayMs(jitter: google.protobuf.IDuration | null | undefined): number {
  const jitterMs = msOf(jitter);
  return jitterMs < 1 ? 0 : randomInt(Math.min(Math.floor(jitterMs), JITTER_MS_MAX));
}

interface Selecting {
  namespace?: string | null | undefined;
  execution?: NamedExecution | null | undefined;
  id?: string | null | undefined;
  type?: string | null | undefined;
  all?: boolean | null | undefined;
}

/** The options after a change of options. */
export async function changeActivity(
  engine: Engine,
  request: Selecting,
  wanted: ActivityChange,
): Promise<temporal.api.activity.v1.IActivityOptions | undefined> {
  const namespace = engine.namespaces.named(request.namespace);
  if ((request.execution?.workflowId ?? "") === "") throw invalid("WorkflowId is not set on request.");
  const selector = selectorOf(request);
  if (selector === undefined) throw invalid("Either activity id or activity type must be set on request.");
  const execution = await findExecution(engine, namespace, request.execution);
  return commit(engine, execution, { kind: "changeActivities", selector, change: wanted });
}

export function selectorOf({
  id,
  type,
  all,
}: Pick<Selecting, "id" | "type" | "all">): ActivitySelector | undefined {
  if ((id ?? "") !== "") return { activityId: id ?? "" };
  if ((type ?? "") !== "") return { activityType: type ?? "" };
  return all === true ? { isAll: true } : undefined;
}
