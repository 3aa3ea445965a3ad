// What a run was given and gave, and its history in one of four modes. Details of an event open at the right.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, type ReactNode } from "react";
import { Button } from "#components/button";
import { ProblemNote } from "#components/problem-note";
import { Skeleton } from "#components/skeleton";
import { count } from "#format/figures";
import type { HistorySearch } from "../routes.ts";
import styles from "./detail.module.css";
import { EventPanel } from "./event-panel.tsx";
import { GivenAndGave } from "./given-and-gave.tsx";
import { useHistory, useRun } from "./use-run.tsx";

type Mode = NonNullable<HistorySearch["mode"]>;

const MODES: readonly { mode: Mode; label: string }[] = [
  { mode: "timeline", label: "Timeline" },
  { mode: "compact", label: "Compact" },
  { mode: "all", label: "All" },
  { mode: "json", label: "JSON" },
];

const VIEWS = {
  timeline: lazy(async () => ({ default: (await import("./timeline-view.tsx")).TimelineView })),
  compact: lazy(async () => ({ default: (await import("./compact-view.tsx")).CompactView })),
  all: lazy(async () => ({ default: (await import("./all-view.tsx")).AllView })),
  json: lazy(async () => ({ default: (await import("./json-view.tsx")).JsonView })),
};

export function WorkflowHistoryPage(): ReactNode {
  const navigate = useNavigate();
  const { mode = "compact", event } = useSearch({ strict: false });
  const { events, error } = useHistory();
  const setSearch = (search: HistorySearch): void =>
    void navigate({ to: ".", search, replace: true, resetScroll: false });
  const onPin = (eventId: string | undefined): void =>
    setSearch({ mode, ...(eventId === undefined ? {} : { event: eventId }) });
  const View = VIEWS[mode];
  return (
    <>
      <GivenAndGave />
      <div className={styles["history-bar"]}>
        <h2>Event history</h2>
        <div className={styles["modes"]} role="group" aria-label="How the history is shown">
          {MODES.map((each) => (
            <Button
              key={each.mode}
              kind={mode === each.mode ? "secondary" : "quiet"}
              aria-pressed={mode === each.mode}
              onClick={() => setSearch({ mode: each.mode, ...(event === undefined ? {} : { event }) })}
            >
              {each.label}
            </Button>
          ))}
        </div>
        <HowFar />
      </div>
      {error === undefined ? null : <ProblemNote title="The history cannot be read" error={error} />}
      {events.length > 0 ? (
        <Suspense fallback={<Skeleton lines={6} />}>
          <View pinned={event} onPin={onPin} />
        </Suspense>
      ) : error === undefined ? (
        <Skeleton lines={6} />
      ) : null}
      <EventPanel eventId={event} onClose={() => onPin(undefined)} />
    </>
  );
}

/** How much has been read, and whether news come by themselves. */
function HowFar(): ReactNode {
  const { info } = useRun();
  const { events, isComplete, isCaughtUp } = useHistory();
  const all = Number(info?.historyLength ?? Number.POSITIVE_INFINITY);
  const words = isComplete
    ? `${count(events.length)} events`
    : isCaughtUp || events.length >= all
      ? `${count(events.length)} events, live`
      : `Reading: ${count(events.length)} of ${count(all)} events`;
  return (
    <span className={styles["loading"]} role="status">
      {words}
    </span>
  );
}
