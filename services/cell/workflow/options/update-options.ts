// Changes the options of a run that can be changed from outside: its versioning override and its priority.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { camelPaths } from "../field-mask.ts";
import { checkPriority } from "../priority.ts";
import type { ExecutionState, HistoryEvent } from "../state.ts";
import type { Transition } from "../transition.ts";
import { checkedOverride } from "../versioning/checked-override.ts";
import { messageOfOverride, overrideOfMessage } from "../versioning/override.ts";
import { offerActivitiesAgain, offerTaskAgain, rerouteAfter } from "../versioning/transition.ts";

const { EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED } = temporal.api.enums.v1.EventType;

type Options = temporal.api.workflow.v1.IWorkflowExecutionOptions;
type Priority = temporal.api.common.v1.IPriority;

export interface OptionsChange {
  options: Options;
  /** Paths as clients send them, in snake or camel case. */
  paths: readonly string[];
  identity: string;
}

const PRIORITY_FIELDS = ["priorityKey", "fairnessKey", "fairnessWeight"] as const;

/** Throws INVALID_ARGUMENT for paths that name no option. */
export function checkOptionPaths(paths: readonly string[]): void {
  const names = camelPaths(paths);
  for (const [place, name] of names.entries()) {
    const [field = "", rest = ""] = name.split(/\.(.*)/s);
    if (field === "versioningOverride") {
      if (rest === "") continue;
      const isPair = ["deployment", "behavior"].includes(rest);
      const other = rest === "deployment" ? "behavior" : "deployment";
      if (!isPair) refuse("versioning_override doesn't support partial updates");
      if (!names.includes(`versioningOverride.${other}`)) {
        refuse("versioning_override fields must be updated together");
      }
      continue;
    }
    const isKnown = field === "priority" && (rest === "" || PRIORITY_FIELDS.some((one) => one === rest));
    if (!isKnown) {
      const path = paths[place] ?? "";
      refuse(`invalid path "${path}" for message temporal.api.workflow.v1.WorkflowExecutionOptions`);
    }
  }
}

/** The options after the change, and whether anything changed. Errors: INVALID_ARGUMENT, FAILED_PRECONDITION. */
export function updateOptions(
  transition: Transition,
  { options, paths, identity }: OptionsChange,
): { options: Options; isChanged: boolean } {
  checkOptionPaths(paths);
  checkPriority(options.priority);
  const { state } = transition;
  const versioningOverride = checkedOverride(transition, options.versioningOverride) ?? null;
  const wanted = { ...options, versioningOverride };
  const before = optionsOf(state);
  const after = merged(before, wanted, camelPaths(paths));
  const isChanged = fingerprint(before) !== fingerprint(after);
  if (isChanged) reroute(transition, () => transition.add(updatedEvent(after, identity)));
  return { options: after, isChanged };
}

function updatedEvent({ versioningOverride, priority }: Options, identity: string): HistoryEvent {
  return {
    eventType: EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
    workerMayIgnore: true,
    workflowExecutionOptionsUpdatedEventAttributes: {
      versioningOverride: messageOfOverride(overrideOfMessage(versioningOverride)),
      unsetVersioningOverride: versioningOverride == null,
      priority: priority ?? null,
      identity,
    },
  };
}

/** What waits is offered again where it belongs now: to another version, or at another place in line. */
function reroute(transition: Transition, change: () => void): void {
  const { state } = transition;
  const { override } = state.versioning ?? {};
  const { priority } = state;
  const isRerouted = rerouteAfter(transition, change);
  if (!isRerouted && priority !== state.priority) offerTaskAgain(transition);
  if (override !== state.versioning?.override) offerActivitiesAgain(transition, 0);
}

function optionsOf({ versioning, priority }: ExecutionState): Options {
  return { versioningOverride: messageOfOverride(versioning?.override), priority: priority ?? null };
}

function merged(before: Options, wanted: Options, paths: readonly string[]): Options {
  const after: Options = { ...before };
  if (paths.some((path) => path.startsWith("versioningOverride"))) {
    after.versioningOverride = wanted.versioningOverride ?? null;
  }
  if (paths.includes("priority")) after.priority = wanted.priority ?? null;
  for (const name of PRIORITY_FIELDS) {
    if (!paths.includes(`priority.${name}`)) continue;
    const change: Priority = { [name]: wanted.priority?.[name] ?? null };
    after.priority = { ...after.priority, ...change };
  }
  return after;
}

function fingerprint({ versioningOverride, priority }: Options): string {
  const { kind, version } = overrideOfMessage(versioningOverride) ?? {};
  const { priorityKey, fairnessKey, fairnessWeight } = priority ?? {};
  return JSON.stringify([
    kind ?? "",
    version ?? "",
    priority == null,
    priorityKey ?? 0,
    fairnessKey ?? "",
    fairnessWeight ?? 0,
  ]);
}

function refuse(reason: string): never {
  throw new CloudError("INVALID_ARGUMENT", `error applying update_options: ${reason}`);
}
