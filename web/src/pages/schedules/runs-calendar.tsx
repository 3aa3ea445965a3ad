// A month with the times at which a schedule acts, as the server tells them.
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState, type ReactNode } from "react";
import { workflowServiceQuery } from "#api/workflow-service";
import { IconButton } from "#components/icon-button";
import { ProblemNote } from "#components/problem-note";
import { absoluteTime, calendarDay, msOf, type Zone } from "#format/time";
import { useNow } from "#hooks/use-now";
import { zone } from "#preferences/look";
import { usePreference } from "#preferences/preference";
import { classNames } from "#format/class-names";
import { monthDays, monthOf, type Month } from "./month-days.ts";
import styles from "./runs-calendar.module.css";

const TIMES_SHOWN = 2;
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

export function RunsCalendar({
  namespace,
  scheduleId,
}: {
  namespace: string;
  scheduleId: string;
}): ReactNode {
  const now = useNow();
  const [chosenZone] = usePreference(zone);
  const [distance, setDistance] = useState(0);
  const month = monthOf(calendarDay(now, chosenZone), distance);
  const { data, error } = useQuery(
    workflowServiceQuery("ListScheduleMatchingTimes", {
      ...{ namespace, scheduleId, startTime: month.fromIso, endTime: month.toIso },
    }),
  );
  const byDay = timesByDay(data?.startTime ?? [], chosenZone);
  return (
    <div className={styles["calendar"]}>
      <div className={styles["head"]}>
        <span className={styles["month"]} aria-live="polite">
          {month.title}
        </span>
        <IconButton label="Month before" icon={<ChevronLeft />} onClick={() => setDistance(distance - 1)} />
        <IconButton label="Month after" icon={<ChevronRight />} onClick={() => setDistance(distance + 1)} />
      </div>
      {error === null ? null : <ProblemNote title="The times cannot be read" error={error} />}
      <table className={styles["table"]} aria-label={`Runs in ${month.title}`}>
        <thead>
          <tr>
            {WEEKDAYS.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Day
                  key={day}
                  day={day}
                  times={byDay.get(day) ?? []}
                  isOfMonth={day.startsWith(month.prefix)}
                  today={calendarDay(now, chosenZone)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function weeks(month: Month): string[][] {
  const days = monthDays(month);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** Times of day by day, both in the chosen zone. */
function timesByDay(times: readonly string[], chosenZone: Zone): Map<string, string[]> {
  const byDay = new Map<string, string[]>();
  for (const time of times) {
    const text = absoluteTime(msOf(time) ?? 0, chosenZone);
    const day = text.slice(0, 10);
    const seconds = text.slice(17, 19);
    const shown = seconds === "00" ? text.slice(11, 16) : text.slice(11, 19);
    const known = byDay.get(day);
    if (known === undefined) byDay.set(day, [shown]);
    else known.push(shown);
  }
  return byDay;
}

function Day(props: { day: string; times: readonly string[]; isOfMonth: boolean; today: string }): ReactNode {
  const { day, times, isOfMonth, today } = props;
  if (!isOfMonth) return <td className={styles["outside"]} aria-hidden />;
  return (
    <td
      className={classNames(
        styles["day"],
        times.length > 0 && styles["busy"],
        day === today && styles["today"],
        day < today && styles["past"],
      )}
      title={times.length === 0 ? undefined : `${day}: ${times.slice(0, 24).join(", ")}`}
    >
      <span className={styles["number"]}>{Number(day.slice(8))}</span>
      {times.slice(0, TIMES_SHOWN).map((time) => (
        <span key={time} className={styles["time"]}>
          {time}
        </span>
      ))}
      {times.length > TIMES_SHOWN ? (
        <span className={styles["more"]}>+{times.length - TIMES_SHOWN}</span>
      ) : null}
    </td>
  );
}
