// The history as it is stored: one line for each event.
import { ArrowDownUp } from "lucide-react";
import { useDeferredValue, useMemo, useState, type ReactNode } from "react";
import { Button } from "#components/button";
import { DataTable } from "#components/data-table";
import { Note } from "#components/note";
import { SearchField } from "#components/search-field";
import type { Column } from "#components/table-types";
import { Timestamp } from "#components/timestamp";
import { classNames } from "#format/class-names";
import { isPayload, payloadLine, visibleText } from "#format/payload";
import { duration } from "#format/time";
import { attributesOf, failureLine, timeOf, typeWords, type HistoryEvent } from "../history/history-event.ts";
import styles from "./detail.module.css";
import type { ModeProps } from "./mode-props.ts";
import { useHistory } from "./use-run.tsx";

export function AllView({ pinned, onPin }: ModeProps): ReactNode {
  const { events, version } = useHistory();
  const [text, setText] = useState("");
  const [isNewestFirst, setNewestFirst] = useState(false);
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const rows = useMemo(() => {
    const found =
      wanted === "" ? events : events.filter((event) => JSON.stringify(event).toLowerCase().includes(wanted));
    return isNewestFirst ? found.toReversed() : found.slice();
    // `version` tells that the array has grown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [events, version, wanted, isNewestFirst]);
  const [firstEvent] = events;
  const firstMs = firstEvent === undefined ? 0 : timeOf(firstEvent);
  const columns = useMemo(() => columnsFrom(firstMs), [firstMs]);
  return (
    <>
      <div className={classNames(styles["tools"], rows.length > 0 && styles["beside"])}>
        <SearchField label="Find in the history" value={text} onChange={setText} />
        <Button icon={<ArrowDownUp />} onClick={() => setNewestFirst((is) => !is)}>
          {isNewestFirst ? "Newest first" : "Oldest first"}
        </Button>
      </div>
      <DataTable
        name="history-all"
        label="Events"
        noun={["event", "events"]}
        columns={columns}
        rows={rows}
        rowKey={({ eventId = "" }) => eventId}
        onPeek={({ eventId }) => onPin(eventId)}
        peekedKey={pinned}
        empty={<Note>No event matches.</Note>}
      />
    </>
  );
}

function columnsFrom(firstMs: number): readonly Column<HistoryEvent>[] {
  return [
    {
      id: "id",
      header: "Event",
      width: 70,
      align: "end",
      cell: ({ eventId }) => eventId,
      text: ({ eventId = "" }) => eventId,
    },
    {
      id: "type",
      header: "Type",
      width: 300,
      cell: (event) => <strong className={styles["name"]}>{typeWords(event)}</strong>,
      text: ({ eventType = "" }) => eventType,
    },
    {
      id: "after",
      header: "After",
      width: 90,
      align: "end",
      cell: (event) => duration(Math.max(0, timeOf(event) - firstMs)),
      text: (event) => String(timeOf(event) - firstMs),
    },
    {
      id: "time",
      header: "Time",
      width: 210,
      cell: ({ eventTime }) => <Timestamp at={eventTime} form="absolute" />,
      text: ({ eventTime = "" }) => eventTime,
    },
    {
      id: "holds",
      header: "What it holds",
      width: 400,
      cell: (event) => <code className={styles["came"]}>{visibleText(holds(event))}</code>,
      text: holds,
    },
  ];
}

const SAID_FIRST = [
  "activityType",
  "workflowType",
  "signalName",
  "timerId",
  "markerName",
  "taskQueue",
  "identity",
];
const CHARACTERS_MAX = 160;

/** The event's most telling words, in a line. */
function holds(event: HistoryEvent): string {
  const attributes = attributesOf(event);
  const failure = failureLine(attributes["failure"]);
  if (failure !== undefined) return failure;
  const said = SAID_FIRST.map((key) => nameAt(attributes[key])).find((text) => text !== "") ?? "";
  const payloads = ["input", "result", "details"].flatMap(
    (key) => ((attributes[key] ?? {}) as { payloads?: unknown[] }).payloads ?? [],
  );
  const [payload] = payloads;
  const given = isPayload(payload) ? payloadLine(payload, CHARACTERS_MAX) : "";
  return [said, given].filter((text) => text !== "").join("  ");
}

function nameAt(value: unknown): string {
  if (typeof value === "string") return value;
  const { name } = (value ?? {}) as { name?: unknown };
  return typeof name === "string" ? name : "";
}
