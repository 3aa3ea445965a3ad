// A status as colour and shape and word: running ring, completed check, failed cross, canceled slash, terminated square,
// timed-out clock, continued arrow, waiting dots. Never by colour alone.
import type { ReactNode } from "react";
import { classNames } from "#format/class-names";
import styles from "./status-mark.module.css";

export type Status =
  "running" | "completed" | "failed" | "canceled" | "terminated" | "timed-out" | "continued" | "waiting";

const STROKE = { fill: "none", stroke: "currentColor", strokeWidth: 2, strokeLinecap: "round" } as const;

const SHAPES: Record<Status, ReactNode> = {
  running: (
    <g {...STROKE}>
      <circle cx="8" cy="8" r="5.5" opacity="0.3" />
      <path d="M8 2.5a5.5 5.5 0 0 1 5.5 5.5" className={styles["turning"]} />
    </g>
  ),
  completed: <path {...STROKE} d="M3 8.5l3.5 3.5L13 4.5" />,
  failed: <path {...STROKE} d="M4 4l8 8M12 4l-8 8" />,
  canceled: (
    <g {...STROKE}>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M4.5 11.5l7-7" />
    </g>
  ),
  terminated: <rect x="3" y="3" width="10" height="10" rx="1.5" fill="currentColor" />,
  "timed-out": (
    <g {...STROKE}>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 5v3l2 1.5" />
    </g>
  ),
  continued: <path {...STROKE} d="M2.5 8h10M9 4.5L12.5 8 9 11.5" />,
  waiting: (
    <g fill="currentColor">
      <circle cx="3" cy="8" r="1.6" />
      <circle cx="8" cy="8" r="1.6" />
      <circle cx="13" cy="8" r="1.6" />
    </g>
  ),
};

const WORDS: Record<Status, string> = {
  running: "Running",
  completed: "Completed",
  failed: "Failed",
  canceled: "Canceled",
  terminated: "Terminated",
  "timed-out": "Timed out",
  continued: "Continued as new",
  waiting: "Waiting",
};

interface Props {
  status: Status;
  /** Another word for the same kind of state, such as "Active" for completed. */
  word?: string;
}

export function StatusMark({ status, word = WORDS[status] }: Props): ReactNode {
  return (
    <span className={classNames(styles["mark"], styles[status])} data-status={status}>
      <svg viewBox="0 0 16 16" aria-hidden>
        {SHAPES[status]}
      </svg>
      {word}
    </span>
  );
}
