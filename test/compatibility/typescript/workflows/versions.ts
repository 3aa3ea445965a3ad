// Workflows that tell which version of their workers they ran on.
import {
  condition,
  defineSignal,
  makeContinueAsNewFunc,
  setHandler,
  setWorkflowOptions,
  workflowInfo,
} from "@temporalio/workflow";

const note = defineSignal("note");
const finish = defineSignal("finish");

/** The build ids of the tasks at the start, at each note and at the end. */
async function log(): Promise<string[]> {
  const builds = [build()];
  let isFinished = false;
  setHandler(note, () => void builds.push(build()));
  setHandler(finish, () => {
    isFinished = true;
  });
  await condition(() => isFinished);
  return [...builds, build()];
}

function build(): string {
  return workflowInfo().currentDeploymentVersion?.buildId ?? "";
}

export function pinnedLog(): Promise<string[]> {
  return log();
}
setWorkflowOptions({ versioningBehavior: "PINNED" }, pinnedLog);

/** As the worker's default is. */
export function defaultLog(): Promise<string[]> {
  return log();
}

/** Pinned for each run; goes on with the new version at the first task that tells of one. */
export async function trampoline(before: string[]): Promise<string[]> {
  const builds = [...before, build()];
  if (builds.length > 1) return builds;
  setHandler(note, () => undefined);
  await condition(() => workflowInfo().targetWorkerDeploymentVersionChanged);
  return makeContinueAsNewFunc<typeof trampoline>({ initialVersioningBehavior: "AUTO_UPGRADE" })(builds);
}
setWorkflowOptions({ versioningBehavior: "PINNED" }, trampoline);
