// Compute configs say which platform starts workers of a version. This cell starts none, as Temporal's server does while
// no provider is enabled: a config is checked and then refused.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";

type ScalingGroup = temporal.api.compute.v1.IComputeConfigScalingGroup;

const PROVIDER_TYPES: ReadonlySet<string> = new Set([
  "aws-lambda",
  "aws-agentcore",
  "aws-ecs",
  "subprocess",
  "k8s",
  "gcp-cloud-run",
  "test-invoke",
  "test-worker-set",
]);
const SCALER_TYPES: ReadonlySet<string> = new Set(["no-sync", "rate-based"]);

/** Errors: INVALID_ARGUMENT, always. */
export function refuseComputeConfig(groups: Readonly<Record<string, ScalingGroup>>): never {
  const names = Object.keys(groups).sort();
  throw new CloudError(
    "INVALID_ARGUMENT",
    problemOf(groups, names) ?? `${names[0] ?? ""}: ${unavailable(groups[names[0] ?? ""])}`,
  );
}

function problemOf(
  groups: Readonly<Record<string, ScalingGroup>>,
  names: readonly string[],
): string | undefined {
  if (names.length === 0) return "spec must have at least one entry";
  const taken = new Set<number>();
  let hasRest = false;
  for (const name of names) {
    const { taskQueueTypes, provider, scaler } = groups[name] ?? {};
    const types = taskQueueTypes ?? [];
    if (name === "") return "scaling groups without an ID are not supported";
    if (types.length === 0 && hasRest) {
      return `entry ${name}: only one scaling group can have no task types defined`;
    }
    hasRest ||= types.length === 0;
    for (const type of types) {
      if (taken.has(type)) return `entry ${name}: task type ${type} appears in more than one entry`;
      if (type === 0) return `entry ${name}: task type undefined not allowed in compute spec`;
      taken.add(type);
    }
    if (!PROVIDER_TYPES.has(provider?.type ?? "")) {
      return `entry ${name}: invalid compute provider type '${provider?.type ?? ""}'`;
    }
    if (scaler != null && !SCALER_TYPES.has(scaler.type ?? "")) {
      return `entry ${name}: invalid scaling algorithm type '${scaler.type ?? ""}'`;
    }
  }
  return undefined;
}

function unavailable(group: ScalingGroup | undefined): string {
  return `Could not instantiate compute provider with type '${group?.provider?.type ?? ""}'`;
}
