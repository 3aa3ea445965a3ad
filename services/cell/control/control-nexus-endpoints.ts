// ApplyNexusEndpoint, DeleteNexusEndpoint, ListNexusEndpoints: tenants' endpoints as the control plane wants them, with
// who may call and where the target is.
import type { cellV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { EndpointRow, EndpointTarget } from "../store/nexus-endpoint-store.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PAGE_SIZE_MAX = 1_000;

/** Errors: INVALID_ARGUMENT, ALREADY_EXISTS, FAILED_PRECONDITION when the target's namespace is not in this cell. */
export async function applyNexusEndpoint(
  engine: Engine,
  request: cellV1.IApplyNexusEndpointRequest,
): Promise<cellV1.IApplyNexusEndpointResponse> {
  const { nexus, journal, clock } = engine;
  const wanted = request.endpoint ?? {};
  const endpointId = wanted.endpointId ?? "";
  if (!UUID.test(endpointId)) throw refused("endpoint.endpointId", "is not a UUID");
  if (!wanted.name || !wanted.scope) throw refused("endpoint", "needs a name and a scope");
  const peers = (request.peers ?? []).map((peer) => ({
    cellId: peer.cellId ?? "",
    address: peer.address ?? "",
  }));
  await nexus.peers.learn(journal, peers);
  await nexus.endpoints.apply(
    journal,
    {
      endpointId,
      name: wanted.name,
      scope: wanted.scope,
      callers: new Set(wanted.callers ?? []),
      generation: wanted.generation ?? 0,
      target: targetOf(engine, wanted),
    },
    clock.now(),
  );
  return {};
}

export async function removeNexusEndpoint(
  { nexus, journal }: Engine,
  request: cellV1.IDeleteNexusEndpointRequest,
): Promise<cellV1.IDeleteNexusEndpointResponse> {
  const endpointId = request.endpointId ?? "";
  if (nexus.endpoints.byId(endpointId) === undefined) return {};
  await nexus.endpoints.delete(journal, endpointId).catch((error: unknown) => {
    // Deleted meanwhile by another call.
    if (!(error instanceof CloudError) || error.code !== "NOT_FOUND") throw error;
  });
  return {};
}

export function listNexusEndpoints(
  { nexus, namespaces }: Engine,
  request: cellV1.IListNexusEndpointsRequest,
): Promise<cellV1.IListNexusEndpointsResponse> {
  const after = request.afterEndpointId ?? "";
  const size = Math.min(request.pageSize || PAGE_SIZE_MAX, PAGE_SIZE_MAX);
  const page = nexus.endpoints
    .all()
    .filter((row) => row.scope !== "" && row.endpointId > after)
    .slice(0, size);
  const nameOf = (namespaceId: string): string => namespaces.byId(namespaceId)?.name ?? "";
  return Promise.resolve({ endpoints: page.map((row) => messageOf(row, nameOf)) });
}

function targetOf(engine: Engine, wanted: cellV1.ICellNexusEndpoint): EndpointTarget {
  if (wanted.targetCellId) {
    if (wanted.targetCellId !== engine.cellId) return { cellId: wanted.targetCellId };
    throw refused("endpoint.targetCellId", "is this cell");
  }
  if (!wanted.taskQueue) throw refused("endpoint.taskQueue", "is not set");
  const namespace = engine.namespaces.byName(wanted.targetNamespace ?? "");
  if (namespace !== undefined) return { namespaceId: namespace.id, taskQueue: wanted.taskQueue };
  throw new CloudError("FAILED_PRECONDITION", "The target's namespace is not in its cell.");
}

function messageOf(row: EndpointRow, nameOf: (namespaceId: string) => string): cellV1.ICellNexusEndpoint {
  const { endpointId, name, scope, callers, generation, target } = row;
  const shared = { endpointId, name, scope, generation, callers: [...(callers ?? [])] };
  if ("cellId" in target) return { ...shared, targetCellId: target.cellId };
  if ("url" in target) return shared;
  return { ...shared, targetNamespace: nameOf(target.namespaceId), taskQueue: target.taskQueue };
}

function refused(field: string, reason: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field} ${reason}.`, { field });
}
