// From the public EndpointSpec to the stored configuration: every rule that needs nothing but the spec itself. Pure.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { EndpointConfiguration } from "./configuration.ts";
import { parseDescription } from "./description.ts";

export type PublicSpec = temporal.api.cloud.nexus.v1.IEndpointSpec;

/** As the public message's comment says it, and as cells check it. */
const NAME = /^[a-zA-Z][a-zA-Z0-9-]*[a-zA-Z0-9]$/;
const NAME_LENGTH_MAX = 200;
const TASK_QUEUE_BYTES_MAX = 1_000;
const RESERVED_TASK_QUEUE_PREFIX = "/_sys/";
/** Temporal Cloud's limit of an endpoint's allow-list. */
const CALLERS_MAX = 1_000;

/** Errors: INVALID_ARGUMENT naming the field and the rule. */
export function parseSpec(spec: PublicSpec): EndpointConfiguration {
  return {
    name: parseName(spec.name ?? ""),
    target: parseTarget(spec.targetSpec),
    callers: parseCallers(spec.policySpecs ?? []),
    description: parseDescription(spec),
  };
}

function parseName(name: string): string {
  if (name.length <= NAME_LENGTH_MAX && NAME.test(name)) return name;
  throw refusedSpec(
    "name",
    `must be 2 to ${NAME_LENGTH_MAX} letters, digits and hyphens, begin with a letter and end with a letter or digit`,
  );
}

function parseTarget(
  target: temporal.api.cloud.nexus.v1.IEndpointTargetSpec | null | undefined,
): EndpointConfiguration["target"] {
  const worker = target?.workerTargetSpec;
  if (worker == null)
    throw refusedSpec("targetSpec", "set worker_target_spec: it is the only kind of target");
  const namespace = worker.namespaceId ?? "";
  if (namespace === "") {
    throw refusedSpec("targetSpec.workerTargetSpec.namespaceId", "is required");
  }
  return { namespace, taskQueue: parseTaskQueue(worker.taskQueue ?? "") };
}

function parseTaskQueue(taskQueue: string): string {
  const field = "targetSpec.workerTargetSpec.taskQueue";
  if (taskQueue === "") throw refusedSpec(field, "is required");
  if (Buffer.byteLength(taskQueue) > TASK_QUEUE_BYTES_MAX)
    throw refusedSpec(field, `must have at most ${TASK_QUEUE_BYTES_MAX} bytes`);
  if (taskQueue.startsWith(RESERVED_TASK_QUEUE_PREFIX))
    throw refusedSpec(field, `must not begin with ${RESERVED_TASK_QUEUE_PREFIX}`);
  if (taskQueue.includes("\0")) throw refusedSpec(field, "must not contain U+0000");
  return taskQueue;
}

/** Without any nobody may call the endpoint, not even its target's namespace. */
function parseCallers(policies: readonly temporal.api.cloud.nexus.v1.IEndpointPolicySpec[]): string[] {
  if (policies.length > CALLERS_MAX)
    throw refusedSpec("policySpecs", `at most ${CALLERS_MAX} callers are possible`);
  const callers = policies.map((policy, index) => {
    const name = policy.allowedCloudNamespacePolicySpec?.namespaceId ?? "";
    if (name !== "") return name;
    throw refusedSpec(`policySpecs[${index}]`, "set allowed_cloud_namespace_policy_spec.namespace_id");
  });
  if (new Set(callers).size !== callers.length)
    throw refusedSpec("policySpecs", "names the same namespace twice");
  return callers;
}

export function refusedSpec(field: string, reason: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `spec.${field}: ${reason}.`, { field: `spec.${field}` });
}
