// What may be used: the rate of each namespace against its limit.
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { ButtonLink } from "#components/button-link";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import type { Column } from "#components/table-types";
import { count, percent } from "#format/figures";
import styles from "./usage.module.css";

type Namespace = Schemas["temporal.api.cloud.namespace.v1.Namespace"];

const PAGE_SIZE = 100;

export function UsageLimitsPage(): ReactNode {
  return (
    <Section
      title="Namespaces"
      layout="stacked"
      text="Actions per second: the limit now, and what the last 7 days reached. On demand, the limit follows the use."
      actions={<ButtonLink to="/limits">Limits of the account</ButtonLink>}
    >
      <NamespaceLimits />
    </Section>
  );
}

function NamespaceLimits(): ReactNode {
  const navigate = useNavigate();
  const query = api.useInfiniteQuery(
    "get",
    "/cloud/namespaces",
    { params: { query: { pageSize: PAGE_SIZE } } },
    {
      pageParamName: "pageToken",
      initialPageParam: "",
      getNextPageParam: (last) => (last.nextPageToken === "" ? undefined : last.nextPageToken),
    },
  );
  if (query.error !== null) return <ProblemNote title="The namespaces cannot be read" error={query.error} />;
  return (
    <DataTable
      name="limits"
      label="Limits of namespaces"
      noun={["namespace", "namespaces"]}
      columns={COLUMNS}
      rows={query.data?.pages.flatMap((page) => page.namespaces ?? []) ?? []}
      rowKey={({ namespace = "" }) => namespace}
      isLoading={query.isPending || query.isFetchingNextPage}
      hasMore={query.hasNextPage}
      onMore={() => void query.fetchNextPage()}
      onOpen={({ namespace = "" }) =>
        void navigate({ to: "/namespaces/$namespace/capacity", params: { namespace } })
      }
      empty={<EmptyState title="There is no namespace yet" />}
    />
  );
}

const COLUMNS: readonly Column<Namespace>[] = [
  {
    id: "namespace",
    header: "Namespace",
    width: 240,
    cell: ({ namespace }) => <code>{namespace}</code>,
    text: ({ namespace = "" }) => namespace,
  },
  {
    id: "mode",
    header: "Capacity",
    width: 160,
    cell: ({ spec }) => modeOf(spec?.capacitySpec?.provisioned?.value),
    text: ({ spec }) => modeOf(spec?.capacitySpec?.provisioned?.value),
  },
  {
    id: "limit",
    header: "Limit, per second",
    width: 150,
    align: "end",
    cell: ({ limits }) => count(limits?.actionsPerSecondLimit),
    text: ({ limits }) => String(limits?.actionsPerSecondLimit ?? ""),
  },
  {
    id: "use",
    header: "99th percentile of 7 days",
    width: 260,
    align: "end",
    cell: (namespace) => <Use namespace={namespace} />,
  },
];

function modeOf(units: number | undefined): string {
  return units === undefined ? "On demand" : `${count(units)} ${units === 1 ? "unit" : "units"}`;
}

/** Read for the rows that one sees. */
function Use({ namespace: { namespace = "", limits } }: { namespace: Namespace }): ReactNode {
  const { data } = api.useQuery("get", "/cloud/namespaces/{namespace}/capacity-info", {
    params: { path: { namespace } },
  });
  const reached = data?.capacityInfo?.stats?.aps?.p99;
  if (data === undefined) return "…";
  if (reached === undefined) return "no use yet";
  const share = reached / Math.max(1, limits?.actionsPerSecondLimit ?? 1);
  return (
    <>
      {reached.toFixed(1)} <span className={styles["same"]}>({percent(share)} of the limit)</span>
    </>
  );
}
