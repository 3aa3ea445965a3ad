// Changes the options of a run that can be changed from outside: its versioning override and its priority.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { versioningOverrideCodec } from "../message-codecs.ts";
import { checkPriority } from "../priority.ts";
import type { ExecutionState } from "../state.ts";
import type { Transition } from "../transition.ts";

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
  for (const path of paths) {
    const [field = "", rest = ""] = camelCase(path).split(/\.(.*)/s);
    if (field === "versioningOverride") {
      if (rest === "") continue;
      const isPair = ["deployment", "behavior"].includes(rest);
      const other = rest === "deployment" ? "behavior" : "deployment";
      if (!isPair) refuse("versioning_override doesn't support partial updates");
      if (!paths.some((one) => camelCase(one) === `versioningOverride.${other}`)) {
        refuse("versioning_override fields must be updated together");
      }
      continue;
    }
    const isKnown = field === "priority" && (rest === "" || PRIORITY_FIELDS.some((name) => name === rest));
    if (!isKnown)
      refuse(`invalid path "${path}" for message temporal.api.workflow.v1.WorkflowExecutionOptions`);
  }
}

/** The options after the change, and whether anything changed. */
export function updateOptions(
  transition: Transition,
  { options, paths, identity }: OptionsChange,
): { options: Options; isChanged: boolean } {
  checkOptionPaths(paths);
  checkPriority(options.priority);
  const { state } = transition;
  const before = optionsOf(state);
  const after = merged(before, options, paths.map(camelCase));
  const isChanged = fingerprint(before) !== fingerprint(after);
  if (isChanged) {
    transition.add({
      eventType: EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
      workerMayIgnore: true,
      workflowExecutionOptionsUpdatedEventAttributes: {
        versioningOverride: after.versioningOverride ?? null,
        unsetVersioningOverride: after.versioningOverride == null,
        priority: after.priority ?? null,
        identity,
      },
    });
  }
  return { options: after, isChanged };
}

function optionsOf({ versioningOverride, priority }: ExecutionState): Options {
  return {
    versioningOverride:
      versioningOverride === undefined ? null : versioningOverrideCodec.decode(versioningOverride),
    priority: priority ?? null,
  };
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
  const override =
    versioningOverride == null
      ? ""
      : Buffer.from(versioningOverrideCodec.encode(versioningOverride)).toString("hex");
  const { priorityKey, fairnessKey, fairnessWeight } = priority ?? {};
  return JSON.stringify([
    override,
    priority == null,
    priorityKey ?? 0,
    fairnessKey ?? "",
    fairnessWeight ?? 0,
  ]);
}

function camelCase(path: string): string {
  return path.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

function refuse(reason: string): never {
  throw new CloudError("INVALID_ARGUMENT", `error applying update_options: ${reason}`);
}
