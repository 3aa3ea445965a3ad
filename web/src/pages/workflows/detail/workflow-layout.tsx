// What is around every part of one run: its id, status and facts, what can be done with it, the tabs.
import { Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Badge } from "#components/badge";
import { CodecProvider } from "#components/codec-context";
import { Identifier } from "#components/identifier";
import { LinkTab, LinkTabs } from "#components/link-tabs";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Skeleton } from "#components/skeleton";
import { Timestamp } from "#components/timestamp";
import { count } from "#format/figures";
import { visibleText } from "#format/payload";
import { useNow } from "#hooks/use-now";
import { WorkflowActions } from "../actions/workflow-actions.tsx";
import { useMayWrite } from "#api/may-write";
import { isOpen, lasted, type RunName } from "../workflow-facts.ts";
import { WorkflowStatus } from "../workflow-status.tsx";
import styles from "./detail.module.css";
import { RunProvider, useRun } from "./use-run.tsx";

export function WorkflowLayout(): ReactNode {
  return (
    <RunProvider>
      <Layout />
    </RunProvider>
  );
}

function Layout(): ReactNode {
  const { run, info, error, refetch } = useRun();
  const mayWrite = useMayWrite(run.namespace);
  return (
    <CodecProvider namespace={run.namespace}>
      <Page
        title={visibleText(run.workflowId)}
        mark={info === undefined ? null : <WorkflowStatus status={info.status} />}
        text={<Line />}
        actions={
          info === undefined ? undefined : <WorkflowActions run={run} info={info} mayWrite={mayWrite} />
        }
        tabs={<Tabs run={run} />}
      >
        {error === null ? null : (
          <ProblemNote title="The workflow cannot be read" error={error} onRetry={() => void refetch()} />
        )}
        {info === undefined ? error === null ? <Skeleton /> : null : <Outlet />}
      </Page>
    </CodecProvider>
  );
}

/** The facts that one always wants, in one line. */
function Line(): ReactNode {
  const { run, info, description } = useRun();
  const nowMs = useNow();
  return (
    <span className={styles["line"]}>
      {info === undefined ? null : <strong>{visibleText(info.type?.name ?? "")}</strong>}
      <Identifier value={run.runId} />
      {info === undefined ? null : (
        <>
          <span>
            started <Timestamp at={info.startTime} />
          </span>
          <span>
            {isOpen(info) ? "open for" : "took"} {lasted(info, nowMs)}
          </span>
          <span>{count(info.historyLength)} events</span>
          {description?.workflowExtendedInfo?.cancelRequested === true && isOpen(info) ? (
            <Badge tone="warning">Cancellation requested</Badge>
          ) : null}
        </>
      )}
    </span>
  );
}

function Tabs({ run }: { run: RunName }): ReactNode {
  const { description } = useRun();
  const { namespace, workflowId, runId } = run;
  const params = { namespace, workflowId, runId };
  const pending =
    (description?.pendingActivities?.length ?? 0) +
    (description?.pendingChildren?.length ?? 0) +
    (description?.pendingNexusOperations?.length ?? 0);
  return (
    <LinkTabs label="Parts of the workflow">
      <LinkTab
        to="/namespaces/$namespace/workflows/$workflowId/$runId"
        params={params}
        activeOptions={{ exact: true, includeSearch: false }}
      >
        History
      </LinkTab>
      <LinkTab to="/namespaces/$namespace/workflows/$workflowId/$runId/pending" params={params}>
        Pending{pending === 0 ? "" : ` (${count(pending)})`}
      </LinkTab>
      <LinkTab to="/namespaces/$namespace/workflows/$workflowId/$runId/queries" params={params}>
        Stack and queries
      </LinkTab>
      <LinkTab to="/namespaces/$namespace/workflows/$workflowId/$runId/relationships" params={params}>
        Relationships
      </LinkTab>
      <LinkTab to="/namespaces/$namespace/workflows/$workflowId/$runId/workers" params={params}>
        Workers
      </LinkTab>
      <LinkTab to="/namespaces/$namespace/workflows/$workflowId/$runId/details" params={params}>
        Details
      </LinkTab>
    </LinkTabs>
  );
}
