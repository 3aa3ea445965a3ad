// What the load generator is told, and what it tells back. Both cross a process boundary as JSON.

/**
 * W1: start, workflow task, complete. W2: with one activity. W3: with a timer of 10 ms and 5 signals.
 * `start`: only the start, and no worker.
 */
export type Workload = "W1" | "W2" | "W3" | "start";

export interface LoadPlan {
  /** host:port of a frontend, a cell or a gateway. */
  address: string;
  namespace: string;
  /** Who makes the calls: raw messages without an SDK, or the official TypeScript SDK, which knows W2 only. */
  client?: "raw" | "sdk";
  /** Over TLS, with the server's CA as PEM, the name it is called by, and the client's certificate if it shows one. */
  tls?: { ca: string; serverName: string; cert?: string; key?: string };
  apiKey?: string;
  workload: Workload;
  /** Workflows under way at once, in a closed loop. */
  inFlight: number;
  /** How a starter learns of the close: told by the worker half of this process, or by a history long poll, as SDKs do. */
  awaitBy: "worker" | "history";
  /** Not measured: until so many workflows are done, but no longer than the time. */
  warmUp: { workflows: number; secondsMax: number };
  seconds: number;
  /** Process trees whose CPU and memory are accounted, by name. */
  watched: Record<string, number>;
}

export interface LoadResult {
  workflows: number;
  seconds: number;
  workflowsPerSecond: number;
  latencyMs: { p50: number; p95: number; p99: number };
  /** 0 where nobody knows it. */
  callsPerWorkflow: number;
  /** User + system milliseconds for each workflow, of the generator itself and of each watched tree. */
  generatorCpuMs: number;
  cpuMs: Record<string, number>;
  /** Proportional set size at the end, MiB. */
  memoryMiB: Record<string, number>;
  errors: number;
  lastError: string | undefined;
}
