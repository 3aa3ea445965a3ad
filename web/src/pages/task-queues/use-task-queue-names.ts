// The names of a namespace's task queues. Temporal keeps no list of them: they are those that workers tell of in their
// heartbeats and those of the newest workflows.
import { useQueries } from "@tanstack/react-query";
import { workflowServiceQuery } from "#api/workflow-service";
import { FIRST_NAMES_MAX } from "./limits.ts";

const WORKERS_MAX = 1_000;
const WORKFLOWS_MAX = 200;
const REFETCH_MS = 15_000;

export interface TaskQueueNames {
  names: string[];
  isPending: boolean;
  error: Error | null;
  refetch: () => void;
}

export function useTaskQueueNames(namespace: string): TaskQueueNames {
  const [workers, workflows] = useQueries({
    queries: [
      workflowServiceQuery("ListWorkers", { namespace, pageSize: WORKERS_MAX }, { refetchMs: REFETCH_MS }),
      workflowServiceQuery(
        "ListWorkflowExecutions",
        { namespace, pageSize: WORKFLOWS_MAX },
        { refetchMs: REFETCH_MS },
      ),
    ],
  });
  const names = new Set([
    ...(workers.data?.workers ?? []).map(({ taskQueue = "" }) => taskQueue),
    ...(workflows.data?.executions ?? []).map(({ taskQueue = "" }) => taskQueue),
  ]);
  return {
    names: [...names]
      .filter((name) => name !== "" && !name.startsWith("/_sys/"))
      .sort()
      .slice(0, FIRST_NAMES_MAX),
    isPending: workers.isPending || workflows.isPending,
    error: workers.error ?? workflows.error,
    refetch: () => {
      void workers.refetch();
      void workflows.refetch();
    },
  };
}
