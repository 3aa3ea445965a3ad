// All invoices of the account, the newest first. A click or Enter opens one.
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { ShowAs } from "#components/show-as";
import { api } from "#api/client";
import { INVOICE_COLUMNS } from "./invoice-columns.tsx";
import { isUnsettled } from "./invoice-state.tsx";

const PAGE_SIZE = 50;
const REFETCH_UNSETTLED_MS = 2_000;
const REFETCH_MS = 60_000;

export function InvoiceListPage(): ReactNode {
  const navigate = useNavigate();
  const query = useInvoices();
  return (
    <>
      {query.error === null ? null : (
        <ProblemNote
          title="The invoices cannot be read"
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      <DataTable
        name="invoices"
        label="Invoices"
        noun={["invoice", "invoices"]}
        columns={INVOICE_COLUMNS}
        rows={query.data?.pages.flatMap((page) => page.invoices ?? []) ?? []}
        rowKey={({ invoiceId = "" }) => invoiceId}
        isLoading={query.isPending || query.isFetchingNextPage}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        onOpen={({ invoiceId = "" }) =>
          void navigate({ to: "/billing/invoices/$invoiceId", params: { invoiceId } })
        }
        empty={
          query.error === null ? (
            <EmptyState
              title="No invoice yet"
              text="The first one comes when the month ends (UTC). What it will say is in the overview already."
            />
          ) : null
        }
      />
      <ShowAs rest={{ method: "GET", path: `/api/v1/invoices?pageSize=${PAGE_SIZE}` }} />
    </>
  );
}

function useInvoices() {
  return api.useInfiniteQuery(
    "get",
    "/api/v1/invoices",
    { params: { query: { pageSize: PAGE_SIZE } } },
    {
      pageParamName: "pageToken",
      initialPageParam: "",
      getNextPageParam: (last) => (last.nextPageToken === "" ? undefined : last.nextPageToken),
      refetchInterval: ({ state }) =>
        state.data?.pages.some((page) => page.invoices?.some((invoice) => isUnsettled(invoice.state))) ===
        true
          ? REFETCH_UNSETTLED_MS
          : REFETCH_MS,
    },
  );
}
