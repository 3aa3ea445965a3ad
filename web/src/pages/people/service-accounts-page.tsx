// The service accounts: what workers and pipelines sign in as. They stay when people leave.
import { useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useMay } from "#api/own-access";
import { PAGE_SIZE, PAGES } from "#api/pages";
import { Button } from "#components/button";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { SearchField } from "#components/search-field";
import type { Column } from "#components/table-types";
import { Timestamp } from "#components/timestamp";
import { CreateServiceAccount } from "./create-service-account.tsx";
import { PrincipalState } from "./resource-state.tsx";
import { scopeOf } from "./service-account-scope.ts";

type ServiceAccount = Schemas["temporal.api.cloud.identity.v1.ServiceAccount"];

const COLUMNS: readonly Column<ServiceAccount>[] = [
  {
    id: "name",
    header: "Service account",
    width: 240,
    cell: ({ spec }) => spec?.name,
    text: ({ spec }) => spec?.name ?? "",
  },
  {
    id: "state",
    header: "State",
    width: 120,
    cell: ({ state }) => <PrincipalState state={state} />,
    text: ({ state = "" }) => state,
  },
  { id: "scope", header: "Bound to", width: 220, cell: scopeOf, text: scopeOf },
  {
    id: "description",
    header: "Description",
    width: 260,
    cell: ({ spec }) => spec?.description,
    text: ({ spec }) => spec?.description ?? "",
  },
  {
    id: "created",
    header: "Since",
    width: 140,
    cell: ({ createdTime }) => <Timestamp at={createdTime} />,
    text: ({ createdTime = "" }) => createdTime,
  },
];

export function ServiceAccountsPage(): ReactNode {
  const navigate = useNavigate();
  const may = useMay();
  const [text, setText] = useState("");
  const [isMaking, setMaking] = useState(false);
  const query = api.useInfiniteQuery(
    "get",
    "/cloud/service-accounts",
    { params: { query: { pageSize: PAGE_SIZE } } },
    PAGES,
  );
  const all = query.data?.pages.flatMap((page) => page.serviceAccount ?? []) ?? [];
  const rows = all.filter(({ spec }) => (spec?.name ?? "").toLowerCase().includes(text.toLowerCase()));
  const button = may("cloud.serviceaccount.create") ? (
    <Button kind="primary" icon={<Plus />} onClick={() => setMaking(true)}>
      Create service account
    </Button>
  ) : null;
  return (
    <>
      {query.error === null ? null : (
        <ProblemNote title="The service accounts cannot be read" error={query.error} />
      )}
      <DataTable
        name="service-accounts"
        label="Service accounts"
        noun={["service account", "service accounts"]}
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id = "" }) => id}
        isLoading={query.isPending || query.isFetchingNextPage}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        onOpen={({ id = "" }) =>
          void navigate({
            to: "/people/service-accounts/$serviceAccountId",
            params: { serviceAccountId: id },
          })
        }
        toolbar={
          <>
            <SearchField label="Find a service account" value={text} onChange={setText} />
            {button}
          </>
        }
        empty={query.error === null ? <NoServiceAccounts isSearch={all.length > 0} action={button} /> : null}
      />
      <CreateServiceAccount isOpen={isMaking} onClose={() => setMaking(false)} />
    </>
  );
}

function NoServiceAccounts({ isSearch, action }: { isSearch: boolean; action: ReactNode }): ReactNode {
  if (isSearch) return <EmptyState title="No service account has this in its name" />;
  return (
    <EmptyState
      title="No service account yet"
      text="Workers are better off with one than with a person's key: it stays when people leave."
      action={action}
      command="temporal cloud service-account create --name worker --account-role read"
    />
  );
}
