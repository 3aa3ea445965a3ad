// One lane of the timeline: its name, which opens the first of its things by keyboard too, and its bars.
import { memo, type ReactNode } from "react";
import { classNames } from "#format/class-names";
import { visibleText } from "#format/payload";
import { duration } from "#format/time";
import { KIND_WORDS } from "../history/event-roles.ts";
import { barsOf, pixelOf, type Bar, type Lane, type View } from "../history/timeline-lanes.ts";
import styles from "./timeline.module.css";

interface Props {
  lane: Lane;
  view: View;
  nowMs: number;
  topPx: number;
  pinned: string | undefined;
  onPin: (eventId: string | undefined) => void;
}

const BAR_TOP_PX = 8;
const BAR_PX = 14;
const LANE_PX = 30;

export const TimelineLane = memo(function TimelineLane(props: Props): ReactNode {
  const { lane, view, nowMs, topPx, pinned, onPin } = props;
  const bars = barsOf(lane, view, nowMs);
  const nowPx = pixelOf(nowMs, view);
  const name = visibleText(lane.name) || KIND_WORDS[lane.kind];
  return (
    <div data-lane className={styles["lane"]} style={{ transform: `translateY(${String(topPx)}px)` }}>
      <button
        type="button"
        className={styles["label"]}
        title={`${KIND_WORDS[lane.kind]} ${name}`}
        onClick={() => onPin(lane.groups[0]?.id)}
      >
        <span className={styles["kind"]}>{KIND_WORDS[lane.kind]}</span>
        <span className={styles["lane-name"]}>{name}</span>
      </button>
      <svg width={view.widthPx} height={LANE_PX} aria-hidden className={styles["bars"]}>
        {bars.map((bar) => (
          <BarShape
            key={bar.group.id}
            bar={bar}
            isPinned={bar.group.id === pinned}
            onPin={() => onPin(bar.group.id)}
          />
        ))}
        {nowPx > 0 && nowPx < view.widthPx ? (
          <line x1={nowPx} x2={nowPx} y1={0} y2={LANE_PX} className={styles["now"]} />
        ) : null}
      </svg>
    </div>
  );
});

function BarShape({ bar, isPinned, onPin }: { bar: Bar; isPinned: boolean; onPin: () => void }): ReactNode {
  const { group, leftPx, widthPx, status, count, isOpen, ticksPx } = bar;
  const took = group.endMs === undefined ? "open" : duration(group.endMs - group.startMs);
  const words = count === 1 ? `${visibleText(group.name)}, ${took}` : `${String(count)} of them`;
  return (
    <g onClick={onPin} className={styles["bar"]}>
      <title>{words}</title>
      <rect
        x={leftPx}
        y={BAR_TOP_PX}
        width={widthPx}
        height={BAR_PX}
        rx={3}
        className={classNames(styles[status], isOpen && styles["open"], isPinned && styles["pinned"])}
      />
      {ticksPx.map((px, index) => (
        <line
          key={index}
          x1={px}
          x2={px}
          y1={BAR_TOP_PX}
          y2={BAR_TOP_PX + BAR_PX}
          className={styles["tick"]}
        />
      ))}
    </g>
  );
}
