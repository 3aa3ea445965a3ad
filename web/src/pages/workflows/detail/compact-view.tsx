// The history as what happened: one line for each activity, timer, child, signal or update, with how long it took and what
// last went wrong.
import { useDeferredValue, useMemo, useState, type ReactNode } from "react";
import { DataTable } from "#components/data-table";
import { Note } from "#components/note";
import { SearchField } from "#components/search-field";
import { StatusMark } from "#components/status-mark";
import { SwitchField } from "#components/switch-field";
import type { Column } from "#components/table-types";
import { classNames } from "#format/class-names";
import { isPayload, payloadLine, visibleText, type Payload } from "#format/payload";
import { duration } from "#format/time";
import { useNow } from "#hooks/use-now";
import { KIND_WORDS } from "../history/event-roles.ts";
import type { EventGroup } from "../history/group-events.ts";
import { attributesOf } from "../history/history-event.ts";
import type { PendingActivity } from "../workflow-facts.ts";
import styles from "./detail.module.css";
import type { ModeProps } from "./mode-props.ts";
import { useHistory, useRun } from "./use-run.tsx";

interface Row {
  group: EventGroup;
  pending: PendingActivity | undefined;
}

export function CompactView({ pinned, onPin }: ModeProps): ReactNode {
  const { groups, version } = useHistory();
  const { description } = useRun();
  const [text, setText] = useState("");
  const [hasTasks, setHasTasks] = useState(false);
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const pending = description?.pendingActivities;
  const rows = useMemo(() => {
    const byId = new Map((pending ?? []).map((each) => [each.activityId ?? "", each]));
    return groups
      .filter(({ kind }) => hasTasks || kind !== "workflow-task")
      .filter((group) => wanted === "" || wordsOf(group).includes(wanted))
      .map((group) => ({ group, pending: pendingOf(group, byId) }));
    // `version` tells that the array has grown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [groups, version, hasTasks, wanted, pending]);
  const first = groups[0]?.startMs ?? 0;
  const columns = useMemo(() => columnsFrom(first), [first]);
  return (
    <>
      <div className={classNames(styles["tools"], rows.length > 0 && styles["beside"])}>
        <SearchField label="Find in the history" value={text} onChange={setText} />
        <SwitchField label="Workflow tasks" isOn={hasTasks} onChange={setHasTasks} />
      </div>
      <DataTable
        name="history-compact"
        label="What happened"
        noun={["line", "lines"]}
        columns={columns}
        rows={rows}
        rowKey={({ group }) => group.id}
        onPeek={({ group }) => onPin(group.id)}
        peekedKey={pinned}
        empty={<Note>Nothing matches.</Note>}
      />
    </>
  );
}

function wordsOf({ kind, name, lastFailure = "" }: EventGroup): string {
  return `${KIND_WORDS[kind]} ${name} ${lastFailure}`.toLowerCase();
}

function pendingOf(
  { kind, endMs, events: [first] }: EventGroup,
  byId: ReadonlyMap<string, PendingActivity>,
): PendingActivity | undefined {
  if (kind !== "activity" || endMs !== undefined || first === undefined) return undefined;
  return byId.get(String(attributesOf(first)["activityId"] ?? ""));
}

function columnsFrom(firstMs: number): readonly Column<Row>[] {
  return [
    {
      id: "state",
      header: "State",
      width: 130,
      cell: ({ group, pending }) => <StatusMark status={stateOf(group, pending)} />,
      text: ({ group }) => group.status,
    },
    {
      id: "kind",
      header: "Kind",
      width: 140,
      cell: ({ group }) => KIND_WORDS[group.kind],
      text: ({ group }) => group.kind,
    },
    {
      id: "name",
      header: "Name",
      width: 220,
      cell: ({ group }) => <strong className={styles["name"]}>{visibleText(group.name)}</strong>,
      text: ({ group }) => group.name,
    },
    {
      id: "after",
      header: "After",
      width: 90,
      align: "end",
      cell: ({ group }) => duration(Math.max(0, group.startMs - firstMs)),
      text: ({ group }) => String(group.startMs - firstMs),
    },
    {
      id: "took",
      header: "Took",
      width: 100,
      align: "end",
      cell: ({ group }) => <Took group={group} />,
      text: ({ group }) => String((group.endMs ?? group.startMs) - group.startMs),
    },
    {
      id: "attempts",
      header: "Attempts",
      width: 80,
      align: "end",
      cell: (row) => attemptsOf(row) || "",
      text: (row) => String(attemptsOf(row)),
    },
    { id: "came", header: "What came of it", width: 320, cell: (row) => <Came row={row} />, text: cameText },
  ];
}

function stateOf(group: EventGroup, pending: PendingActivity | undefined): EventGroup["status"] {
  return pending?.state === "PENDING_ACTIVITY_STATE_STARTED" ? "running" : group.status;
}

function attemptsOf({ group, pending }: Row): number {
  return Math.max(group.attempts, pending?.attempt ?? 0);
}

function Took({ group: { startMs, endMs } }: { group: EventGroup }): ReactNode {
  const nowMs = useNow();
  return duration(Math.max(0, (endMs ?? nowMs) - startMs));
}

function Came({ row }: { row: Row }): ReactNode {
  const failure = row.group.lastFailure ?? row.pending?.lastFailure?.message;
  if (failure !== undefined) return <span className={styles["went-wrong"]}>{visibleText(failure)}</span>;
  return <code className={styles["came"]}>{cameText(row)}</code>;
}

const CARRIES = ["result", "input", "details"] as const;

/** The result, else what was given. */
function cameText({ group }: Row): string {
  for (const event of group.events.toReversed()) {
    const attributes = attributesOf(event);
    for (const key of CARRIES) {
      const { payloads } = (attributes[key] ?? {}) as { payloads?: Payload[] };
      const [payload] = payloads ?? [];
      if (payload !== undefined && isPayload(payload)) return payloadLine(payload);
    }
  }
  return "";
}
