// The batch operations of a namespace, the newest first.
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useMayWrite } from "#api/may-write";
import { useNamespaceAddress } from "#api/namespace-address";
import { workflowServicePages } from "#api/workflow-service";
import { ButtonLink } from "#components/button-link";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { Identifier } from "#components/identifier";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import type { Column } from "#components/table-types";
import { Timestamp } from "#components/timestamp";
import { temporalCommand } from "#format/temporal-cli";
import { useNamespaceId } from "#hooks/use-namespace-id";
import { BatchStatus, stateWord, typeWords, type BatchInfo } from "./batch-facts.tsx";

const PAGE_SIZE = 100;
const REFETCH_MS = 5_000;

const COLUMNS: readonly Column<BatchInfo>[] = [
  {
    id: "job",
    header: "Job",
    width: 320,
    cell: ({ jobId = "" }) => <Identifier value={jobId} canCopy={false} />,
    text: ({ jobId = "" }) => jobId,
  },
  {
    id: "type",
    header: "Does",
    width: 200,
    cell: ({ operationType }) => typeWords(operationType),
    text: ({ operationType }) => typeWords(operationType),
  },
  {
    id: "state",
    header: "State",
    width: 170,
    cell: ({ state }) => <BatchStatus state={state} />,
    text: ({ state }) => stateWord(state),
  },
  {
    id: "started",
    header: "Started",
    width: 140,
    cell: ({ startTime }) => <Timestamp at={startTime} />,
    text: ({ startTime = "" }) => startTime,
  },
  {
    id: "ended",
    header: "Ended",
    width: 140,
    cell: ({ closeTime }) => <Timestamp at={closeTime} fallback="not yet" />,
    text: ({ closeTime = "" }) => closeTime,
  },
];

export function BatchListPage(): ReactNode {
  const namespace = useNamespaceId();
  const navigate = useNavigate();
  const mayWrite = useMayWrite(namespace);
  const query = useInfiniteQuery(
    workflowServicePages(
      "ListBatchOperations",
      { namespace, pageSize: PAGE_SIZE },
      { refetchMs: REFETCH_MS },
    ),
  );
  return (
    <Page
      title="Batch operations"
      text="One change to many workflows, which goes on without this page."
      actions={mayWrite ? <StartLink namespace={namespace} /> : undefined}
    >
      {query.error === null ? null : (
        <ProblemNote
          title="The batch operations cannot be read"
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      <DataTable
        name="batch-operations"
        label="Batch operations"
        noun={["batch operation", "batch operations"]}
        columns={COLUMNS}
        rows={query.data?.pages.flatMap(({ operationInfo = [] }) => operationInfo) ?? []}
        rowKey={({ jobId = "" }) => jobId}
        isLoading={query.isPending || query.isFetchingNextPage}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        onOpen={({ jobId = "" }) =>
          void navigate({
            to: "/namespaces/$namespace/batch-operations/$jobId",
            params: { namespace, jobId },
          })
        }
        empty={query.error === null ? <NoBatches namespace={namespace} mayWrite={mayWrite} /> : null}
      />
    </Page>
  );
}

function StartLink({ namespace }: { namespace: string }): ReactNode {
  return (
    <ButtonLink
      kind="primary"
      to="/namespaces/$namespace/start-batch-operation"
      params={{ namespace }}
      icon={<Plus />}
    >
      Start batch operation
    </ButtonLink>
  );
}

function NoBatches({ namespace, mayWrite }: { namespace: string; mayWrite: boolean }): ReactNode {
  const address = useNamespaceAddress(namespace);
  return (
    <EmptyState
      title="No batch operation yet"
      text="A batch signals, cancels, resets, terminates or deletes every workflow that a list filter finds, at a rate you choose. It can be stopped while it runs."
      {...(mayWrite ? { action: <StartLink namespace={namespace} /> } : {})}
      command={temporalCommand(
        "workflow cancel",
        { address, namespace },
        {
          query: "WorkflowType = 'report' AND ExecutionStatus = 'Running'",
          reason: "a bad release",
          yes: true,
        },
      )}
    />
  );
}
