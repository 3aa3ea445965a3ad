// The door of deployments: which versions of workers there are and where their work goes.
export { Deployments, type DrainingVersion } from "./deployments.ts";
export { addDeployment, createDeployment, createVersion } from "./create-deployment.ts";
export { refuseComputeConfig } from "./compute-config.ts";
export { checkVersionPart } from "./new-version.ts";
export {
  conflictTokenOf,
  currentVersionOf,
  type Deployment,
  type TaskQueueType,
  type Version,
} from "./deployment.ts";
export type { DrainagePace } from "./drainage.ts";
export { deleteVersion } from "./delete-version.ts";
export {
  keepsSticky,
  routeOf,
  targetOf,
  type Route,
  type RoutedTask,
  type TargetVersion,
} from "./route-task.ts";
export { LIMITS as deploymentLimits } from "./limits.ts";
export { limitReached } from "./limit-reached.ts";
export {
  listedDeployment,
  messageOfDeployment,
  messageOfQueueRouting,
  messageOfVersionInfo,
  wireTypeOf,
} from "./deployment-message.ts";
export { noticePinned } from "./check-drainage.ts";
export { registerPoller } from "./register-poller.ts";
export type { RoutingChange } from "./routing-change.ts";
export { setCurrentVersion } from "./set-current-version.ts";
export { setManager } from "./deployment-owner.ts";
export { setRampingVersion } from "./set-ramping-version.ts";
export { updateMetadata } from "./update-metadata.ts";
export { readBacklog, workersOf } from "./version-workers.ts";
