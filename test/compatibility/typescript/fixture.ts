// What every compatibility program needs: a client, a raw service, and a worker with the workflows bundled once.
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Client, Connection, type OperatorService, type WorkflowService } from "@temporalio/client";
import {
  bundleWorkflowCode,
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  Worker,
  type WorkerOptions,
  type WorkflowBundle,
} from "@temporalio/worker";
import { temporal } from "@temporalio/proto";
import * as activities from "./activities.ts";
import { nexusHandler } from "./nexus-handler.ts";

/** The server under test, whoever made it. */
export interface ContractServer {
  readonly address: string;
  /** Of its HTTP surface. */
  readonly httpAddress: string;
  readonly namespace: string;
  /** Sent with every call: an embedded cell may ask for a token. */
  readonly metadata: Record<string, string>;
  stop(): Promise<void>;
}

export interface RunningWorker {
  stop(): Promise<void>;
}

export type ProgramWorkerOptions = Pick<
  WorkerOptions,
  | "taskQueue"
  | "maxCachedWorkflows"
  | "workflowTaskPollerBehavior"
  | "activityTaskPollerBehavior"
  | "maxTaskQueueActivitiesPerSecond"
  | "workerDeploymentOptions"
>;

export interface Fixture {
  readonly client: Client;
  /** The service without retries, for what the server itself answers. */
  readonly raw: WorkflowService;
  readonly operator: OperatorService;
  /** Sends a request to the server's HTTP surface. */
  post(path: string, headers: Record<string, string>, body?: string): Promise<Response>;
  readonly namespace: string;
  readonly taskQueue: string;
  /** A Nexus endpoint whose target is the task queue. */
  readonly endpoint: string;
  /** Begins every workflow id of this run, so that lists see nothing else. */
  readonly prefix: string;
  /** A workflow id that no other program uses. */
  id(name: string): string;
  /** Waits for a task as a worker does, at most for some seconds. */
  poll<Task>(poll: () => Promise<Task>, limitMs?: number): Promise<Task>;
  /** A worker of its own on a task queue of its own. */
  startWorker(options: ProgramWorkerOptions): Promise<RunningWorker>;
  stop(): Promise<void>;
}

const { IndexedValueType } = temporal.api.enums.v1;
// Programs fail workflows and tasks on purpose: what the SDK logs about it would drown the report.
const SILENT = new DefaultLogger("ERROR", () => undefined);
const CACHED_WORKFLOWS = 200;
const POLL_LIMIT_MS = 30_000;

export const SEARCH_ATTRIBUTES = {
  ContractKeyword: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  ContractList: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST,
  ContractText: IndexedValueType.INDEXED_VALUE_TYPE_TEXT,
  ContractInt: IndexedValueType.INDEXED_VALUE_TYPE_INT,
  ContractDouble: IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE,
  ContractBool: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
  ContractDatetime: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
} as const;

let bundle: Promise<WorkflowBundle> | undefined;

/** One bundle for all workers of the process: it costs seconds. */
function workflowBundle(): Promise<WorkflowBundle> {
  bundle ??= bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL("./workflows/index.ts", import.meta.url)),
    logger: SILENT,
  });
  return bundle;
}

let isRuntimeInstalled = false;

/** Once in a process, however many servers it talks to. */
function installRuntime(): void {
  if (isRuntimeInstalled) return;
  isRuntimeInstalled = true;
  Runtime.install({
    logger: SILENT,
    // The shortest there is: a program waits for it.
    workerHeartbeatInterval: "1s",
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: "ERROR", other: "ERROR" }) },
    },
  });
}

export async function startFixture(server: ContractServer): Promise<Fixture> {
  installRuntime();
  const { address, httpAddress, metadata, namespace } = server;
  const connection = await Connection.connect({ address, metadata });
  const native = await NativeConnection.connect({ address, metadata });
  const plain = await Connection.connect({ address, metadata, interceptors: [] });
  const client = new Client({ connection, namespace });
  const prefix = `contract-${randomUUID().slice(0, 8)}`;
  await defineSearchAttributes(connection, namespace);

  const startWorker = async (options: ProgramWorkerOptions): Promise<RunningWorker> => {
    const worker = await Worker.create({
      connection: native,
      namespace,
      activities,
      nexusServices: [nexusHandler],
      workflowBundle: await workflowBundle(),
      shutdownGraceTime: 0,
      ...options,
    });
    const running = worker.run();
    return {
      stop: async () => {
        if (worker.getState() === "RUNNING") worker.shutdown();
        await running;
      },
    };
  };
  const taskQueue = `${prefix}-queue`;
  await plain.operatorService.createNexusEndpoint({
    spec: { name: prefix, target: { worker: { namespace, taskQueue } } },
  });
  const worker = await startWorker({ taskQueue, maxCachedWorkflows: CACHED_WORKFLOWS });
  return {
    client,
    raw: plain.workflowService,
    operator: plain.operatorService,
    post: (path, headers, body = "") =>
      fetch(`http://${httpAddress}${path}`, {
        method: "POST",
        headers: { ...metadata, ...headers },
        // As bytes, so that no content type is made up.
        body: new TextEncoder().encode(body),
      }),
    endpoint: prefix,
    namespace,
    taskQueue,
    prefix,
    poll: (poll, limitMs = POLL_LIMIT_MS) => plain.withDeadline(Date.now() + limitMs, poll),
    id: (name) => `${prefix}-${name}-${randomUUID().slice(0, 8)}`,
    startWorker,
    stop: async () => {
      await worker.stop();
      await plain.close();
      await connection.close();
      await native.close();
    },
  };
}

/** For suites that bring their own clients. */
export async function defineContractAttributes({
  address,
  metadata,
  namespace,
}: ContractServer): Promise<void> {
  const connection = await Connection.connect({ address, metadata });
  await defineSearchAttributes(connection, namespace);
  await connection.close();
}

/** Repeatable: what is defined stays. */
async function defineSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !(name in customAttributes));
  if (missing.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing),
  });
}
