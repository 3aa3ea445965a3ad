// Starts the worker and the reconcilers, from their ports, and stops them in reverse.
import { fileURLToPath } from "node:url";
import type { Cells } from "#domain/cells";
import type { WorkflowStarter } from "#domain/context";
import type { Database } from "#domain/database";
import type { Clock } from "#shared/clock";
import type { Logger } from "#shared/log";
import { reconcileCellNamespaces } from "./reconcilers/cell-namespaces.ts";
import { reconcileNexusEndpoints } from "./reconcilers/cell-nexus-endpoints.ts";
import { runReconciler, type Reconciler } from "./reconcilers/period.ts";
import { resumeOperations } from "./reconcilers/unfinished-operations.ts";
import { createWorkflowStarter, type ControlCell } from "./starter.ts";
import { installRuntime, startWorker } from "./worker.ts";

/** Cells are compared less often than operations: it costs a call per namespace. */
const CELL_PERIODS = 12;

export interface WorkflowsPorts {
  database: Database;
  cells: Cells;
  clock: Clock;
  log: Logger;
  cell: ControlCell;
  activities: object;
  reconcilePeriodMs: number;
  /** Reconcilers of other nouns; they are stopped with these. */
  moreReconcilers?: ((workflows: WorkflowStarter) => Reconciler)[];
}

export async function startWorkflows(ports: WorkflowsPorts): Promise<{ stop(): Promise<void> }> {
  const { database, clock, log } = ports;
  const starting = new AbortController();
  installRuntime(log);
  const worker = await startWorker({
    cell: ports.cell,
    bundlePath: bundlePath(),
    activities: ports.activities,
    log,
    signal: starting.signal,
  });
  const workflows = createWorkflowStarter(ports.cell);
  const told = new Map<string, string>();
  const reconcilers = [
    runReconciler({
      name: "unfinished-operations",
      periodMs: ports.reconcilePeriodMs,
      log,
      round: (signal) => resumeOperations({ database, workflows, clock, log }, signal),
    }),
    runReconciler({
      name: "cell-namespaces",
      periodMs: ports.reconcilePeriodMs * CELL_PERIODS,
      log,
      round: (signal) => reconcileCellNamespaces({ database, cells: ports.cells, log }, signal),
    }),
    runReconciler({
      name: "cell-nexus-endpoints",
      periodMs: ports.reconcilePeriodMs * CELL_PERIODS,
      log,
      round: (signal) => reconcileNexusEndpoints({ database, cells: ports.cells, log }, told, signal),
    }),
    ...(ports.moreReconcilers ?? []).map((start) => start(workflows)),
  ];
  return {
    async stop() {
      starting.abort();
      for (const reconciler of reconcilers) await reconciler.stop();
      await worker.stop();
      await workflows.close();
    },
  };
}

/** The build puts the bundle beside the transpiled services, two folders up from here. */
function bundlePath(): string {
  return fileURLToPath(new URL("../../workflows-bundle.js", import.meta.url));
}
