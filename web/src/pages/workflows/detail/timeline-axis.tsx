// The axis above the lanes: round moments after the workflow's start, and where now is.
import type { ReactNode } from "react";
import { duration } from "#format/time";
import { axisTicks, pixelOf, type View } from "../history/timeline-lanes.ts";
import styles from "./timeline.module.css";

interface Props {
  view: View;
  /** The workflow's start. */
  startMs: number;
  nowMs: number | undefined;
}

const AXIS_PX = 24;
const LABEL_ROOM_PX = 60;

export function TimelineAxis({ view, startMs, nowMs }: Props): ReactNode {
  // Counted from the start, so that steps are round in how long it took, not on the clock.
  const relative: View = {
    fromMs: view.fromMs - startMs,
    toMs: view.toMs - startMs,
    widthPx: view.widthPx,
  };
  const nowPx = nowMs === undefined ? -1 : pixelOf(nowMs, view);
  return (
    <div className={styles["axis"]}>
      <span className={styles["axis-label"]}>After the start</span>
      <svg width={view.widthPx} height={AXIS_PX} aria-hidden>
        {axisTicks(relative)
          .filter((atMs) => atMs >= 0)
          .map((atMs) => {
            const px = pixelOf(atMs, relative);
            return (
              <g key={atMs}>
                <line x1={px} x2={px} y1={AXIS_PX - 5} y2={AXIS_PX} className={styles["axis-tick"]} />
                {px > view.widthPx - LABEL_ROOM_PX ? null : (
                  <text x={px + 3} y={AXIS_PX - 9} className={styles["axis-text"]}>
                    {duration(atMs)}
                  </text>
                )}
              </g>
            );
          })}
        {nowPx > 0 && nowPx < view.widthPx ? (
          <line x1={nowPx} x2={nowPx} y1={0} y2={AXIS_PX} className={styles["now"]} />
        ) : null}
      </svg>
    </div>
  );
}
