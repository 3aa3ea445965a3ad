// All API keys of the account, with whose they are.
import type { ReactNode } from "react";
import type { ApiKey } from "#api/api-keys";
import { api } from "#api/client";
import { PAGE_SIZE, PAGES } from "#api/pages";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import type { Column } from "#components/table-types";
import { Timestamp } from "#components/timestamp";

const OFFERED = { params: { query: { pageSize: 200 } } } as const;

export function AccountKeys(): ReactNode {
  const users = api.useQuery("get", "/cloud/users", OFFERED);
  const accounts = api.useQuery("get", "/cloud/service-accounts", OFFERED);
  const query = api.useInfiniteQuery(
    "get",
    "/cloud/api-keys",
    { params: { query: { pageSize: PAGE_SIZE } } },
    PAGES,
  );
  const names = new Map([
    ...(users.data?.users ?? []).map(({ id, spec }) => [id, spec?.email] as const),
    ...(accounts.data?.serviceAccount ?? []).map(({ id, spec }) => [id, spec?.name] as const),
  ]);
  const ownerOf = ({ spec }: ApiKey): string => names.get(spec?.ownerId) ?? spec?.ownerId ?? "";
  return (
    <Section title="Everybody's keys" layout="stacked" text="Of all people and service accounts.">
      {query.error === null ? null : <ProblemNote title="The keys cannot be read" error={query.error} />}
      <DataTable
        name="account-keys"
        label="Everybody's keys"
        noun={["key", "keys"]}
        columns={columnsOf(ownerOf)}
        rows={query.data?.pages.flatMap((page) => page.apiKeys ?? []) ?? []}
        rowKey={({ id = "" }) => id}
        isLoading={query.isPending || query.isFetchingNextPage}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        empty={query.error === null ? <EmptyState title="There is no key in the account" /> : null}
      />
    </Section>
  );
}

function stateOf({ state, spec }: ApiKey): string {
  if (state === "RESOURCE_STATE_EXPIRED") return "Expired";
  return spec?.disabled === true ? "Disabled" : "Active";
}

function columnsOf(ownerOf: (key: ApiKey) => string): readonly Column<ApiKey>[] {
  return [
    {
      id: "name",
      header: "Name",
      width: 220,
      cell: ({ spec }) => spec?.displayName,
      text: ({ spec }) => spec?.displayName ?? "",
    },
    { id: "owner", header: "Owner", width: 240, cell: ownerOf, text: ownerOf },
    {
      id: "state",
      header: "State",
      width: 120,
      cell: stateOf,
      text: stateOf,
    },
    {
      id: "ends",
      header: "Ends",
      width: 140,
      cell: ({ spec }) => <Timestamp at={spec?.expiryTime} />,
      text: ({ spec }) => spec?.expiryTime ?? "",
    },
    {
      id: "created",
      header: "Created",
      width: 140,
      cell: ({ createdTime }) => <Timestamp at={createdTime} />,
      text: ({ createdTime = "" }) => createdTime,
    },
  ];
}
