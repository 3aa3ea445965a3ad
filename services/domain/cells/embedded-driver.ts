// The driver of our own engine: CellControlService over gRPC with the installation's internal token.
import { type cellV1, methodOf } from "#contracts";
import { CloudError } from "#shared/errors";
import { createGrpcClient } from "#shared/grpc-client";
import type { CellDriver, CellNamespace, CellNexusEndpoint, ClosedPosition } from "./cell-driver.ts";

const SERVICE = "cellplane.cell.v1.CellControlService";
const CALL_DEADLINE_MS = 10_000;
const ENDPOINTS_PER_PAGE = 1_000;

type Call = <Response>(name: string, request: unknown, signal?: AbortSignal) => Promise<Response>;

export function createEmbeddedDriver(cell: { address: string; token: string | undefined }): CellDriver {
  const client = createGrpcClient(cell.address, { token: cell.token });
  const call: Call = async <Response>(name: string, request: unknown, signal?: AbortSignal) => {
    const method = methodOf(`${SERVICE}/${name}`);
    const bytes = await client.call(method.path, method.request.encode(request), {
      deadlineMs: CALL_DEADLINE_MS,
      signal,
    });
    // The response type is that of the rpc named by the caller.
    return method.response.decode(bytes) as Response;
  };
  return {
    async probe(signal) {
      const answer = await call<cellV1.IGetCellResponse>("GetCell", {}, signal);
      if (answer.serving !== true) throw new CloudError("UNAVAILABLE", "The cell is not serving yet.");
      return {
        version: answer.version ?? "",
        openWorkflows: answer.openWorkflows ?? 0,
        epoch: answer.epoch ?? 0,
      };
    },
    async applyNamespace(namespace, signal) {
      await call("ApplyNamespace", { namespace } satisfies cellV1.IApplyNamespaceRequest, signal);
    },
    async deleteNamespace(namespace, signal) {
      await call("DeleteNamespace", namespace satisfies cellV1.IDeleteNamespaceRequest, signal);
    },
    async readNamespace(name, signal) {
      try {
        const answer = await call<cellV1.IGetNamespaceResponse>("GetNamespace", { name }, signal);
        return answer.namespace == null ? undefined : fromMessage(answer.namespace);
      } catch (error) {
        if (error instanceof CloudError && error.code === "NOT_FOUND") return undefined;
        throw error;
      }
    },
    ...nexusEndpointCalls(call),
    ...exportCalls(call),
    close: () => client.close(),
  };
}

function nexusEndpointCalls(
  call: Call,
): Pick<CellDriver, "applyNexusEndpoint" | "deleteNexusEndpoint" | "listNexusEndpoints"> {
  return {
    async applyNexusEndpoint(endpoint, peers, signal) {
      await call("ApplyNexusEndpoint", { endpoint: endpointMessage(endpoint), peers }, signal);
    },
    async deleteNexusEndpoint(endpointId, signal) {
      await call("DeleteNexusEndpoint", { endpointId } satisfies cellV1.IDeleteNexusEndpointRequest, signal);
    },
    async listNexusEndpoints(signal) {
      const endpoints: CellNexusEndpoint[] = [];
      for (;;) {
        const request = { afterEndpointId: endpoints.at(-1)?.endpointId ?? "", pageSize: ENDPOINTS_PER_PAGE };
        const page = await call<cellV1.IListNexusEndpointsResponse>("ListNexusEndpoints", request, signal);
        const read = (page.endpoints ?? []).map(endpointOf);
        endpoints.push(...read);
        if (read.length < ENDPOINTS_PER_PAGE) return endpoints;
      }
    },
  };
}

function exportCalls(call: Call): Pick<CellDriver, "readClosedHistories" | "recordExport"> {
  return {
    async readClosedHistories(wanted, signal) {
      const answer = await call<cellV1.IReadClosedHistoriesResponse>("ReadClosedHistories", wanted, signal);
      const workflows = (answer.workflows ?? []).map((message) => ({
        position: positionOf(message.position),
        workflowType: message.workflowType ?? "",
        taskQueue: message.taskQueue ?? "",
        history: message.history ?? new Uint8Array(),
      }));
      return { workflows, hasMore: answer.hasMore === true };
    },
    async recordExport(exported, signal) {
      const workflows = exported.workflows.map(({ position, workflowType, taskQueue }) => ({
        position,
        workflowType,
        taskQueue,
      }));
      await call("RecordExport", { ...exported, workflows }, signal);
    },
  };
}

function fromMessage(message: cellV1.ICellNamespace): CellNamespace {
  return {
    name: message.name ?? "",
    namespaceId: message.namespaceId ?? "",
    retentionDays: message.retentionDays ?? 0,
    searchAttributes: { ...message.searchAttributes },
    formerAttributeNames: { ...message.formerAttributeNames },
    generation: message.generation ?? 0,
    startsRefused: message.startsRefused ?? false,
    fairnessKeysIgnored: message.fairnessKeysIgnored ?? false,
    description: message.description ?? "",
  };
}

function endpointMessage({ target, ...shared }: CellNexusEndpoint): cellV1.ICellNexusEndpoint {
  return "cellId" in target
    ? { ...shared, targetCellId: target.cellId }
    : { ...shared, targetNamespace: target.namespace, taskQueue: target.taskQueue };
}

function endpointOf(message: cellV1.ICellNexusEndpoint): CellNexusEndpoint {
  return {
    endpointId: message.endpointId ?? "",
    name: message.name ?? "",
    scope: message.scope ?? "",
    callers: [...(message.callers ?? [])],
    generation: message.generation ?? 0,
    target: message.targetCellId
      ? { cellId: message.targetCellId }
      : { namespace: message.targetNamespace ?? "", taskQueue: message.taskQueue ?? "" },
  };
}

function positionOf(message: cellV1.IClosedPosition | null | undefined): ClosedPosition {
  const { closeTimeMs, startTimeMs, runId } = message ?? {};
  return { closeTimeMs: closeTimeMs ?? 0, startTimeMs: startTimeMs ?? 0, runId: runId ?? "" };
}
