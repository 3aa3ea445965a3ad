// How much of a span of time is left, as a bar and in words; amber in its last sixth.
import type { ReactNode } from "react";
import { classNames } from "#format/class-names";
import { relativeTime } from "#format/time";
import styles from "./time-left.module.css";

interface Props {
  fromMs: number;
  toMs: number;
  nowMs: number;
}

const LATE = 1 / 6;

export function TimeLeft({ fromMs, toMs, nowMs }: Props): ReactNode {
  const left = toMs <= fromMs ? 0 : Math.max(0, Math.min(1, (toMs - nowMs) / (toMs - fromMs)));
  return (
    <span
      className={classNames(styles["track"], left < LATE && styles["late"])}
      role="img"
      aria-label={`${Math.round(left * 100)} % left, ends ${relativeTime(toMs, nowMs)}`}
    >
      <span className={styles["bar"]} style={{ width: `${left * 100}%` }} />
    </span>
  );
}
