// The worker of the control plane's workflows, from its ports: connects, waits for the cell if it must, polls, and stops
// in order. Knows no configuration and starts no process.
import { NativeConnection, Runtime, Worker, type WorkerOptions } from "@temporalio/worker";
import { delay } from "#shared/clock";
import type { Logger } from "#shared/log";
import { withFailures } from "./activity-failures.ts";
import { CONTROL_NAMESPACE, CONTROL_TASK_QUEUE, metadataOf, type ControlCell } from "./starter.ts";

const CONNECT_PAUSE_MS = 500;
const CONCURRENT_ACTIVITIES_MAX = 50;
const CONCURRENT_WORKFLOW_TASKS_MAX = 50;
const CACHED_WORKFLOWS_MAX = 500;
const SHUTDOWN_GRACE_TIME = "5s";

export interface WorkerPorts {
  cell: ControlCell;
  /** Path of the bundle that scripts/bundle-workflows.mjs makes. */
  bundlePath: string;
  activities: object;
  log: Logger;
  signal: AbortSignal;
}

export interface RunningWorker {
  stop(): Promise<void>;
  /** Settles when the worker ends: rejects when it failed. */
  ended: Promise<void>;
}

/** Sends the SDK's own messages to our log. Once per process, before the first connection. */
export function installRuntime(log: Logger): void {
  Runtime.install({
    logger: {
      log: (level, message, meta) => log[levelOf(level)](meta ?? {}, message),
      trace: (message, meta) => log.trace(meta ?? {}, message),
      debug: (message, meta) => log.debug(meta ?? {}, message),
      info: (message, meta) => log.debug(meta ?? {}, message),
      warn: (message, meta) => log.warn(meta ?? {}, message),
      error: (message, meta) => log.error(meta ?? {}, message),
    },
    // Signals are handled by the process's frame.
    shutdownSignals: [],
  });
}

function levelOf(level: string): "trace" | "debug" | "warn" | "error" {
  if (level === "WARN") return "warn";
  if (level === "ERROR") return "error";
  return level === "TRACE" ? "trace" : "debug";
}

export async function startWorker(ports: WorkerPorts): Promise<RunningWorker> {
  const connection = await connect(ports);
  const worker = await createWorker(ports, connection);
  const ended = worker.run().finally(() => connection.close());
  // A failure is reported through `ended` to whoever waits for it; nobody waiting must not end the process.
  ended.catch((error: unknown) => ports.log.error({ err: error }, "worker failed"));
  return {
    ended,
    async stop() {
      if (worker.getState() === "RUNNING") worker.shutdown();
      await ended;
    },
  };
}

/** The cell may start later than we do: waits for it as long as the process is wanted. */
async function connect({ cell, log, signal }: WorkerPorts): Promise<NativeConnection> {
  for (;;) {
    try {
      return await NativeConnection.connect({
        address: cell.address,
        tls: false,
        metadata: metadataOf(cell),
      });
    } catch (error) {
      log.debug({ err: error, address: cell.address }, "control cell not reachable yet");
      await delay(CONNECT_PAUSE_MS, signal);
    }
  }
}

async function createWorker(ports: WorkerPorts, connection: NativeConnection): Promise<Worker> {
  const options: WorkerOptions = {
    connection,
    namespace: ports.cell.namespace ?? CONTROL_NAMESPACE,
    taskQueue: CONTROL_TASK_QUEUE,
    workflowBundle: { codePath: ports.bundlePath },
    activities: withFailures(ports.activities, ports.log),
    maxConcurrentActivityTaskExecutions: CONCURRENT_ACTIVITIES_MAX,
    maxConcurrentWorkflowTaskExecutions: CONCURRENT_WORKFLOW_TASKS_MAX,
    maxCachedWorkflows: CACHED_WORKFLOWS_MAX,
    shutdownGraceTime: SHUTDOWN_GRACE_TIME,
  };
  for (;;) {
    try {
      return await Worker.create(options);
    } catch (error) {
      // The namespace is made by the installation, perhaps after us.
      if (!isNamespaceMissing(error)) throw error;
      ports.log.warn({ namespace: options.namespace }, "the control cell has no such namespace yet");
      await delay(CONNECT_PAUSE_MS, ports.signal);
    }
  }
}

function isNamespaceMissing(error: unknown): boolean {
  return error instanceof Error && /not found/i.test(error.message);
}
