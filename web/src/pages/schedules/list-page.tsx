// All schedules of a namespace: what they start, when next, and how the last run went.
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useMayWrite } from "#api/may-write";
import { useNamespaceAddress } from "#api/namespace-address";
import { workflowServicePages } from "#api/workflow-service";
import { ButtonLink } from "#components/button-link";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { SearchField } from "#components/search-field";
import { useNamespaceId } from "#hooks/use-namespace-id";
import { SCHEDULE_COLUMNS } from "./list-columns.tsx";
import { createCommand, EMPTY_FORM } from "./schedule-form.ts";
import { emptyRow } from "./times-row.ts";

const PAGE_SIZE = 100;
const REFETCH_MS = 10_000;

export function ScheduleListPage(): ReactNode {
  const namespace = useNamespaceId();
  const navigate = useNavigate();
  const mayWrite = useMayWrite(namespace);
  const [text, setText] = useState("");
  const query = useInfiniteQuery(
    workflowServicePages(
      "ListSchedules",
      { namespace, maximumPageSize: PAGE_SIZE },
      { refetchMs: REFETCH_MS },
    ),
  );
  const all = query.data?.pages.flatMap(({ schedules = [] }) => schedules) ?? [];
  const wanted = text.trim().toLowerCase();
  const rows = all.filter(({ scheduleId = "", info }) =>
    `${scheduleId} ${info?.workflowType?.name ?? ""}`.toLowerCase().includes(wanted),
  );
  return (
    <Page
      title="Schedules"
      text="Workflows that start at their times."
      actions={mayWrite ? <CreateLink namespace={namespace} /> : undefined}
    >
      {query.error === null ? null : (
        <ProblemNote
          title="The schedules cannot be read"
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      <DataTable
        name="schedules"
        label="Schedules"
        noun={["schedule", "schedules"]}
        columns={SCHEDULE_COLUMNS}
        rows={rows}
        rowKey={({ scheduleId = "" }) => scheduleId}
        isLoading={query.isPending || query.isFetchingNextPage}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        onOpen={({ scheduleId = "" }) =>
          void navigate({
            to: "/namespaces/$namespace/schedules/$scheduleId",
            params: { namespace, scheduleId },
          })
        }
        toolbar={
          all.length > 0 ? <SearchField label="Find a schedule" value={text} onChange={setText} /> : null
        }
        empty={
          query.error === null ? (
            <NoSchedules namespace={namespace} isSearch={all.length > 0} mayWrite={mayWrite} />
          ) : null
        }
      />
    </Page>
  );
}

function CreateLink({ namespace }: { namespace: string }): ReactNode {
  return (
    <ButtonLink
      kind="primary"
      to="/namespaces/$namespace/create-schedule"
      params={{ namespace }}
      icon={<Plus />}
    >
      Create schedule
    </ButtonLink>
  );
}

function NoSchedules(props: { namespace: string; isSearch: boolean; mayWrite: boolean }): ReactNode {
  const { namespace, isSearch, mayWrite } = props;
  const address = useNamespaceAddress(namespace);
  if (isSearch) return <EmptyState title="No schedule has this in its name" />;
  const example = {
    ...EMPTY_FORM,
    ...{ scheduleId: "nightly-report", workflowType: "report", taskQueue: "reports" },
    rows: [emptyRow("calendar")],
  };
  return (
    <EmptyState
      title="No schedule yet"
      text="A schedule starts a workflow by a calendar, at intervals or by a cron string. It can be paused, changed, triggered by hand and filled in for times that have passed."
      {...(mayWrite ? { action: <CreateLink namespace={namespace} /> } : {})}
      command={createCommand(example, { address, namespace })}
    />
  );
}
