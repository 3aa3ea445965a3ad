// MetricsIntakeService on gRPC, for the gateways: what they measured of calls, for the metrics of accounts.
import { cellV1, codecOf, type directoryV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import { requireBearer } from "#shared/grpc-auth";
import type { UnaryHandler, UnaryTable } from "#shared/grpc";
import type { Pool } from "#shared/postgres";
import { storeMetricMinutes } from "#usage/reports";

const RECORD_METRICS = "/cellplane.directory.v1.MetricsIntakeService/RecordMetrics";
const SERIES_MAX = 20_000;
const GATEWAY_ID = /^gateway-[a-z0-9]{1,40}$/;

export function metricsIntakeHandlers(ports: { usage: Pool; internalToken: string | undefined }): UnaryTable {
  const requests = codecOf<directoryV1.IRecordMetricsRequest>("cellplane.directory.v1.RecordMetricsRequest");
  const responses = codecOf<object>("cellplane.directory.v1.RecordMetricsResponse");
  const handler: UnaryHandler = async (_call, bytes) => {
    const { gatewayId, metrics } = requests.decode(bytes);
    if (!GATEWAY_ID.test(gatewayId ?? "")) throw invalid("gateway_id", "must be a gateway's");
    const minutes = cellV1.ReadMetricsResponse.decode(metrics ?? new Uint8Array()).minutes ?? [];
    const count = minutes.reduce((sum, { series }) => sum + (series?.length ?? 0), 0);
    if (count > SERIES_MAX) throw invalid("metrics", `must have at most ${SERIES_MAX} series`);
    await storeMetricMinutes(ports.usage, gatewayId ?? "", minutes);
    return responses.encode({});
  };
  const table = new Map([[RECORD_METRICS, handler]]);
  return ports.internalToken === undefined ? table : requireBearer(table, ports.internalToken);
}

function invalid(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field} ${rule}.`, { field });
}
