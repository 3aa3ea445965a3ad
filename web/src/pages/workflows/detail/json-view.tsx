// The history as JSON: to search, and to copy a value's path or an event. Only what is in view is drawn.
import { useVirtualizer } from "@tanstack/react-virtual";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { say } from "#app/toasts";
import { CopyButton } from "#components/copy-button";
import { IconButton } from "#components/icon-button";
import { SearchField } from "#components/search-field";
import { count } from "#format/figures";
import { visibleText } from "#format/payload";
import type { HistoryEvent } from "../history/history-event.ts";
import { jsonLines, type JsonLine } from "../history/json-lines.ts";
import styles from "./detail.module.css";
import type { ModeProps } from "./mode-props.ts";
import { useHistory } from "./use-run.tsx";

const LINE_PX = 19;
const LINES_GUESSED = 16;
const OVERSCAN_EVENTS = 4;

export function JsonView({ pinned }: ModeProps): ReactNode {
  const { events, version } = useHistory();
  const scroller = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const found = useMemo(() => {
    if (wanted === "") return [];
    return events.flatMap((event, index) =>
      JSON.stringify(event).toLowerCase().includes(wanted) ? [index] : [],
    );
    // `version` tells that the array has grown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [events, version, wanted]);
  const virtualizer = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINES_GUESSED * LINE_PX,
    overscan: OVERSCAN_EVENTS,
  });
  const place = at % Math.max(1, found.length);
  const shown = found[place] ?? (pinned === undefined ? undefined : Number(pinned) - 1);
  useEffect(() => {
    if (shown !== undefined) virtualizer.scrollToIndex(shown, { align: "start" });
  }, [shown, virtualizer]);
  return (
    <>
      <div className={styles["tools"]}>
        <SearchField
          label="Find in the JSON"
          value={text}
          onChange={(next) => {
            setText(next);
            setAt(0);
          }}
        />
        {wanted === "" ? null : (
          <Found at={place} count={found.length} onGo={(step) => setAt(place + step + found.length)} />
        )}
      </div>
      <div className={styles["json"]} ref={scroller} tabIndex={0} role="group" aria-label="Events as JSON">
        <div className={styles["json-all"]} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => (
            <div
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              className={styles["json-event"]}
              style={{ transform: `translateY(${String(start)}px)` }}
            >
              <EventLines event={events[index]} index={index} wanted={wanted} />
            </div>
          ))}
        </div>
      </div>
    </>
  );
}

function Found(props: { at: number; count: number; onGo: (step: number) => void }): ReactNode {
  const words = props.count === 0 ? "Not found" : `${count(props.at + 1)} of ${count(props.count)} events`;
  return (
    <>
      <span className={styles["muted"]} role="status">
        {words}
      </span>
      <IconButton label="Previous" icon={<ChevronUp />} onClick={() => props.onGo(-1)} />
      <IconButton label="Next" icon={<ChevronDown />} onClick={() => props.onGo(1)} />
    </>
  );
}

function EventLines(props: { event: HistoryEvent | undefined; index: number; wanted: string }): ReactNode {
  const { event, index, wanted } = props;
  const lines = useMemo(() => jsonLines(event, `events[${String(index)}]`), [event, index]);
  return (
    <>
      <span className={styles["json-copy"]}>
        <CopyButton text={JSON.stringify(event, null, 2)} label="Copy this event" />
      </span>
      {lines.map((line, at) => (
        <Line key={at} line={line} wanted={wanted} />
      ))}
    </>
  );
}

function Line({ line: { indent, text, path }, wanted }: { line: JsonLine; wanted: string }): ReactNode {
  const shown = visibleText(text);
  const at = wanted === "" ? -1 : shown.toLowerCase().indexOf(wanted);
  const copy = (): void => {
    void navigator.clipboard.writeText(path).then(() => say("Path copied", { text: path }));
  };
  return (
    <div
      className={styles["json-line"]}
      style={{ paddingLeft: indent * 16 + 8 }}
      title={path}
      onDoubleClick={copy}
    >
      {at < 0 ? (
        shown
      ) : (
        <>
          {shown.slice(0, at)}
          <mark>{shown.slice(at, at + wanted.length)}</mark>
          {shown.slice(at + wanted.length)}
        </>
      )}
    </div>
  );
}
