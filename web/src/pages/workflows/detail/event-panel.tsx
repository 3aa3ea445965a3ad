// The details of one event, and of the others of its group: what was given, what came of it.
import { RotateCcw } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "#components/button";
import { Facts } from "#components/facts";
import { PeekPanel } from "#components/peek-panel";
import { StatusMark } from "#components/status-mark";
import { Timestamp } from "#components/timestamp";
import { count } from "#format/figures";
import { visibleText } from "#format/payload";
import { duration } from "#format/time";
import { useNow } from "#hooks/use-now";
import { ResetDialog } from "../actions/reset-dialog.tsx";
import { KIND_WORDS } from "../history/event-roles.ts";
import type { EventGroup } from "../history/group-events.ts";
import { attributesOf, typeWords, type HistoryEvent } from "../history/history-event.ts";
import { resetPointAt } from "../history/reset-points.ts";
import { useMayWrite } from "#api/may-write";
import { AttributesView } from "./attributes-view.tsx";
import styles from "./detail.module.css";
import { useHistory, useRun } from "./use-run.tsx";

/** A group is a handful of events; this only bounds one that is not. */
const EVENTS_SHOWN_MAX = 50;

export function EventPanel(props: { eventId: string | undefined; onClose: () => void }): ReactNode {
  const { eventId, onClose } = props;
  const { events, groups } = useHistory();
  // Ids are counted from 1 without a gap.
  const event = eventId === undefined ? undefined : events[Number(eventId) - 1];
  if (event === undefined) return null;
  const group = groups.find((each) => each.events.includes(event));
  const others = (group?.events ?? []).filter((each) => each !== event);
  return (
    <PeekPanel title={visibleText(titleOf(event, group))} onClose={onClose}>
      {group === undefined ? null : <GroupFacts group={group} />}
      <ResetHere eventId={event.eventId ?? ""} />
      {[event, ...others].slice(0, EVENTS_SHOWN_MAX).map((each) => (
        <EventDetails key={each.eventId} event={each} />
      ))}
    </PeekPanel>
  );
}

function titleOf(event: HistoryEvent, group: EventGroup | undefined): string {
  return group === undefined || group.name === "" || group.kind === "other"
    ? typeWords(event)
    : `${KIND_WORDS[group.kind]} ${group.name}`;
}

function GroupFacts({ group }: { group: EventGroup }): ReactNode {
  const { startMs, endMs, attempts, status, lastFailure } = group;
  const nowMs = useNow();
  return (
    <Facts
      facts={[
        { name: "State", value: <StatusMark status={status} /> },
        { name: "Duration", value: duration(Math.max(0, (endMs ?? nowMs) - startMs)) },
        ...(attempts > 0 ? [{ name: "Attempts", value: count(attempts) }] : []),
        ...(lastFailure === undefined ? [] : [{ name: "Last failure", value: visibleText(lastFailure) }]),
      ]}
    />
  );
}

function EventDetails({ event }: { event: HistoryEvent }): ReactNode {
  return (
    <section className={styles["event"]} aria-label={`Event ${event.eventId ?? ""}`}>
      <h3>{typeWords(event)}</h3>
      <p className={styles["muted"]}>
        Event {event.eventId}, <Timestamp at={event.eventTime} form="absolute" />
      </p>
      <AttributesView attributes={attributesOf(event)} />
    </section>
  );
}

function ResetHere({ eventId }: { eventId: string }): ReactNode {
  const { run } = useRun();
  const mayWrite = useMayWrite(run.namespace);
  const { events } = useHistory();
  const [isOpen, setOpen] = useState(false);
  const point = resetPointAt(events, eventId)?.eventId;
  if (!mayWrite || point === undefined) return null;
  return (
    <div className={styles["reset-here"]}>
      <Button icon={<RotateCcw />} onClick={() => setOpen(true)}>
        {point === eventId ? "Reset to here" : `Reset to event ${point}, before this`}
      </Button>
      {isOpen ? <ResetDialog run={run} eventId={point} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
