// The columns of the list of workflows: what is always there, and the namespace's own search attributes.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Column } from "#components/table-types";
import { Timestamp } from "#components/timestamp";
import { bytes, count } from "#format/figures";
import { payloadLine, visibleText } from "#format/payload";
import { duration } from "#format/time";
import { useNow } from "#hooks/use-now";
import type { FilterField } from "../filter/filter-syntax.ts";
import { lasted, statusOf, type WorkflowInfo } from "../workflow-facts.ts";
import { WorkflowStatus } from "../workflow-status.tsx";
import styles from "./list.module.css";

export function workflowColumns(
  namespace: string,
  own: readonly FilterField[],
): readonly Column<WorkflowInfo>[] {
  return [...usual(namespace), ...own.map(({ name }) => attributeColumn(name))];
}

function usual(namespace: string): Column<WorkflowInfo>[] {
  return [
    {
      id: "status",
      header: "Status",
      width: 176,
      cell: ({ status }) => <WorkflowStatus status={status} />,
      text: ({ status }) => statusOf(status).name,
    },
    {
      id: "workflow-id",
      header: "Workflow ID",
      width: 320,
      cell: ({ execution }) => (
        <Link
          to="/namespaces/$namespace/workflows/$workflowId/$runId"
          params={{ namespace, workflowId: execution?.workflowId ?? "", runId: execution?.runId ?? "" }}
          className={styles["id"] ?? ""}
          onClick={(event) => event.stopPropagation()}
        >
          {visibleText(execution?.workflowId ?? "")}
        </Link>
      ),
      text: ({ execution }) => execution?.workflowId ?? "",
    },
    {
      id: "type",
      header: "Type",
      width: 200,
      cell: ({ type }) => visibleText(type?.name ?? ""),
      text: ({ type }) => type?.name ?? "",
    },
    {
      id: "started",
      header: "Started",
      width: 130,
      cell: ({ startTime }) => <Timestamp at={startTime} />,
      text: ({ startTime = "" }) => startTime,
    },
    {
      id: "closed",
      header: "Closed",
      width: 130,
      cell: ({ closeTime }) => <Timestamp at={closeTime} />,
      text: ({ closeTime = "" }) => closeTime,
    },
    {
      id: "duration",
      header: "Duration",
      width: 110,
      align: "end",
      cell: (info) => <Lasted info={info} />,
      text: ({ executionDuration = "" }) => executionDuration,
    },
    ...lessUsual(),
  ];
}

function lessUsual(): Column<WorkflowInfo>[] {
  const column = (
    id: string,
    header: string,
    text: (info: WorkflowInfo) => string,
    more: Partial<Column<WorkflowInfo>> = {},
  ): Column<WorkflowInfo> => ({
    id,
    header,
    cell: (info) => visibleText(text(info)),
    text,
    isHidden: true,
    ...more,
  });
  return [
    column("task-queue", "Task queue", ({ taskQueue = "" }) => taskQueue),
    column("run-id", "Run ID", ({ execution }) => execution?.runId ?? "", {
      width: 300,
      cell: ({ execution }) => <code>{execution?.runId}</code>,
    }),
    column("events", "Events", ({ historyLength = "" }) => historyLength, {
      width: 90,
      align: "end",
      cell: ({ historyLength }) => count(historyLength),
    }),
    column("size", "History size", ({ historySizeBytes = "" }) => historySizeBytes, {
      width: 110,
      align: "end",
      cell: ({ historySizeBytes = "0" }) => bytes(Number(historySizeBytes)),
    }),
    column("parent", "Parent", ({ parentExecution }) => parentExecution?.workflowId ?? "", { width: 240 }),
    column("root", "Root", ({ rootExecution }) => rootExecution?.workflowId ?? "", { width: 240 }),
  ];
}

function Lasted({ info }: { info: WorkflowInfo }): ReactNode {
  const nowMs = useNow();
  return lasted(info, nowMs) || duration(0);
}

function attributeColumn(name: string): Column<WorkflowInfo> {
  const text = ({ searchAttributes }: WorkflowInfo): string => {
    const payload = searchAttributes?.indexedFields?.[name];
    return payload === undefined ? "" : payloadLine(payload).replace(/^"(.*)"$/, "$1");
  };
  return { id: `attribute-${name}`, header: name, width: 160, cell: text, text, isHidden: true };
}
