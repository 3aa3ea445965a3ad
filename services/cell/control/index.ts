// The door of control: cellplane.cell.v1.CellControlService, what the control plane may ask of this cell. Every call can
// be repeated.
import type { cellV1 } from "#contracts";
import { methodOf } from "#contracts";
import { CloudError } from "#shared/errors";
import type { UnaryHandler, UnaryTable } from "#shared/grpc";
import type { Engine } from "../engine.ts";
import { applyNamespace, getNamespace, removeNamespace } from "./control-namespaces.ts";
import { applyNexusEndpoint, listNexusEndpoints, removeNexusEndpoint } from "./control-nexus-endpoints.ts";
import { getCell } from "./get-cell.ts";
import { readClosedHistories } from "./read-closed-histories.ts";
import { readCounters } from "./read-counters.ts";
import { readMetrics } from "./read-metrics.ts";
import { exportRecorder } from "./record-export.ts";

const SERVICE = "cellplane.cell.v1.CellControlService";

export function controlTable(engine: Engine): UnaryTable {
  const table = new Map<string, UnaryHandler>();
  const add = <Request, Response>(
    name: string,
    run: (engine: Engine, request: Request) => Promise<Response>,
  ): void => {
    const { path, request, response } = methodOf(`${SERVICE}/${name}`);
    table.set(path, async (_call, bytes) => {
      let message: Request;
      try {
        // The codec is the one of the rpc's own request type.
        message = request.decode(bytes) as Request;
      } catch (error) {
        throw new CloudError("INVALID_ARGUMENT", `The request is not an encoded ${request.typeName}.`, {
          cause: error,
        });
      }
      return response.encode(await run(engine, message));
    });
  };
  add<cellV1.IApplyNamespaceRequest, cellV1.IApplyNamespaceResponse>("ApplyNamespace", applyNamespace);
  add<cellV1.IDeleteNamespaceRequest, cellV1.IDeleteNamespaceResponse>("DeleteNamespace", removeNamespace);
  add<cellV1.IGetNamespaceRequest, cellV1.IGetNamespaceResponse>("GetNamespace", getNamespace);
  add<cellV1.IGetCellRequest, cellV1.IGetCellResponse>("GetCell", getCell);
  add<cellV1.IReadCountersRequest, cellV1.IReadCountersResponse>("ReadCounters", readCounters);
  add<cellV1.IReadMetricsRequest, cellV1.IReadMetricsResponse>("ReadMetrics", readMetrics);
  add<cellV1.IApplyNexusEndpointRequest, cellV1.IApplyNexusEndpointResponse>(
    "ApplyNexusEndpoint",
    applyNexusEndpoint,
  );
  add<cellV1.IDeleteNexusEndpointRequest, cellV1.IDeleteNexusEndpointResponse>(
    "DeleteNexusEndpoint",
    removeNexusEndpoint,
  );
  add<cellV1.IListNexusEndpointsRequest, cellV1.IListNexusEndpointsResponse>(
    "ListNexusEndpoints",
    listNexusEndpoints,
  );
  add<cellV1.IReadClosedHistoriesRequest, cellV1.IReadClosedHistoriesResponse>(
    "ReadClosedHistories",
    readClosedHistories,
  );
  add<cellV1.IRecordExportRequest, cellV1.IRecordExportResponse>("RecordExport", exportRecorder());
  return table;
}
