// Where a run comes from and what came of it: parent and root, the runs before and after it, its children, reset points.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { workflowServicePages, workflowServiceQuery } from "#api/workflow-service";
import { Button } from "#components/button";
import { Facts, type Fact } from "#components/facts";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { Skeleton } from "#components/skeleton";
import { Timestamp } from "#components/timestamp";
import { visibleText } from "#format/payload";
import { useNow } from "#hooks/use-now";
import { quotedValue } from "../filter/filter-rows.ts";
import { attributesOf, textAt } from "../history/history-event.ts";
import { keyOfRun, lasted, type WorkflowInfo } from "../workflow-facts.ts";
import { WorkflowStatus } from "../workflow-status.tsx";
import { useHistory, useRun } from "./use-run.tsx";

const PAGE_SIZE = 50;
const REFETCH_MS = 5_000;

export function WorkflowRelationshipsPage(): ReactNode {
  return (
    <>
      <Section title="Comes from">
        <Origin />
      </Section>
      <Runs />
      <Children />
      <ResetPoints />
    </>
  );
}

function RunLink(props: { namespace: string; workflowId: string; runId: string; text?: string }): ReactNode {
  const { namespace, workflowId, runId, text = workflowId } = props;
  return (
    <Link
      to="/namespaces/$namespace/workflows/$workflowId/$runId"
      params={{ namespace, workflowId, runId }}
      activeProps={{ "aria-current": "page" }}
    >
      {visibleText(text)}
    </Link>
  );
}

function Origin(): ReactNode {
  const { run, info, description } = useRun();
  const { events } = useHistory();
  const first = events[0] === undefined ? {} : attributesOf(events[0]);
  const last = events.at(-1);
  const { namespace, workflowId } = run;
  const other = (name: string, execution: { workflowId?: string; runId?: string } | undefined): Fact[] =>
    execution?.workflowId === undefined || execution.workflowId === ""
      ? []
      : [
          {
            name,
            value: (
              <RunLink
                namespace={namespace}
                workflowId={execution.workflowId}
                runId={execution.runId ?? ""}
              />
            ),
          },
        ];
  const ofRun = (name: string, runId: string): Fact[] =>
    runId === "" || runId === run.runId
      ? []
      : [{ name, value: <RunLink {...{ namespace, workflowId, runId }} text={runId} /> }];
  const facts = [
    ...other("Parent", info?.parentExecution),
    ...(info?.rootExecution?.workflowId === workflowId ? [] : other("Root", info?.rootExecution)),
    ...ofRun("First run", textAt(first, "firstExecutionRunId") || (info?.firstRunId ?? "")),
    ...ofRun("Previous run", textAt(first, "continuedExecutionRunId")),
    ...ofRun("Next run", last === undefined ? "" : textAt(attributesOf(last), "newExecutionRunId")),
    ...ofRun("Reset to", description?.workflowExtendedInfo?.resetRunId ?? ""),
    ...(textAt(first, "cronSchedule") === "" ? [] : [{ name: "Cron", value: textAt(first, "cronSchedule") }]),
  ];
  return facts.length === 0 ? (
    <p>It was started by itself, and nothing followed it.</p>
  ) : (
    <Facts facts={facts} />
  );
}

/** All runs of the id: continued as new, retried, reset, started again. */
function Runs(): ReactNode {
  const { run } = useRun();
  const query = `WorkflowId = ${quotedValue(run.workflowId, "Keyword")}`;
  const { data, error } = useQuery(
    workflowServiceQuery(
      "ListWorkflowExecutions",
      { namespace: run.namespace, query, pageSize: PAGE_SIZE },
      { refetchMs: REFETCH_MS },
    ),
  );
  const runs = data?.executions ?? [];
  return (
    <Section title="Runs of this id" text="Newest first." layout="stacked">
      {error === null ? null : <ProblemNote title="The runs cannot be read" error={error} />}
      {data === undefined ? (
        error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <Workflows label="Runs" infos={runs} isByRun currentRun={run.runId} />
      )}
    </Section>
  );
}

function Children(): ReactNode {
  const { run } = useRun();
  const { namespace, workflowId, runId } = run;
  const query = `ParentWorkflowId = ${quotedValue(workflowId, "Keyword")} AND ParentRunId = ${quotedValue(runId, "Keyword")}`;
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    workflowServicePages(
      "ListWorkflowExecutions",
      { namespace, query, pageSize: PAGE_SIZE },
      { refetchMs: REFETCH_MS },
    ),
  );
  const infos = data?.pages.flatMap((page) => page.executions ?? []) ?? [];
  return (
    <Section title="Children" layout="stacked">
      {error === null ? null : <ProblemNote title="The children cannot be read" error={error} />}
      {data === undefined ? null : infos.length === 0 ? (
        <p>It has started no other workflow.</p>
      ) : (
        <Workflows label="Children" infos={infos} />
      )}
      {hasNextPage ? (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </Section>
  );
}

interface WorkflowsProps {
  label: string;
  infos: readonly WorkflowInfo[];
  /** Named by their run instead of their id. */
  isByRun?: boolean;
  currentRun?: string;
}

function Workflows({ label, infos, isByRun = false, currentRun }: WorkflowsProps): ReactNode {
  const { run } = useRun();
  const nowMs = useNow();
  return (
    <SimpleTable
      label={label}
      headers={[isByRun ? "Run" : "Workflow ID", "Type", "Status", "Started", "Duration"]}
      rows={infos.map((info) => {
        const { workflowId = "", runId = "" } = info.execution ?? {};
        const text = isByRun ? runId : workflowId;
        return {
          key: keyOfRun(info),
          cells: [
            runId === currentRun ? (
              <strong key="id">{text}, this one</strong>
            ) : (
              <RunLink key="id" namespace={run.namespace} {...{ workflowId, runId, text }} />
            ),
            visibleText(info.type?.name ?? ""),
            <WorkflowStatus key="status" status={info.status} />,
            <Timestamp key="started" at={info.startTime} />,
            lasted(info, nowMs),
          ],
        };
      })}
    />
  );
}

function ResetPoints(): ReactNode {
  const { run, info } = useRun();
  const points = (info?.autoResetPoints?.points ?? []).filter(({ resettable }) => resettable === true);
  if (points.length === 0) return null;
  return (
    <Section
      title="Reset points"
      text="Where another build of the workers took over. To reset to one, open the event in its run’s history."
      layout="stacked"
    >
      <SimpleTable
        label="Reset points"
        headers={["Build", "Run", "Event", "Since"]}
        rows={points.map(
          ({ buildId, binaryChecksum, runId = "", firstWorkflowTaskCompletedId = "", createTime }) => ({
            key: `${runId} ${firstWorkflowTaskCompletedId}`,
            cells: [
              visibleText(buildId || binaryChecksum || ""),
              runId === run.runId ? "This one" : <RunLink key="run" {...run} runId={runId} text={runId} />,
              <Link
                key="event"
                to="/namespaces/$namespace/workflows/$workflowId/$runId"
                params={{ namespace: run.namespace, workflowId: run.workflowId, runId }}
                search={{ mode: "all", event: firstWorkflowTaskCompletedId }}
              >
                {firstWorkflowTaskCompletedId}
              </Link>,
              <Timestamp key="since" at={createTime} />,
            ],
          }),
        )}
      />
    </Section>
  );
}
