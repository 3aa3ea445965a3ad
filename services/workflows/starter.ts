// Starts provisioning workflows on the control-plane cell: any Temporal cluster at the configured address. Connects on
// the first start. Workflow and operation have one id, so that repeating a start is one start (P3).
import {
  Client,
  Connection,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from "@temporalio/client";
import { systemClock } from "#shared/clock";
import { workflowIdOf, type WorkflowStarter } from "#domain/context";
import type { ReadRun } from "#domain/operators";
import { stepsOf } from "./read-run.ts";

/** The default; another one can be configured where a cluster is shared. */
export const CONTROL_NAMESPACE = "cellplane";
export const CONTROL_TASK_QUEUE = "cellplane";
/** A workflow task is a few milliseconds of work: a killed worker's is given to the next one this soon. */
const TASK_TIMEOUT_MS = 3_000;
const START_DEADLINE_MS = 5_000;

export interface ControlCell {
  /** host:port */
  address: string;
  token?: string | undefined;
  namespace?: string | undefined;
}

export interface ConnectedStarter extends WorkflowStarter {
  /** The steps of the newest run; undefined when there is none (any more). */
  readRun: ReadRun;
  close(): Promise<void>;
}

export function createWorkflowStarter(cell: ControlCell): ConnectedStarter {
  const connection = Connection.lazy({
    address: cell.address,
    metadata: metadataOf(cell),
    connectTimeout: START_DEADLINE_MS,
  });
  const client = new Client({ connection, namespace: cell.namespace ?? CONTROL_NAMESPACE });
  return {
    async start({ workflowType, accountId, operationId, input, signal }) {
      const begin = (): Promise<unknown> =>
        client.workflow.start(workflowType, {
          workflowId: workflowIdOf({ accountId, operationId }),
          taskQueue: CONTROL_TASK_QUEUE,
          args: [input],
          workflowTaskTimeout: TASK_TIMEOUT_MS,
          // A run that ended well is never repeated; one that was terminated or failed may be taken up again.
          workflowIdReusePolicy: "ALLOW_DUPLICATE_FAILED_ONLY",
          workflowIdConflictPolicy: "USE_EXISTING",
        });
      try {
        await client.withDeadline(systemClock.now() + START_DEADLINE_MS, () =>
          signal === undefined ? begin() : client.withAbortSignal(signal, begin),
        );
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    },
    async readRun(workflowId) {
      const handle = client.workflow.getHandle(workflowId);
      try {
        return await client.withDeadline(systemClock.now() + START_DEADLINE_MS, async () => {
          const [history, { raw }] = await Promise.all([handle.fetchHistory(), handle.describe()]);
          return stepsOf(history.events ?? [], raw.pendingActivities ?? []);
        });
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return undefined;
        throw error;
      }
    },
    close: () => connection.close(),
  };
}

/** The cell's token as call metadata. */
export function metadataOf(cell: ControlCell): Record<string, string> {
  return cell.token === undefined || cell.token === "" ? {} : { authorization: `Bearer ${cell.token}` };
}
