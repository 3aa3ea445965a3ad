// The requests for approval, those that wait first.
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
import { RequestState } from "./request-state.tsx";

type Request = Schemas["cellplane.cloud.v1.ApprovalRequest"];

const REFETCH_MS = 5_000;
const STATES = [
  { value: "PENDING", label: "Waiting" },
  { value: "CARRIED_OUT", label: "Carried out" },
  { value: "APPROVED", label: "Approved calls" },
  { value: "REJECTED", label: "Rejected" },
  { value: "FAILED", label: "Failed" },
  { value: "EXPIRED", label: "Expired" },
  { value: "WITHDRAWN", label: "Withdrawn" },
  { value: "", label: "All" },
] as const;

const COLUMNS: readonly Column<Request>[] = [
  {
    id: "subject",
    header: "Wants",
    width: 240,
    cell: ({ subject }) => <code>{subject}</code>,
    text: ({ subject = "" }) => subject,
  },
  {
    id: "on",
    header: "On",
    width: 220,
    cell: ({ resourceId, namespace }) => <code>{namespace === "" ? resourceId : namespace}</code>,
    text: ({ resourceId = "", namespace }) => (namespace === "" ? resourceId : (namespace ?? "")),
  },
  {
    id: "who",
    header: "Asked by",
    width: 220,
    cell: ({ requesterName }) => requesterName,
    text: ({ requesterName = "" }) => requesterName,
  },
  {
    id: "state",
    header: "State",
    width: 180,
    cell: ({ state }) => <RequestState state={state} />,
    text: ({ state = "" }) => state,
  },
  { id: "approvals", header: "Approvals", width: 110, align: "end", cell: approvalsOf, text: approvalsOf },
  {
    id: "asked",
    header: "Asked",
    width: 130,
    cell: ({ createdTime }) => <Timestamp at={createdTime} />,
    text: ({ createdTime = "" }) => createdTime,
  },
];

function approvalsOf({ decisions = [], approvalsNeeded = 0 }: Request): string {
  const given = decisions.filter(({ decision }) => decision !== "REJECTED").length;
  return `${String(given)} of ${String(approvalsNeeded)}`;
}

export function ApprovalRequestsPage(): ReactNode {
  const navigate = useNavigate();
  const [state, setState] = useState<(typeof STATES)[number]["value"]>("PENDING");
  const query = api.useInfiniteQuery(
    "get",
    "/api/v1/approval-requests",
    { params: { query: { pageSize: PAGE_SIZE, ...(state === "" ? {} : { state }) } } },
    { ...PAGES, refetchInterval: REFETCH_MS },
  );
  const choice = <Select ariaLabel="State" choices={STATES} value={state} onChange={setState} />;
  const nothing = (
    <>
      <div>{choice}</div>
      <EmptyState
        title={state === "PENDING" ? "Nothing waits for approval" : "There is none"}
        text="What a policy guards waits here until enough other people agree."
      />
    </>
  );
  return (
    <>
      {query.error === null ? null : <ProblemNote title="The requests cannot be read" error={query.error} />}
      <DataTable
        name="approvals"
        label="Requests for approval"
        noun={["request", "requests"]}
        columns={COLUMNS}
        rows={query.data?.pages.flatMap((page) => page.requests ?? []) ?? []}
        rowKey={({ requestId = "" }) => requestId}
        isLoading={query.isPending || query.isFetchingNextPage}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        onOpen={({ requestId = "" }) => void navigate({ to: "/approvals/$requestId", params: { requestId } })}
        toolbar={choice}
        empty={query.error === null ? nothing : null}
      />
    </>
  );
}
