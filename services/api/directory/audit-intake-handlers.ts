// AuditIntakeService on gRPC, for the gateways: what they recorded of calls on running namespaces.
import { codecOf, type directoryV1 } from "#contracts";
import { recordCalls } from "#domain/audit";
import type { Database } from "#domain/database";
import { CloudError } from "#shared/errors";
import { requireBearer } from "#shared/grpc-auth";
import type { UnaryHandler, UnaryTable } from "#shared/grpc";

const RECORD_CALLS = "/cellplane.directory.v1.AuditIntakeService/RecordCalls";
const CALLS_MAX = 1_000;

export function auditIntakeHandlers(ports: {
  database: Database;
  internalToken: string | undefined;
}): UnaryTable {
  const requests = codecOf<directoryV1.IRecordCallsRequest>("cellplane.directory.v1.RecordCallsRequest");
  const responses = codecOf<object>("cellplane.directory.v1.RecordCallsResponse");
  const handler: UnaryHandler = async (_call, bytes) => {
    const { calls } = requests.decode(bytes);
    if ((calls?.length ?? 0) > CALLS_MAX)
      throw new CloudError("INVALID_ARGUMENT", `At most ${CALLS_MAX} calls at once.`);
    await recordCalls(ports.database, calls ?? []);
    return responses.encode({});
  };
  const table = new Map([[RECORD_CALLS, handler]]);
  return ports.internalToken === undefined ? table : requireBearer(table, ports.internalToken);
}
