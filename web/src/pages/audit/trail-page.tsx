// The trail of the account, newest first: within a time, narrowed by who, what and outcome; a click shows all of one.
import { FileJson } from "lucide-react";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { PAGE_SIZE, PAGES } from "#api/pages";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { IconButton } from "#components/icon-button";
import { PeekPanel } from "#components/peek-panel";
import { ProblemNote } from "#components/problem-note";
import { SearchField } from "#components/search-field";
import { Select } from "#components/select-field";
import { downloadText } from "#format/download";
import { now } from "#hooks/use-now";
import type { LogRecord } from "./audit-record.ts";
import { RECORD_COLUMNS } from "./record-columns.tsx";
import { RecordDetails } from "./record-details.tsx";
import { ALL_RECORDS, isShown, type RecordFilter } from "./record-filter.ts";

const DAY_MS = 86_400_000;
const WINDOWS = [
  { value: "1", label: "Last 24 hours" },
  { value: "7", label: "Last 7 days" },
  { value: "30", label: "Last 30 days" },
  { value: "90", label: "Last 90 days" },
  { value: "365", label: "Last year" },
] as const;
type Days = (typeof WINDOWS)[number]["value"];
const OUTCOMES = [
  { value: "all", label: "Any outcome" },
  { value: "ok", label: "Done" },
  { value: "error", label: "Refused or failed" },
] as const;

export function AuditTrailPage(): ReactNode {
  const [range, setRange] = useState(() => rangeOf("7"));
  const [filter, setFilter] = useState(ALL_RECORDS);
  const [peeked, setPeeked] = useState<LogRecord | undefined>();
  const query = api.useInfiniteQuery(
    "get",
    "/cloud/audit-logs",
    { params: { query: { pageSize: PAGE_SIZE, startTimeInclusive: range.from } } },
    PAGES,
  );
  const all = query.data?.pages.flatMap((page) => page.logs ?? []) ?? [];
  const rows = all.filter((record) => isShown(record, filter));
  const filters = (
    <Filters
      filter={filter}
      onFilter={setFilter}
      days={range.days}
      onDays={(days) => setRange(rangeOf(days))}
      records={all}
      shown={rows}
    />
  );
  return (
    <>
      {query.error === null ? null : (
        <ProblemNote
          title="The audit log cannot be read"
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      <DataTable
        name="audit"
        label="Audit log"
        noun={["record", "records"]}
        columns={RECORD_COLUMNS}
        rows={rows}
        rowKey={({ logId = "" }) => logId}
        isLoading={query.isPending || query.isFetchingNextPage}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        onPeek={setPeeked}
        peekedKey={peeked?.logId}
        toolbar={filters}
        empty={
          <>
            {filters}
            {query.error === null ? <EmptyState title="No record is like this in this time" /> : null}
          </>
        }
      />
      {peeked === undefined ? null : (
        <PeekPanel title={<code>{peeked.operation}</code>} onClose={() => setPeeked(undefined)}>
          <RecordDetails record={peeked} />
        </PeekPanel>
      )}
    </>
  );
}

function rangeOf(days: Days): { days: Days; from: string } {
  return { days, from: new Date(now() - Number(days) * DAY_MS).toISOString() };
}

interface FiltersProps {
  filter: RecordFilter;
  onFilter: (filter: RecordFilter) => void;
  days: Days;
  onDays: (days: Days) => void;
  records: readonly LogRecord[];
  shown: readonly LogRecord[];
}

function Filters({ filter, onFilter, days, onDays, records, shown }: FiltersProps): ReactNode {
  const operations = [...new Set(records.map(({ operation = "" }) => operation))].sort();
  return (
    <>
      <SearchField
        label="Find who, what, where"
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <Select ariaLabel="Time" choices={WINDOWS} value={days} onChange={onDays} />
      <Select
        ariaLabel="Operation"
        choices={[
          { value: "", label: "Any operation" },
          ...operations.map((value) => ({ value, label: value })),
        ]}
        value={filter.operation}
        onChange={(operation) => onFilter({ ...filter, operation })}
      />
      <Select
        ariaLabel="Outcome"
        choices={OUTCOMES}
        value={filter.outcome}
        onChange={(outcome) => onFilter({ ...filter, outcome })}
      />
      <IconButton
        label="Save what is shown as JSON lines"
        icon={<FileJson />}
        onClick={() =>
          downloadText(
            "audit.jsonl",
            shown.map((record) => `${JSON.stringify(record)}\n`).join(""),
            "application/jsonl",
          )
        }
      />
    </>
  );
}
