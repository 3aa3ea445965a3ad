// The work of all accounts that the control plane's workflows do, the newest first.
import { useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { PAGE_SIZE, PAGES } from "#api/pages";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { Select } from "#components/select-field";
import type { Column } from "#components/table-types";
import { Timestamp } from "#components/timestamp";
import { duration, msOf } from "#format/time";
import { AS_OPERATOR } from "./as-operator.ts";
import { WorkState } from "./work-state.tsx";

type Work = Schemas["cellplane.cloud.v1.Provisioning"];

const REFETCH_MS = 5_000;
const STATES = [
  { value: "", label: "Any state" },
  { value: "IN_PROGRESS", label: "Running" },
  { value: "PENDING", label: "Waiting" },
  { value: "FAILED", label: "Failed" },
  { value: "FULFILLED", label: "Done" },
] as const;

const COLUMNS: readonly Column<Work>[] = [
  {
    id: "what",
    header: "Work",
    width: 220,
    cell: ({ operationType }) => <code>{operationType}</code>,
    text: ({ operationType = "" }) => operationType,
  },
  {
    id: "on",
    header: "On",
    width: 240,
    cell: ({ resourceId }) => <code>{resourceId}</code>,
    text: ({ resourceId = "" }) => resourceId,
  },
  {
    id: "state",
    header: "State",
    width: 130,
    cell: ({ state }) => <WorkState state={state} />,
    text: ({ state = "" }) => state,
  },
  {
    id: "account",
    header: "Account",
    width: 140,
    cell: ({ accountId }) => <code>{accountId}</code>,
    text: ({ accountId = "" }) => accountId,
  },
  { id: "took", header: "Took", width: 110, align: "end", cell: tookOf, text: tookOf },
  {
    id: "began",
    header: "Began",
    width: 140,
    cell: ({ startedTime }) => <Timestamp at={startedTime} />,
    text: ({ startedTime = "" }) => startedTime,
  },
  {
    id: "why",
    header: "Failed because",
    width: 260,
    cell: ({ failureReason }) => failureReason,
    text: ({ failureReason = "" }) => failureReason,
  },
];

function tookOf({ startedTime, finishedTime }: Work): string {
  const from = msOf(startedTime);
  const to = msOf(finishedTime);
  return from === undefined || to === undefined ? "" : duration(Math.max(0, to - from));
}

export function WorkPage(): ReactNode {
  const navigate = useNavigate();
  const [state, setState] = useState<(typeof STATES)[number]["value"]>("");
  const query = api.useInfiniteQuery(
    "get",
    "/api/v1/provisionings",
    { ...AS_OPERATOR, params: { query: { pageSize: PAGE_SIZE, ...(state === "" ? {} : { state }) } } },
    { ...PAGES, refetchInterval: REFETCH_MS },
  );
  const choice = <Select ariaLabel="State" choices={STATES} value={state} onChange={setState} />;
  const nothing = (
    <>
      <div>{choice}</div>
      <EmptyState title="There is no work like this" />
    </>
  );
  return (
    <>
      {query.error === null ? null : <ProblemNote title="The work cannot be read" error={query.error} />}
      <DataTable
        name="work"
        label="Work"
        noun={["piece of work", "pieces of work"]}
        columns={COLUMNS}
        rows={query.data?.pages.flatMap((page) => page.provisionings ?? []) ?? []}
        rowKey={({ workflowId = "" }) => workflowId}
        isLoading={query.isPending || query.isFetchingNextPage}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        onOpen={({ accountId = "", operationId = "" }) =>
          void navigate({
            to: "/operator/work/$accountId/$operationId",
            params: { accountId, operationId },
          })
        }
        toolbar={choice}
        empty={query.error === null ? nothing : null}
      />
    </>
  );
}
