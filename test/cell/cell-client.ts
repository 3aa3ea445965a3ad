// Starts cells for tests and calls them with raw messages: no SDK, so that a test says exactly what is sent and when.
import type { cellV1 } from "#contracts";
import { methodOf, type temporal } from "#contracts";
import { createGrpcClient, type CallOptions, type GrpcClient } from "#shared/grpc-client";
import { freePort } from "#harness/ports";
import { startProcess, type TestProcess } from "#harness/process";

const WORKFLOW_SERVICE = "temporal.api.workflowservice.v1.WorkflowService";
const CONTROL_SERVICE = "cellplane.cell.v1.CellControlService";

export const NAMESPACE = "tests";

type StartRequest = temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;
type StartResponse = temporal.api.workflowservice.v1.IStartWorkflowExecutionResponse;
type PollTask = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;

export interface TestCell {
  process: TestProcess;
  address: string;
  client: CellClient;
}

/** `environment` overrides the defaults. */
export async function startTestCell(
  databaseUrl: string,
  environment: Record<string, string> = {},
): Promise<TestCell> {
  const address = environment["CELLPLANE_LISTEN_ADDRESS"] ?? `127.0.0.1:${await freePort()}`;
  const process = await startProcess("cell", {
    CELLPLANE_DATABASE_URL: databaseUrl,
    CELLPLANE_LISTEN_ADDRESS: address,
    CELLPLANE_NAMESPACES: NAMESPACE,
    CELLPLANE_LOG_LEVEL: "info",
    ...environment,
  });
  return { process, address, client: new CellClient(address) };
}

export class CellClient {
  readonly grpc: GrpcClient;

  constructor(address: string, token?: string) {
    this.grpc = createGrpcClient(address, { token });
  }

  close(): void {
    this.grpc.close();
  }

  /** Types are the caller's word: the method's own codecs encode and decode. */
  async call<Request, Response>(
    name: string,
    request: Request,
    options: CallOptions & { service?: string } = {},
  ): Promise<Response> {
    const method = methodOf(`${options.service ?? WORKFLOW_SERVICE}/${name}`);
    const bytes = await this.grpc.call(method.path, method.request.encode(request), options);
    return method.response.decode(bytes) as Response;
  }

  start(workflowId: string, more: Partial<StartRequest> = {}): Promise<StartResponse> {
    return this.call("StartWorkflowExecution", {
      namespace: NAMESPACE,
      workflowId,
      workflowType: { name: "t" },
      taskQueue: { name: "q" },
      requestId: `request-${workflowId}`,
      ...more,
    } satisfies StartRequest);
  }

  pollTask(deadlineMs = 10_000): Promise<PollTask> {
    const request: temporal.api.workflowservice.v1.IPollWorkflowTaskQueueRequest = {
      namespace: NAMESPACE,
      taskQueue: { name: "q" },
      identity: "test",
    };
    return this.call("PollWorkflowTaskQueue", request, { deadlineMs });
  }

  completeTask(task: PollTask, commands: temporal.api.command.v1.ICommand[]): Promise<object> {
    const request: temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest = {
      namespace: NAMESPACE,
      taskToken: task.taskToken ?? null,
      commands,
      identity: "test",
    };
    return this.call("RespondWorkflowTaskCompleted", request);
  }

  async history(workflowId: string): Promise<temporal.api.history.v1.IHistoryEvent[]> {
    const request: temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryRequest = {
      namespace: NAMESPACE,
      execution: { workflowId },
    };
    const response = await this.call<
      typeof request,
      temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryResponse
    >("GetWorkflowExecutionHistory", request);
    return response.history?.events ?? [];
  }

  readCounters(request: cellV1.IReadCountersRequest = {}): Promise<cellV1.IReadCountersResponse> {
    return this.call("ReadCounters", request, { service: CONTROL_SERVICE });
  }

  /** Sum of all counted actions by kind. */
  async actionTotals(): Promise<Record<string, number>> {
    const totals: Record<string, number> = {};
    const { actions } = await this.readCounters({ pageSize: 50_000 });
    for (const { kind, count } of actions ?? [])
      totals[kind ?? ""] = (totals[kind ?? ""] ?? 0) + (count ?? 0);
    return totals;
  }
}
