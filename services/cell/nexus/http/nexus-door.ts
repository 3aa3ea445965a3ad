// The Nexus HTTP surface of a cell, for the listener to mount beside the other HTTP that it serves.
import { CloudError } from "#shared/errors";
import { hasBearer } from "#shared/grpc-auth";
import type { HttpAnswer, HttpRequest } from "#shared/http";
import type { Engine } from "../../engine.ts";
import { HandlerError, handlerErrorOf } from "../handler-error.ts";
import { answerOfHandlerError } from "./failure-answer.ts";
import { FAILURE_SUPPORT_HEADER } from "./protocol.ts";
import { isNexusPath, nexusRouteOf, type NexusRoute, type OperationTarget } from "./routes.ts";
import { serveCompletion } from "./serve-completion.ts";
import { serveCancel, serveStart, type ServedOperation } from "./serve-operation.ts";

export interface NexusDoor {
  /** Whether the path, as it was sent, is for this door. */
  serves(path: string): boolean;
  /** Never rejects: what goes wrong is an answer. */
  answer(request: HttpRequest): Promise<HttpAnswer>;
}

export function createNexusDoor(engine: Engine, internalToken: string | undefined): NexusDoor {
  return {
    serves: isNexusPath,
    answer: async (request) => {
      const isSupported = request.headers[FAILURE_SUPPORT_HEADER] === "true";
      try {
        if (internalToken !== undefined && !hasBearer(request.headers["authorization"], internalToken))
          throw new HandlerError("UNAUTHENTICATED", "unauthorized");
        return await answer(engine, request, isSupported);
      } catch (thrown) {
        const error = expected(engine, thrown);
        if (error instanceof HandlerError)
          return answerOfHandlerError(error, { isSupported, isOfWorker: false });
        engine.log.error({ err: thrown, path: request.path }, "a Nexus request failed unexpectedly");
        const body = JSON.stringify({ message: "internal server error" });
        return { status: 500, headers: { "content-type": "application/json" }, body };
      }
    },
  };
}

function expected({ stopping }: Engine, thrown: unknown): unknown {
  if (thrown instanceof CloudError) return handlerErrorOf(thrown);
  return stopping.aborted && thrown === stopping.reason
    ? new HandlerError("UNAVAILABLE", "service unavailable")
    : thrown;
}

function answer(engine: Engine, request: HttpRequest, isFailureSupported: boolean): Promise<HttpAnswer> {
  const route = nexusRouteOf(request.path);
  switch (route.kind) {
    case "completion":
      return serveCompletion(engine, request, route.namespace);
    case "operation": {
      const { service, operation, act } = route;
      const served = { ...targetOf(engine, route.target), service, operation, isFailureSupported };
      checkMethod(request);
      return act.kind === "start"
        ? serveStart(engine, served, request)
        : serveCancel(engine, served, request, act.token);
    }
    default:
      checkMethod(request);
      throw refusalOf(route);
  }
}

function refusalOf({ kind }: NexusRoute): HandlerError {
  return kind === "malformed"
    ? new HandlerError("BAD_REQUEST", "failed to parse URL path")
    : new HandlerError("NOT_FOUND", "not found");
}

function checkMethod({ method }: HttpRequest): void {
  if (method !== "POST")
    throw new HandlerError("BAD_REQUEST", `invalid request method: expected POST, got "${method}"`);
}

type Served = Pick<ServedOperation, "endpoint" | "namespaceId" | "taskQueue">;

/** Only workers are reached from outside: an endpoint is no way through the cell to another address. */
function targetOf(engine: Engine, target: OperationTarget): Served {
  const { namespaces, nexus } = engine;
  if (!("endpointId" in target)) {
    const namespace = namespaces.byName(target.namespace);
    if (namespace === undefined)
      throw new HandlerError("NOT_FOUND", `namespace not found: "${target.namespace}"`);
    return { endpoint: "", namespaceId: namespace.id, taskQueue: target.taskQueue };
  }
  const endpoint = nexus.endpoints.byId(target.endpointId);
  if (endpoint === undefined)
    throw new HandlerError("NOT_FOUND", "nexus endpoint not found", { isRetryable: false });
  if (!("namespaceId" in endpoint.target)) throw new HandlerError("BAD_REQUEST", "invalid endpoint target");
  const { namespaceId, taskQueue } = endpoint.target;
  if (namespaces.byId(namespaceId) === undefined)
    throw new HandlerError("NOT_FOUND", "invalid endpoint target", { isRetryable: true });
  return { endpoint: endpoint.name, namespaceId, taskQueue };
}
