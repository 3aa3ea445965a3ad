// How a load reaches a cell: one call by name, wherever the cell is: in the same process (a simulation) or behind gRPC.
import { methodOf, type RpcMethod } from "#contracts";

export const WORKFLOW_SERVICE = "temporal.api.workflowservice.v1.WorkflowService";

export interface CallOptions {
  deadlineMs?: number;
  signal?: AbortSignal;
}

export interface NamedCallOptions extends CallOptions {
  /** WorkflowService when none is given. */
  service?: string;
}

/** Errors: CloudError. */
export type Send = (path: string, request: Uint8Array, options: CallOptions) => Promise<Uint8Array>;

export class Caller {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Types are the caller's word: the method's own codecs encode and decode. */
  async call<Response>(
    name: string,
    request: object,
    { service = WORKFLOW_SERVICE, ...options }: NamedCallOptions = {},
  ): Promise<Response> {
    const method = methodNamed(`${service}/${name}`);
    const bytes = await this.#send(method.path, method.request.encode(request), options);
    return method.response.decode(bytes) as Response;
  }
}

const methods = new Map<string, RpcMethod>();

/** Looked up once: descriptors are slow. */
function methodNamed(name: string): RpcMethod {
  let method = methods.get(name);
  if (method === undefined) {
    method = methodOf(name);
    methods.set(name, method);
  }
  return method;
}
