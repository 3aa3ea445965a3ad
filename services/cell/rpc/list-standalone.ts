// What the lists of standalone executions share, whatever their kind. Answered from visibility.
import { durationOfMs, timestampOfMs, type google, type temporal } from "#contracts";
import type Long from "long";
import type { Engine } from "../engine.ts";
import { listStandalone, type ListedStandalone, type Schema } from "../visibility/index.ts";
import { int64 } from "../workflow/index.ts";

interface ListRequest {
  namespace?: string | null;
  query?: string | null;
  pageSize?: number | null;
  nextPageToken?: Uint8Array | null;
}

/** Errors: INVALID_ARGUMENT for a filter or a token that cannot be understood, NOT_FOUND for the namespace. */
export async function listedPage<Info>(
  engine: Engine,
  request: ListRequest,
  { schema, infoOf }: { schema: Schema; infoOf: (execution: ListedStandalone) => Info },
): Promise<{ listed: Info[]; nextPageToken: Uint8Array }> {
  const namespace = engine.namespaces.named(request.namespace);
  const { executions, nextPageToken } = await listStandalone(engine.pool, {
    namespaceId: namespace.id,
    schema,
    definitions: namespace.attributes,
    query: request.query ?? "",
    // As the limit of pages: Temporal takes a negative size for none.
    pageSize: Math.max(0, request.pageSize ?? 0),
    pageToken: request.nextPageToken,
  });
  return { listed: executions.map(infoOf), nextPageToken };
}

interface ListedFields {
  runId: string;
  status: number;
  scheduleTime: google.protobuf.ITimestamp;
  closeTime: google.protobuf.ITimestamp | null;
  executionDuration: google.protobuf.IDuration | null;
  searchAttributes: temporal.api.common.v1.ISearchAttributes;
  stateTransitionCount: Long;
  stateSizeBytes: Long;
}

export function listedFields(execution: ListedStandalone): ListedFields {
  const { closedMs, startedMs } = execution;
  return {
    runId: execution.runId,
    status: execution.status,
    scheduleTime: timestampOfMs(startedMs),
    closeTime: closedMs === undefined ? null : timestampOfMs(closedMs),
    executionDuration: closedMs === undefined ? null : durationOfMs(closedMs - startedMs),
    searchAttributes: { indexedFields: execution.searchAttributes },
    stateTransitionCount: int64(execution.transitionCount),
    stateSizeBytes: int64(execution.sizeBytes),
  };
}
