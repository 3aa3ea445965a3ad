// A look at one workflow without leaving the list.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { workflowServiceQuery } from "#api/workflow-service";
import { ButtonLink } from "#components/button-link";
import { Facts } from "#components/facts";
import { Identifier } from "#components/identifier";
import { PayloadView } from "#components/payload-view";
import { PeekPanel } from "#components/peek-panel";
import { Timestamp } from "#components/timestamp";
import { bytes, count } from "#format/figures";
import { visibleText } from "#format/payload";
import { useNow } from "#hooks/use-now";
import { failureLine } from "../history/history-event.ts";
import { isOpen, lasted, type RunName, type WorkflowInfo } from "../workflow-facts.ts";
import { WorkflowStatus } from "../workflow-status.tsx";
import styles from "./list.module.css";

const REFETCH_MS = 5_000;

export function WorkflowPeek({
  namespace,
  info,
  onClose,
}: {
  namespace: string;
  /** Undefined: nothing is peeked at. */
  info: WorkflowInfo | undefined;
  onClose: () => void;
}): ReactNode {
  if (info === undefined) return null;
  const { workflowId = "", runId = "" } = info.execution ?? {};
  const params = { namespace, workflowId, runId };
  return (
    <PeekPanel
      title={<code>{visibleText(workflowId)}</code>}
      openPage={
        <ButtonLink to="/namespaces/$namespace/workflows/$workflowId/$runId" params={params}>
          Open
        </ButtonLink>
      }
      onClose={onClose}
    >
      <Usual info={info} />
      {isOpen(info) ? <Pending run={params} /> : null}
      <Payloads title="Search attributes" payloads={info.searchAttributes?.indexedFields} />
      <Payloads title="Memo" payloads={info.memo?.fields} />
    </PeekPanel>
  );
}

function Usual({ info }: { info: WorkflowInfo }): ReactNode {
  const nowMs = useNow();
  return (
    <Facts
      facts={[
        { name: "Status", value: <WorkflowStatus status={info.status} /> },
        { name: "Type", value: visibleText(info.type?.name ?? "") },
        { name: "Run ID", value: <Identifier value={info.execution?.runId ?? ""} /> },
        { name: "Task queue", value: visibleText(info.taskQueue ?? "") },
        { name: "Started", value: <Timestamp at={info.startTime} form="absolute" /> },
        { name: "Closed", value: <Timestamp at={info.closeTime} form="absolute" fallback="Still open" /> },
        { name: "Duration", value: lasted(info, nowMs) },
        // Lists know it of closed ones only.
        ...(Number(info.historyLength ?? 0) === 0
          ? []
          : [
              {
                name: "History",
                value: `${count(info.historyLength)} events, ${bytes(Number(info.historySizeBytes ?? 0))}`,
              },
            ]),
      ]}
    />
  );
}

function Pending({ run: { namespace, workflowId, runId } }: { run: RunName }): ReactNode {
  const { data } = useQuery(
    workflowServiceQuery(
      "DescribeWorkflowExecution",
      { namespace, execution: { workflowId, runId } },
      { refetchMs: REFETCH_MS },
    ),
  );
  const activities = data?.pendingActivities ?? [];
  if (activities.length === 0) return null;
  return (
    <section className={styles["peek-part"]}>
      <h3>Pending activities</h3>
      <ul>
        {activities.map(({ activityId, activityType, attempt = 1, lastFailure }) => (
          <li key={activityId}>
            {visibleText(activityType?.name ?? "")}, attempt {attempt}
            {lastFailure === undefined ? null : (
              <span className={styles["failure"]}>{visibleText(failureLine(lastFailure) ?? "")}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Payloads(props: {
  title: string;
  payloads: Record<string, Parameters<typeof PayloadView>[0]["payload"]> | undefined;
}): ReactNode {
  const entries = Object.entries(props.payloads ?? {});
  if (entries.length === 0) return null;
  return (
    <section className={styles["peek-part"]}>
      <h3>{props.title}</h3>
      {entries.map(([name, payload]) => (
        <PayloadView key={name} payload={payload} title={visibleText(name)} />
      ))}
    </section>
  );
}
