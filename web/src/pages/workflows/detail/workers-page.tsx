// Which workers poll the run's task queue, for workflow tasks and for activities.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { workflowServiceQuery } from "#api/workflow-service";
import { ButtonLink } from "#components/button-link";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { Skeleton } from "#components/skeleton";
import { Timestamp } from "#components/timestamp";
import { visibleText } from "#format/payload";
import { useRun } from "./use-run.tsx";

const REFETCH_MS = 5_000;

export function WorkflowWorkersPage(): ReactNode {
  const { info } = useRun();
  return (
    <>
      <Pollers
        taskQueue={info?.taskQueue ?? ""}
        type="TASK_QUEUE_TYPE_WORKFLOW"
        title="Workers for workflow tasks"
      />
      <Pollers
        taskQueue={info?.taskQueue ?? ""}
        type="TASK_QUEUE_TYPE_ACTIVITY"
        title="Workers for activities"
      />
    </>
  );
}

interface Props {
  taskQueue: string;
  type: "TASK_QUEUE_TYPE_WORKFLOW" | "TASK_QUEUE_TYPE_ACTIVITY";
  title: string;
}

function Pollers({ taskQueue, type, title }: Props): ReactNode {
  const { run } = useRun();
  const { namespace } = run;
  const { data, error } = useQuery(
    workflowServiceQuery(
      "DescribeTaskQueue",
      { namespace, taskQueue: { name: taskQueue }, taskQueueType: type, reportPollers: true },
      { refetchMs: REFETCH_MS },
    ),
  );
  const pollers = data?.pollers ?? [];
  return (
    <Section title={title} text={<>Task queue {visibleText(taskQueue)}</>} layout="stacked">
      {error === null ? null : <ProblemNote title="The workers cannot be read" error={error} />}
      {data === undefined ? (
        error === null ? (
          <Skeleton />
        ) : null
      ) : pollers.length === 0 ? (
        <EmptyState
          title="No worker polls this queue"
          text="Tasks wait until one does: nothing is lost, but nothing happens either."
          action={
            <ButtonLink to="/namespaces/$namespace/connect" params={{ namespace }}>
              Connect a worker
            </ButtonLink>
          }
        />
      ) : (
        <SimpleTable
          label={title}
          headers={["Worker", "Build", "Last seen"]}
          rows={pollers.map(
            ({ identity = "", lastAccessTime, deploymentOptions, workerVersionCapabilities }) => ({
              key: identity,
              cells: [
                <code key="identity">{visibleText(identity)}</code>,
                visibleText(deploymentOptions?.buildId || workerVersionCapabilities?.buildId || "—"),
                <Timestamp key="seen" at={lastAccessTime} />,
              ],
            }),
          )}
        />
      )}
    </Section>
  );
}
