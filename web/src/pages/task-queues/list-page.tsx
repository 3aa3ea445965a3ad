// The task queues of a namespace: who polls them and what waits in them. Any other one opens by its name.
import { useQueries } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useNamespaceAddress } from "#api/namespace-address";
import { workflowServiceQuery } from "#api/workflow-service";
import { Button } from "#components/button";
import { ButtonLink } from "#components/button-link";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { SearchField } from "#components/search-field";
import { temporalCommand } from "#format/temporal-cli";
import { useNamespaceId } from "#hooks/use-namespace-id";
import { LIST_REFETCH_MS } from "./limits.ts";
import { TASK_QUEUE_COLUMNS, type QueueRow } from "./list-columns.tsx";
import { useTaskQueueNames } from "./use-task-queue-names.ts";

const TYPES = ["TASK_QUEUE_TYPE_WORKFLOW", "TASK_QUEUE_TYPE_ACTIVITY"] as const;

export function TaskQueueListPage(): ReactNode {
  const namespace = useNamespaceId();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const { names, isPending, error, refetch } = useTaskQueueNames(namespace);
  const all = useQueueRows(namespace, names);
  const wanted = text.trim();
  const rows = all.filter(({ name }) => name.includes(wanted));
  const open = (taskQueue: string): void =>
    void navigate({ to: "/namespaces/$namespace/task-queues/$taskQueue", params: { namespace, taskQueue } });
  const isAnother = wanted !== "" && !names.includes(wanted);
  return (
    <Page
      title="Task queues"
      text="Where work waits for workers. Told by workers and by the newest workflows."
    >
      {error === null ? null : (
        <ProblemNote title="The task queues cannot be read" error={error} onRetry={refetch} />
      )}
      {all.length > 0 || isPending || error !== null ? null : <NoQueues namespace={namespace} />}
      <div role="search">
        <SearchField label="Find or open a task queue" value={text} onChange={setText} />
        {isAnother ? (
          <Button onClick={() => open(wanted)}>
            Open <code>{wanted}</code>
          </Button>
        ) : null}
      </div>
      <DataTable
        name="task-queues"
        label="Task queues"
        noun={["task queue", "task queues"]}
        columns={TASK_QUEUE_COLUMNS}
        rows={rows}
        rowKey={({ name }) => name}
        isLoading={isPending}
        onOpen={({ name }) => open(name)}
        empty={null}
      />
    </Page>
  );
}

function useQueueRows(namespace: string, names: readonly string[]): QueueRow[] {
  const asked = names.flatMap((name) => TYPES.map((type) => ({ name, type })));
  const described = useQueries({
    queries: asked.map(({ name, type }) =>
      workflowServiceQuery(
        "DescribeTaskQueue",
        { namespace, taskQueue: { name }, taskQueueType: type, reportStats: true },
        { refetchMs: LIST_REFETCH_MS },
      ),
    ),
  });
  return names.map((name) => {
    // What is not told yet is left out, so that it is not taken for nothing.
    const kinds = asked.flatMap((each, index) => (each.name === name ? (described[index]?.data ?? []) : []));
    return { name, kinds };
  });
}

function NoQueues({ namespace }: { namespace: string }): ReactNode {
  const address = useNamespaceAddress(namespace);
  return (
    <EmptyState
      title="No task queue has been seen yet"
      text="A task queue is made by the first worker that polls it or the first workflow that is started on it. There is nothing to create."
      action={
        <ButtonLink kind="primary" to="/namespaces/$namespace/connect" params={{ namespace }}>
          Connect a worker
        </ButtonLink>
      }
      command={temporalCommand("task-queue describe", { address, namespace }, { "task-queue": "first" })}
    />
  );
}
