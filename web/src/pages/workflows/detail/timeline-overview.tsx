// All of the time in a strip: how much happened when. Drag over it to look at a part; a double click shows all again.
import { useMemo, useState, type PointerEvent, type ReactNode } from "react";
import type { EventGroup } from "../history/group-events.ts";
import { pixelOf, timeAt, type View } from "../history/timeline-lanes.ts";
import styles from "./timeline.module.css";

interface Range {
  fromMs: number;
  toMs: number;
}

interface Props {
  groups: readonly EventGroup[];
  version: number;
  whole: View;
  view: Range;
  onBrush: (range: Range | undefined) => void;
}

const HEIGHT_PX = 36;
const BUCKET_PX = 3;
const BRUSH_PX_MIN = 4;

export function TimelineOverview({ groups, version, whole, view, onBrush }: Props): ReactNode {
  const [brush, setBrush] = useState<{ fromPx: number; toPx: number } | undefined>();
  const { fromMs, toMs, widthPx } = whole;
  const heights = useMemo(
    () => bucketsOf(groups, { fromMs, toMs, widthPx }),
    // `version` tells that the array has grown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [groups, version, fromMs, toMs, widthPx],
  );
  const at = (event: PointerEvent<SVGSVGElement>): number =>
    Math.min(widthPx, Math.max(0, event.clientX - event.currentTarget.getBoundingClientRect().left));
  const end = (): void => {
    if (brush === undefined) return;
    const [left, right] = [Math.min(brush.fromPx, brush.toPx), Math.max(brush.fromPx, brush.toPx)];
    setBrush(undefined);
    if (right - left >= BRUSH_PX_MIN) onBrush({ fromMs: timeAt(left, whole), toMs: timeAt(right, whole) });
  };
  const [left, right] =
    brush === undefined
      ? [pixelOf(view.fromMs, whole), pixelOf(view.toMs, whole)]
      : [Math.min(brush.fromPx, brush.toPx), Math.max(brush.fromPx, brush.toPx)];
  return (
    <div className={styles["axis"]}>
      <span className={styles["axis-label"]}>Drag to zoom</span>
      <svg
        width={widthPx}
        height={HEIGHT_PX}
        aria-hidden
        data-testid="overview"
        className={styles["overview"]}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setBrush({ fromPx: at(event), toPx: at(event) });
        }}
        onPointerMove={(event) => (brush === undefined ? undefined : setBrush({ ...brush, toPx: at(event) }))}
        onPointerUp={end}
        onDoubleClick={() => onBrush(undefined)}
      >
        <Density heights={heights} />
        <rect
          x={left}
          y={0.5}
          width={Math.max(2, right - left)}
          height={HEIGHT_PX - 1}
          className={styles["window"]}
        />
      </svg>
    </div>
  );
}

function Density({ heights }: { heights: readonly number[] }): ReactNode {
  return heights.map((height, index) =>
    height === 0 ? null : (
      <rect
        key={index}
        x={index * BUCKET_PX}
        y={HEIGHT_PX - height}
        width={BUCKET_PX - 1}
        height={height}
        className={styles["density"]}
      />
    ),
  );
}

function bucketsOf(groups: readonly EventGroup[], view: View): number[] {
  const counts = new Array<number>(Math.max(1, Math.ceil(view.widthPx / BUCKET_PX))).fill(0);
  for (const { startMs } of groups) {
    const index = Math.min(counts.length - 1, Math.max(0, Math.floor(pixelOf(startMs, view) / BUCKET_PX)));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const most = counts.reduce((max, count) => Math.max(max, count), 1);
  return counts.map((count) => (count === 0 ? 0 : 3 + (count / most) * (HEIGHT_PX - 8)));
}
