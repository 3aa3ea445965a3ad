// The shape of one rpc of the cell: decode, run, encode. Transports mount the table that is made of these.
import { methodOf } from "#contracts";
import type { UnaryCall, UnaryHandler } from "#shared/grpc";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import { withTemporalDetail } from "./temporal-detail.ts";

export interface RpcOperation {
  readonly path: string;
  readonly handler: (engine: Engine) => UnaryHandler;
}

export const WORKFLOW_SERVICE = "temporal.api.workflowservice.v1.WorkflowService";
export const OPERATOR_SERVICE = "temporal.api.operatorservice.v1.OperatorService";

const NAMESPACE_LENGTH_MAX = 1_000;
/** Rpcs whose namespace need not be there, or is looked up by another rule. */
const OF_ANY_NAMESPACE: ReadonlySet<string> = new Set([
  "DeleteNamespace",
  "DescribeNamespace",
  "RegisterNamespace",
  "UpdateNamespace",
]);

/** An rpc whose response is a message. */
export function rpc<Request, Response>(
  name: string,
  run: (engine: Engine, request: Request, call: UnaryCall) => Promise<Response> | Response,
  service = WORKFLOW_SERVICE,
): RpcOperation {
  const method = methodOf(`${service}/${name}`);
  return {
    path: method.path,
    handler: (engine) => async (call, bytes) => {
      try {
        const request = decodeRequest<Request>(method, bytes);
        checkNamespace(engine, name, request);
        return method.response.encode(await run(engine, request, call));
      } catch (error) {
        throw withTemporalDetail(error);
      }
    },
  };
}

/** An rpc that encodes its response itself, around bytes that it does not decode. */
export function rawRpc<Request>(
  name: string,
  run: (engine: Engine, request: Request, call: UnaryCall) => Promise<Uint8Array>,
): RpcOperation {
  const method = methodOf(`${WORKFLOW_SERVICE}/${name}`);
  return {
    path: method.path,
    handler: (engine) => async (call, bytes) => {
      try {
        const request = decodeRequest<Request>(method, bytes);
        checkNamespace(engine, name, request);
        return await run(engine, request, call);
      } catch (error) {
        throw withTemporalDetail(error);
      }
    },
  };
}

/** Before anything else of the request is looked at, as Temporal's server does. Errors: NOT_FOUND, INVALID_ARGUMENT, UNAVAILABLE. */
function checkNamespace(engine: Engine, name: string, request: unknown): void {
  if (typeof request !== "object" || request === null || !("namespace" in request)) return;
  const { namespace } = request;
  if (typeof namespace !== "string" || namespace === "" || OF_ANY_NAMESPACE.has(name)) return;
  if (namespace.length > NAMESPACE_LENGTH_MAX) {
    throw new CloudError("INVALID_ARGUMENT", "Namespace length exceeds limit.");
  }
  engine.namespaces.named(namespace);
}

function decodeRequest<Request>(method: ReturnType<typeof methodOf>, bytes: Uint8Array): Request {
  try {
    // The codec is the one of the rpc's own request type.
    return method.request.decode(bytes) as Request;
  } catch (error) {
    throw new CloudError("INVALID_ARGUMENT", `The request is not an encoded ${method.request.typeName}.`, {
      cause: error,
    });
  }
}
