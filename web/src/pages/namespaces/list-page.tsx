// All namespaces of the account, page after page as one scrolls. A click peeks, Enter opens.
import { useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { ButtonLink } from "#components/button-link";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { Page } from "#components/page";
import { PeekPanel } from "#components/peek-panel";
import { ProblemNote } from "#components/problem-note";
import { SearchField } from "#components/search-field";
import { isChanging, type Namespace } from "./namespace-facts.ts";
import { NAMESPACE_COLUMNS } from "./list-columns.tsx";
import { NamespaceSummary } from "./namespace-summary.tsx";

const PAGE_SIZE = 100;
const REFETCH_CHANGING_MS = 1_500;
const REFETCH_MS = 15_000;

export function NamespaceListPage(): ReactNode {
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [peeked, setPeeked] = useState<Namespace | undefined>();
  const query = useNamespaces();
  const all = query.data?.pages.flatMap((page) => page.namespaces ?? []) ?? [];
  const rows = all.filter(({ namespace = "" }) => namespace.includes(text.trim().toLowerCase()));
  const open = ({ namespace = "" }: Namespace): void =>
    void navigate({ to: "/namespaces/$namespace", params: { namespace } });
  return (
    <Page
      title="Namespaces"
      actions={
        <ButtonLink kind="primary" to="/namespaces/create" icon={<Plus />}>
          Create namespace
        </ButtonLink>
      }
    >
      {query.error === null ? null : (
        <ProblemNote
          title="The namespaces cannot be read"
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      <DataTable
        name="namespaces"
        label="Namespaces"
        noun={["namespace", "namespaces"]}
        columns={NAMESPACE_COLUMNS}
        rows={rows}
        rowKey={({ namespace = "" }) => namespace}
        isLoading={query.isPending || query.isFetchingNextPage}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        onOpen={open}
        onPeek={setPeeked}
        peekedKey={peeked?.namespace}
        toolbar={
          all.length > 0 ? <SearchField label="Find a namespace" value={text} onChange={setText} /> : null
        }
        empty={query.error === null ? <NoNamespaces isSearch={all.length > 0} /> : null}
      />
      {peeked === undefined ? null : (
        <PeekPanel
          title={<code>{peeked.namespace}</code>}
          openPage={
            <ButtonLink to="/namespaces/$namespace" params={{ namespace: peeked.namespace ?? "" }}>
              Open
            </ButtonLink>
          }
          onClose={() => setPeeked(undefined)}
        >
          <NamespaceSummary namespace={peeked} />
        </PeekPanel>
      )}
    </Page>
  );
}

function useNamespaces() {
  return api.useInfiniteQuery(
    "get",
    "/cloud/namespaces",
    { params: { query: { pageSize: PAGE_SIZE } } },
    {
      pageParamName: "pageToken",
      initialPageParam: "",
      getNextPageParam: (last) => (last.nextPageToken === "" ? undefined : last.nextPageToken),
      refetchInterval: ({ state }) =>
        state.data?.pages.some((page) => page.namespaces?.some(isChanging)) === true
          ? REFETCH_CHANGING_MS
          : REFETCH_MS,
    },
  );
}

function NoNamespaces({ isSearch }: { isSearch: boolean }): ReactNode {
  if (isSearch) return <EmptyState title="No namespace has this in its name" />;
  return (
    <EmptyState
      title="Create the first namespace"
      text="A namespace keeps workflows, their histories and who may reach them apart from everything else. It takes a few seconds."
      action={
        <ButtonLink kind="primary" to="/namespaces/create" icon={<Plus />}>
          Create namespace
        </ButtonLink>
      }
      command="temporal cloud namespace create --namespace orders --region aws-us-east-1 --retention-days 7 --api-key-auth-enabled"
    />
  );
}
