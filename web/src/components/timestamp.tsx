// A time: relative to read, absolute in the chosen zone on hover or focus, and as ISO by a click.
import type { ReactNode } from "react";
import { absoluteTime, msOf, relativeTime } from "#format/time";
import { useNow } from "#hooks/use-now";
import { zone } from "#preferences/look";
import { usePreference } from "#preferences/preference";
import { Tooltip } from "./tooltip.tsx";
import styles from "./timestamp.module.css";

interface Props {
  /** The API's timestamp, or milliseconds. */
  at: string | number | undefined;
  /** Shown when there is no time. */
  fallback?: string;
  form?: "relative" | "absolute";
}

export function Timestamp({ at, fallback = "—", form = "relative" }: Props): ReactNode {
  const now = useNow();
  const [chosenZone] = usePreference(zone);
  const ms = typeof at === "number" ? at : msOf(at);
  if (ms === undefined) return <span className={styles["none"]}>{fallback}</span>;
  const iso = new Date(ms).toISOString();
  const absolute = absoluteTime(ms, chosenZone);
  const relative = relativeTime(ms, now);
  return (
    <Tooltip text={`${form === "relative" ? absolute : relative}\nClick to copy ${iso}`}>
      <button
        type="button"
        className={styles["time"]}
        onClick={(event) => {
          event.stopPropagation();
          void navigator.clipboard.writeText(iso);
        }}
      >
        <time dateTime={iso}>{form === "relative" ? relative : absolute}</time>
      </button>
    </Tooltip>
  );
}
