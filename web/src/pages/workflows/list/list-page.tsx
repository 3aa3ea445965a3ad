// The workflows of a namespace: filter, counts by status, rows that stay true by themselves, actions on many at once.
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Play } from "lucide-react";
import { useMemo, useState, type ReactNode } from "react";
import { Button } from "#components/button";
import { ButtonLink } from "#components/button-link";
import { CodecProvider } from "#components/codec-context";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { parseFilter } from "../filter/parse-filter.ts";
import { useFilterFields } from "../use-filter-fields.ts";
import { useMayWrite } from "#api/may-write";
import { keyOfRun, type WorkflowInfo } from "../workflow-facts.ts";
import { BulkActions } from "./bulk-actions.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { workflowColumns } from "./list-columns.tsx";
import styles from "./list.module.css";
import { SavedViews } from "./saved-views.tsx";
import { StatusCounts } from "./status-counts.tsx";
import { statusFilterOf } from "./status-filter.ts";
import { useStatusCounts, useWorkflowList } from "./use-workflow-list.ts";
import { WorkflowPeek } from "./workflow-peek.tsx";

export function WorkflowListPage(): ReactNode {
  const { namespace = "" } = useParams({ strict: false });
  return (
    <CodecProvider namespace={namespace}>
      <WorkflowList key={namespace} namespace={namespace} />
    </CodecProvider>
  );
}

function WorkflowList({ namespace }: { namespace: string }): ReactNode {
  const navigate = useNavigate();
  const mayWrite = useMayWrite(namespace);
  const { query = "" } = useSearch({ strict: false });
  const { fields, own } = useFilterFields(namespace);
  const isReadable = "node" in parseFilter(query, fields);
  const status = statusFilterOf(query, fields);
  const list = useWorkflowList(namespace, query, isReadable);
  const counts = useStatusCounts(namespace, status.others, isReadable);
  const [peekedKey, setPeekedKey] = useState<string | undefined>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const columns = useMemo(() => workflowColumns(namespace, own), [namespace, own]);
  const setQuery = (next: string): void => {
    setChosen(new Set());
    void navigate({ to: ".", search: next === "" ? {} : { query: next } });
  };
  const total = status.chosen === undefined ? sumOf(counts) : countOf(counts, status.chosen);
  const peeked = list.rows.find((row) => keyOfRun(row) === peekedKey);
  return (
    <Page title="Workflows" actions={mayWrite ? <StartLink namespace={namespace} /> : undefined}>
      <div className={styles["filter"]}>
        <SavedViews query={query} onChoose={setQuery} />
        <FilterBar query={query} fields={fields} onChange={setQuery} />
      </div>
      <StatusCounts
        counts={counts}
        chosen={status.chosen}
        onChoose={status.choose === undefined ? undefined : (name) => setQuery(status.choose?.(name) ?? "")}
      />
      <BulkActions
        namespace={namespace}
        query={query}
        chosen={mayWrite ? list.rows.filter((row) => chosen.has(keyOfRun(row))) : []}
        total={total}
        onClear={() => setChosen(new Set())}
      />
      <Failed error={list.error} onRetry={() => void list.refetch()} />
      <DataTable
        name="workflows"
        label="Workflows"
        noun={["workflow", "workflows"]}
        columns={columns}
        rows={list.rows}
        rowKey={keyOfRun}
        total={total}
        isLoading={isReadable && (list.isPending || list.isFetchingNextPage)}
        hasMore={list.hasNextPage}
        onMore={() => void list.fetchNextPage()}
        onOpen={(row) => void navigate(toRun(namespace, row))}
        onPeek={(row) => setPeekedKey(keyOfRun(row))}
        peekedKey={peekedKey}
        selection={mayWrite ? { keys: chosen, onChange: setChosen } : undefined}
        toolbar={list.isLive ? null : <Paused onRefresh={() => void list.refetch()} />}
        empty={list.error === null && isReadable ? <Nothing {...{ namespace, query, mayWrite }} /> : null}
      />
      <WorkflowPeek namespace={namespace} info={peeked} onClose={() => setPeekedKey(undefined)} />
    </Page>
  );
}

function Failed({ error, onRetry }: { error: Error | null; onRetry: () => void }): ReactNode {
  return error === null ? null : (
    <ProblemNote title="The workflows cannot be read" error={error} onRetry={onRetry} />
  );
}

function sumOf(counts: readonly { count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

function countOf(counts: readonly { name: string; count: number }[], name: string): number {
  return counts.find((each) => each.name === name)?.count ?? 0;
}

function toRun(namespace: string, { execution }: WorkflowInfo) {
  const { workflowId = "", runId = "" } = execution ?? {};
  return {
    to: "/namespaces/$namespace/workflows/$workflowId/$runId" as const,
    params: { namespace, workflowId, runId },
  };
}

function StartLink({ namespace }: { namespace: string }): ReactNode {
  return (
    <ButtonLink
      kind="primary"
      to="/namespaces/$namespace/start-workflow"
      params={{ namespace }}
      icon={<Play />}
    >
      Start workflow
    </ButtonLink>
  );
}

function Paused({ onRefresh }: { onRefresh: () => void }): ReactNode {
  return (
    <>
      <span className={styles["paused"]}>So many rows are not read again by themselves.</span>
      <Button onClick={onRefresh}>Refresh</Button>
    </>
  );
}

function Nothing(props: { namespace: string; query: string; mayWrite: boolean }): ReactNode {
  const { namespace, query, mayWrite } = props;
  if (query !== "") {
    return <EmptyState title="No workflow matches" text="Change or remove a condition of the filter." />;
  }
  return (
    <EmptyState
      title="No workflow has run here yet"
      text="Connect a worker, then start a workflow: it appears here by itself."
      action={mayWrite ? <StartLink namespace={namespace} /> : undefined}
      command={`temporal workflow start --namespace ${namespace} --type hello --task-queue hello --input '"world"'`}
    />
  );
}
