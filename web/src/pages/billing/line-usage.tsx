// What stands on an invoice or one of its lines, followed down to namespace, day, workflow type and action kind.
import type { ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import type { Column } from "#components/table-types";
import { wordsOf } from "#format/words";
import { quantityOf, utcDay } from "./billing-facts.ts";

type BilledUsage = Schemas["cellplane.cloud.v1.BilledUsage"];

const PAGE_SIZE = 200;

export function LineUsage({ invoiceId, line }: { invoiceId: string; line: number | undefined }): ReactNode {
  const query = api.useInfiniteQuery(
    "get",
    "/api/v1/invoices/{invoice_id}/usage",
    {
      params: {
        path: { invoice_id: invoiceId },
        query: { pageSize: PAGE_SIZE, ...(line === undefined ? {} : { line }) },
      },
    },
    {
      pageParamName: "pageToken",
      initialPageParam: "",
      getNextPageParam: (last) => (last.nextPageToken === "" ? undefined : last.nextPageToken),
    },
  );
  if (query.error !== null) return <ProblemNote title="The usage cannot be read" error={query.error} />;
  return (
    <DataTable
      name="billed usage"
      label="Billed usage"
      noun={["entry", "entries"]}
      columns={COLUMNS}
      rows={query.data?.pages.flatMap((page) => page.usage ?? []) ?? []}
      rowKey={({ namespace = "", day = "", kind = "", workflowType = "" }) =>
        JSON.stringify([namespace, day, kind, workflowType])
      }
      isLoading={query.isPending || query.isFetchingNextPage}
      hasMore={query.hasNextPage}
      onMore={() => void query.fetchNextPage()}
      empty={
        <EmptyState title="No usage stands here" text="Fees, discounts and credits are not made of usage." />
      }
    />
  );
}

const COLUMNS: readonly Column<BilledUsage>[] = [
  {
    id: "namespace",
    header: "Namespace",
    width: 220,
    cell: ({ namespace }) => <code>{namespace}</code>,
    text: ({ namespace = "" }) => namespace,
  },
  {
    id: "day",
    header: "Day (UTC)",
    width: 120,
    cell: ({ day }) => utcDay(day),
    text: ({ day }) => utcDay(day),
  },
  {
    id: "type",
    header: "Workflow type",
    width: 200,
    cell: ({ workflowType = "" }) => (workflowType === "" ? "—" : workflowType),
    text: ({ workflowType = "" }) => workflowType,
  },
  {
    id: "kind",
    header: "Action kind",
    width: 200,
    cell: ({ kind = "" }) => wordsOf(kind),
    text: ({ kind = "" }) => kind,
  },
  {
    id: "quantity",
    header: "Quantity",
    width: 160,
    align: "end",
    cell: ({ kind = "", quantity }) => quantityOf(kind, quantity),
    text: ({ quantity = "" }) => quantity,
  },
];
