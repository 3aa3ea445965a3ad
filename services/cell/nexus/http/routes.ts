// The addresses of the Nexus HTTP surface: operations by endpoint and by task queue, and completions.
export type NexusRoute =
  | ({ kind: "operation"; target: OperationTarget } & OperationPath)
  /** `namespace` as the address says it, to be checked against the token. */
  | { kind: "completion"; namespace: string | undefined }
  | { kind: "malformed" }
  | { kind: "nothing" };

export type OperationTarget = { endpointId: string } | { namespace: string; taskQueue: string };

interface OperationPath {
  service: string;
  operation: string;
  /** `token` when the address carries it, as it did before there was a header for it. */
  act: { kind: "start" } | { kind: "cancel"; token: string | undefined };
}

const ENDPOINT = /^\/nexus\/endpoints\/([^/]+)\/services\/(.*)$/;
const TASK_QUEUE = /^\/namespaces\/([^/]+)\/task-queues\/([^/]+)\/nexus-services\/(.*)$/;
const COMPLETION = /^\/(?:namespaces\/([^/]+)\/)?nexus\/callback$/;

/** Whether a path, as it was sent, is one of this surface. */
export function isNexusPath(path: string): boolean {
  return ENDPOINT.test(path) || TASK_QUEUE.test(path) || COMPLETION.test(path);
}

export function nexusRouteOf(path: string): NexusRoute {
  try {
    return routeOf(path);
  } catch {
    // Badly escaped.
    return { kind: "malformed" };
  }
}

function routeOf(path: string): NexusRoute {
  const completion = COMPLETION.exec(path);
  if (completion !== null) {
    const [, namespace] = completion;
    return {
      kind: "completion",
      namespace: namespace === undefined ? undefined : decodeURIComponent(namespace),
    };
  }
  const byEndpoint = ENDPOINT.exec(path);
  if (byEndpoint !== null) {
    const [, id = "", rest = ""] = byEndpoint;
    return operationRoute({ endpointId: decodeURIComponent(id) }, rest);
  }
  const [, namespace = "", taskQueue = "", rest = ""] = TASK_QUEUE.exec(path) ?? [];
  const target = { namespace: decodeURIComponent(namespace), taskQueue: decodeURIComponent(taskQueue) };
  return operationRoute(target, rest);
}

function operationRoute(target: OperationTarget, rest: string): NexusRoute {
  const parts = rest.split("/").map(decodeURIComponent);
  const [service = "", operation = ""] = parts;
  const isCancel = parts.at(-1) === "cancel";
  if (parts.length === 2) return { kind: "operation", target, service, operation, act: { kind: "start" } };
  if (isCancel && (parts.length === 3 || parts.length === 4)) {
    const token = parts.length === 4 ? parts[2] : undefined;
    return { kind: "operation", target, service, operation, act: { kind: "cancel", token } };
  }
  return { kind: "nothing" };
}
