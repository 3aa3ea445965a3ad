// The worker deployments of a namespace: which version gets new work, and which one is coming.
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useNamespaceAddress } from "#api/namespace-address";
import { workflowServicePages } from "#api/workflow-service";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import type { Column } from "#components/table-types";
import { Timestamp } from "#components/timestamp";
import { temporalCommand } from "#format/temporal-cli";
import { useNamespaceId } from "#hooks/use-namespace-id";
import { currentOf, rampingOf, type Summary } from "./deployment-facts.ts";

const PAGE_SIZE = 100;
const REFETCH_MS = 10_000;

const rampWords = ({ routingConfig }: Summary): string => {
  const ramping = rampingOf(routingConfig);
  return ramping === undefined ? "" : `${ramping.buildId}, ${ramping.percentage} %`;
};

const COLUMNS: readonly Column<Summary>[] = [
  {
    id: "name",
    header: "Deployment",
    width: 240,
    cell: ({ name }) => <code>{name}</code>,
    text: ({ name = "" }) => name,
  },
  {
    id: "current",
    header: "Current version",
    width: 200,
    cell: ({ routingConfig }) => <code>{currentOf(routingConfig)}</code>,
    text: ({ routingConfig }) => currentOf(routingConfig),
  },
  {
    id: "ramping",
    header: "Ramping",
    width: 200,
    cell: (row) => (rampWords(row) === "" ? "—" : <code>{rampWords(row)}</code>),
    text: rampWords,
  },
  {
    id: "latest",
    header: "Latest version",
    width: 200,
    cell: ({ latestVersionSummary }) => <code>{latestVersionSummary?.deploymentVersion?.buildId}</code>,
    text: ({ latestVersionSummary }) => latestVersionSummary?.deploymentVersion?.buildId ?? "",
  },
  {
    id: "created",
    header: "Created",
    width: 140,
    cell: ({ createTime }) => <Timestamp at={createTime} />,
    text: ({ createTime = "" }) => createTime,
  },
];

export function DeploymentListPage(): ReactNode {
  const namespace = useNamespaceId();
  const navigate = useNavigate();
  const query = useInfiniteQuery(
    workflowServicePages(
      "ListWorkerDeployments",
      { namespace, pageSize: PAGE_SIZE },
      { refetchMs: REFETCH_MS },
    ),
  );
  return (
    <Page title="Deployments" text="Versions of workers, and which of them gets new workflows.">
      {query.error === null ? null : (
        <ProblemNote
          title="The deployments cannot be read"
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      <DataTable
        name="deployments"
        label="Deployments"
        noun={["deployment", "deployments"]}
        columns={COLUMNS}
        rows={query.data?.pages.flatMap(({ workerDeployments = [] }) => workerDeployments) ?? []}
        rowKey={({ name = "" }) => name}
        isLoading={query.isPending || query.isFetchingNextPage}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        onOpen={({ name = "" }) =>
          void navigate({
            to: "/namespaces/$namespace/deployments/$deployment",
            params: { namespace, deployment: name },
          })
        }
        empty={query.error === null ? <NoDeployments namespace={namespace} /> : null}
      />
    </Page>
  );
}

function NoDeployments({ namespace }: { namespace: string }): ReactNode {
  const address = useNamespaceAddress(namespace);
  return (
    <EmptyState
      title="No worker tells its version yet"
      text="A worker with a deployment name and a build id makes its deployment by polling. Then a version is made current, or ramped up step by step, while workflows that began on an older one stay on it."
      command={temporalCommand(
        "worker deployment set-current-version",
        { address, namespace },
        { "deployment-name": "orders", "build-id": "1.0" },
      )}
    />
  );
}
