// RecordWorkerHeartbeat, ListWorkers, CountWorkers and DescribeWorker; and the commands to workers that Temporal's server
// has off unless it is told otherwise.
import Long from "long";
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { workerFilter } from "../workers/worker-filter.ts";
import type { WorkerHeartbeat } from "../workers/worker-registry.ts";
import { invalid } from "./lookup.ts";
import { rpc, type RpcOperation } from "./operation.ts";

type HeartbeatRequest = temporal.api.workflowservice.v1.IRecordWorkerHeartbeatRequest;
type ListRequest = temporal.api.workflowservice.v1.IListWorkersRequest;
type ListResponse = temporal.api.workflowservice.v1.IListWorkersResponse;
type CountRequest = temporal.api.workflowservice.v1.ICountWorkersRequest;
type CountResponse = temporal.api.workflowservice.v1.ICountWorkersResponse;
type DescribeRequest = temporal.api.workflowservice.v1.IDescribeWorkerRequest;
type DescribeResponse = temporal.api.workflowservice.v1.IDescribeWorkerResponse;

/** Also what page size 0 means. */
const PAGE_SIZE_MAX = 1_000;

export const recordWorkerHeartbeat = rpc<HeartbeatRequest, object>(
  "RecordWorkerHeartbeat",
  (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    engine.workers.record(namespace.id, request.workerHeartbeat ?? []);
    return {};
  },
);

export const listWorkers = rpc<ListRequest, ListResponse>("ListWorkers", (engine, request) => {
  const namespace = engine.namespaces.named(request.namespace);
  const after = decodeToken(request.nextPageToken);
  const filter = workerFilter(request.query ?? "");
  const rest = engine.workers
    .list(namespace.id, filter)
    .filter(({ workerInstanceKey }) => after === undefined || (workerInstanceKey ?? "") > after);
  const wanted = request.pageSize ?? 0;
  const page = rest.slice(0, wanted > 0 ? Math.min(wanted, PAGE_SIZE_MAX) : PAGE_SIZE_MAX);
  return {
    workers: page.map(listed),
    workersInfo: page.map((workerHeartbeat) => ({ workerHeartbeat })),
    nextPageToken: rest.length > page.length ? encodeToken(page.at(-1)) : new Uint8Array(),
  };
});

export const countWorkers = rpc<CountRequest, CountResponse>("CountWorkers", (engine, request) => {
  const namespace = engine.namespaces.named(request.namespace);
  const count = engine.workers.list(namespace.id, workerFilter(request.query ?? "")).length;
  return { count: Long.fromNumber(count) };
});

export const describeWorker = rpc<DescribeRequest, DescribeResponse>("DescribeWorker", (engine, request) => {
  const namespace = engine.namespaces.named(request.namespace);
  const key = request.workerInstanceKey ?? "";
  const workerHeartbeat = engine.workers.find(namespace.id, key);
  if (workerHeartbeat === undefined) throw new CloudError("NOT_FOUND", `Worker ${key} not found`);
  return { workerInfo: { workerHeartbeat } };
});

export const workerCommands: readonly RpcOperation[] = ["FetchWorkerConfig", "UpdateWorkerConfig"].map(
  (name) =>
    rpc<{ namespace?: string | null }, never>(name, (_engine, { namespace }) => {
      if ((namespace ?? "") === "") throw invalid("Namespace is empty.");
      throw new CloudError("UNIMPLEMENTED", `${name} command is not enabled.`);
    }),
);

function listed(heartbeat: WorkerHeartbeat): temporal.api.worker.v1.IWorkerListInfo {
  const { hostInfo } = heartbeat;
  return {
    workerInstanceKey: heartbeat.workerInstanceKey ?? "",
    workerIdentity: heartbeat.workerIdentity ?? "",
    taskQueue: heartbeat.taskQueue ?? "",
    deploymentVersion: heartbeat.deploymentVersion ?? null,
    sdkName: heartbeat.sdkName ?? "",
    sdkVersion: heartbeat.sdkVersion ?? "",
    status: heartbeat.status ?? 0,
    startTime: heartbeat.startTime ?? null,
    hostName: hostInfo?.hostName ?? "",
    workerGroupingKey: hostInfo?.workerGroupingKey ?? "",
    processId: hostInfo?.processId ?? "",
    plugins: heartbeat.plugins ?? [],
    drivers: heartbeat.drivers ?? [],
  };
}

/** The key of the last worker of the page before. */
function encodeToken(last: WorkerHeartbeat | undefined): Uint8Array {
  return Buffer.from(JSON.stringify({ after: last?.workerInstanceKey ?? "" }));
}

function decodeToken(bytes: Uint8Array | null | undefined): string | undefined {
  if (bytes == null || bytes.length === 0) return undefined;
  try {
    const token: unknown = JSON.parse(Buffer.from(bytes).toString());
    if (typeof token === "object" && token !== null && "after" in token && typeof token.after === "string") {
      return token.after;
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw invalid("invalid next_page_token");
}
