// The command tcld speaks to services of its own instead of the Cloud Ops API. Each of their rpcs is told here in calls of
// operations of the table, which bring permissions, rules and audit with them; nothing is decided here.
import type { Codec, tcldV1, temporal } from "#contracts";

type AsyncOperation = temporal.api.cloud.operation.v1.IAsyncOperation;

/** Runs an operation of the table as the caller: "CloudService/GetNamespace". */
export type CallOperation = <Response>(rpc: string, request: object) => Promise<Response>;

export interface Translation<Request = unknown, Response = unknown> {
  /** As tcld calls it: "api.namespaceservice.v1.NamespaceService/GetNamespace". */
  rpc: string;
  request: Codec<Request>;
  response: Codec<Response>;
  run(call: CallOperation, request: Request): Promise<Response>;
}

/** Declares one; the cast forgets the message types, which the codecs guarantee. */
export function translation<Request, Response>(row: Translation<Request, Response>): Translation {
  return row as unknown as Translation;
}

export const CLOUD = "temporal.api.cloud.cloudservice.v1.CloudService";

const REJECTED = 6;
const FAILED = 3;

/** What tcld prints of a change. The numbers of the states are the same but for one that tcld does not know. */
export function requestStatus(
  operation: AsyncOperation | null | undefined,
  resource: { type: string; id: string } = { type: "", id: "" },
): tcldV1.IRequestStatus {
  const state: number = operation?.state ?? 0;
  return {
    requestId: operation?.id ?? "",
    state: state === REJECTED ? FAILED : state,
    checkDuration: operation?.checkDuration ?? null,
    operationType: operation?.operationType ?? "",
    resourceId: resource.id,
    resourceType: resource.type,
    failureReason: operation?.failureReason ?? "",
    startTime: operation?.startedTime ?? null,
    finishTime: operation?.finishedTime ?? null,
  };
}

/** tcld's field `request_id` is the operation's own id. */
export function operationId(request: { requestId?: string | null }): { asyncOperationId: string } {
  return { asyncOperationId: request.requestId ?? "" };
}
