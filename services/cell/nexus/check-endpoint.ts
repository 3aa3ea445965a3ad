// Refuses specifications of endpoints that Temporal refuses: all that is wrong is told at once.
import { codecOf, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Namespaces } from "../namespaces/namespaces.ts";
import type { EndpointRow } from "../store/nexus-endpoint-store.ts";

type Spec = temporal.api.nexus.v1.IEndpointSpec;
type Target = temporal.api.nexus.v1.IEndpointTarget;

const NAME_LENGTH_MAX = 200;
const NAME = /^[a-zA-Z][a-zA-Z0-9-]*[a-zA-Z0-9]$/;
/** As the real server prints its own expression. */
const NAME_TEXT = String.raw`"^[a-zA-Z][a-zA-Z0-9\\-]*[a-zA-Z0-9]$"`;
const TASK_QUEUE_BYTES_MAX = 1_000;
const URL_BYTES_MAX = 4 * 1_024;
const DESCRIPTION_BYTES_MAX = 20_000;
const RESERVED_PREFIX = "/_sys/";

const payloadCodec = codecOf<temporal.api.common.v1.IPayload>("temporal.api.common.v1.Payload");

/** Errors: INVALID_ARGUMENT naming what is wrong, FAILED_PRECONDITION when the target's namespace is not here. */
export function checkedEndpoint(
  spec: Spec | null | undefined,
  namespaces: Namespaces,
): Pick<EndpointRow, "name" | "description" | "target"> {
  const name = spec?.name ?? "";
  const issues = nameIssues(name);
  const target = checkTarget(spec?.target, namespaces, issues);
  const { description } = spec ?? {};
  const encoded = description == null ? undefined : payloadCodec.encode(description);
  if (target !== "empty" && encoded !== undefined && encoded.length > DESCRIPTION_BYTES_MAX)
    issues.push(`description size exceeds limit of ${DESCRIPTION_BYTES_MAX}`);
  if (issues.length > 0 || target === "empty")
    throw new CloudError("INVALID_ARGUMENT", issues.join(", "), { field: "spec" });
  return { name, description: encoded, target };
}

function nameIssues(name: string): string[] {
  if (name === "") return ["endpoint name not set"];
  const issues: string[] = [];
  if (name.length > NAME_LENGTH_MAX) issues.push(`endpoint name exceeds length limit of ${NAME_LENGTH_MAX}`);
  if (!NAME.test(name)) issues.push(`endpoint name must match the regex: ${NAME_TEXT}`);
  return issues;
}

function checkTarget(
  target: Target | null | undefined,
  namespaces: Namespaces,
  issues: string[],
): EndpointRow["target"] | "empty" {
  if (target?.worker != null) return checkWorker(target.worker, namespaces, issues);
  if (target?.external != null) return checkUrl(target.external.url ?? "", issues);
  issues.push("empty target variant");
  return "empty";
}

function checkWorker(
  worker: temporal.api.nexus.v1.EndpointTarget.IWorker,
  namespaces: Namespaces,
  issues: string[],
): EndpointRow["target"] {
  const name = worker.namespace ?? "";
  const taskQueue = worker.taskQueue ?? "";
  const namespace = namespaces.byName(name);
  if (name === "") issues.push("target namespace not set");
  else if (namespace === undefined) {
    throw new CloudError(
      "FAILED_PRECONDITION",
      `could not verify namespace referenced by target exists: Namespace ${name} is not found.`,
    );
  }
  const problem = taskQueueProblem(taskQueue);
  if (problem !== undefined) issues.push(`invalid target task queue: "${problem}"`);
  return { namespaceId: namespace?.id ?? "", taskQueue };
}

function taskQueueProblem(taskQueue: string): string | undefined {
  if (taskQueue === "") return "missing task queue name";
  if (taskQueue.includes("\0")) return "task queue name contains a character that is not allowed (U+0000)";
  if (Buffer.byteLength(taskQueue) > TASK_QUEUE_BYTES_MAX) return "taskQueue length exceeds limit";
  if (taskQueue.startsWith(RESERVED_PREFIX))
    return "task queue name cannot start with reserved prefix /_sys/";
  return undefined;
}

function checkUrl(url: string, issues: string[]): EndpointRow["target"] {
  if (url === "") issues.push("empty target URL");
  else if (Buffer.byteLength(url) > URL_BYTES_MAX)
    issues.push(`target URL length exceeds limit of ${URL_BYTES_MAX}`);
  else if (!URL.canParse(url)) issues.push(`invalid target URL: parse "${url}"`);
  else {
    const scheme = new URL(url).protocol.slice(0, -1);
    if (scheme !== "http" && scheme !== "https")
      issues.push(`invalid target URL scheme: "${scheme}", expected http or https`);
  }
  return { url };
}
