// The columns of the list of schedules.
import { Identifier } from "#components/identifier";
import { StatusMark } from "#components/status-mark";
import type { Column } from "#components/table-types";
import { Timestamp } from "#components/timestamp";
import { runStatus } from "./run-status.ts";
import type { ListEntry } from "./schedule-facts.ts";
import { specWords } from "./spec-words.ts";

const stateOf = ({ info }: ListEntry): string => (info?.paused === true ? "Paused" : "Active");
const wordsOf = ({ info }: ListEntry): string =>
  specWords(info?.spec ?? {}).join("; ") || "Only when it is triggered";

export const SCHEDULE_COLUMNS: readonly Column<ListEntry>[] = [
  {
    id: "schedule",
    header: "Schedule",
    width: 220,
    cell: ({ scheduleId = "" }) => <Identifier value={scheduleId} canCopy={false} />,
    text: ({ scheduleId = "" }) => scheduleId,
  },
  {
    id: "state",
    header: "State",
    width: 110,
    cell: (entry) => (
      <StatusMark status={entry.info?.paused === true ? "canceled" : "running"} word={stateOf(entry)} />
    ),
    text: stateOf,
  },
  {
    id: "type",
    header: "Workflow type",
    width: 180,
    cell: ({ info }) => <code>{info?.workflowType?.name}</code>,
    text: ({ info }) => info?.workflowType?.name ?? "",
  },
  { id: "when", header: "When", width: 300, cell: wordsOf, text: wordsOf },
  {
    id: "next",
    header: "Next run",
    width: 130,
    cell: ({ info }) =>
      info?.paused === true ? "—" : <Timestamp at={info?.futureActionTimes?.[0]} fallback="none" />,
    text: ({ info }) => info?.futureActionTimes?.[0] ?? "",
  },
  {
    id: "last",
    header: "Last run",
    width: 220,
    cell: ({ info }) => {
      const run = info?.recentActions?.at(-1);
      return run === undefined ? (
        "none yet"
      ) : (
        <>
          <StatusMark status={runStatus(run)} /> <Timestamp at={run.actualTime} />
        </>
      );
    },
    text: ({ info }) => info?.recentActions?.at(-1)?.actualTime ?? "",
  },
  {
    id: "notes",
    header: "Notes",
    width: 200,
    isHidden: true,
    cell: ({ info }) => info?.notes,
    text: ({ info }) => info?.notes ?? "",
  },
];
