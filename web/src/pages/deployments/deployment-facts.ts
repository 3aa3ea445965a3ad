// What pages ask a worker deployment: small readings of Temporal's messages, and their words.
import type { Message, ResponseOf } from "#api/workflow-service";

export type Summary =
  Message<"temporal.api.workflowservice.v1.ListWorkerDeploymentsResponse.WorkerDeploymentSummary">;
export type Routing = Message<"temporal.api.deployment.v1.RoutingConfig">;
export type Version =
  Message<"temporal.api.deployment.v1.WorkerDeploymentInfo.WorkerDeploymentVersionSummary">;
export type Described = ResponseOf<"DescribeWorkerDeployment">;

export interface DeploymentRef {
  namespace: string;
  deployment: string;
}

/** The build id; "unversioned" where none is routed to. */
export function currentOf(routing: Routing | undefined): string {
  return routing?.currentDeploymentVersion?.buildId ?? "unversioned";
}

/** Undefined when nothing ramps. */
export function rampingOf(routing: Routing | undefined): { buildId: string; percentage: number } | undefined {
  const percentage = routing?.rampingVersionPercentage ?? 0;
  const version = routing?.rampingDeploymentVersion;
  if (version === undefined) return percentage > 0 ? { buildId: "unversioned", percentage } : undefined;
  return { buildId: version.buildId ?? "", percentage };
}

export function buildIdOf({ deploymentVersion }: Version): string {
  return deploymentVersion?.buildId ?? "";
}
