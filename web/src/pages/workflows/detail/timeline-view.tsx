// The history over time: a lane for the workflow and each activity, timer, child, signal and update. Zoom by the buttons,
// by + and -, by Ctrl and the wheel, or by a brush over the overview; a click pins details.
import { useVirtualizer } from "@tanstack/react-virtual";
import { Maximize, ZoomIn, ZoomOut } from "lucide-react";
import { useMemo, useRef, useState, type ReactNode, type RefObject } from "react";
import { IconButton } from "#components/icon-button";
import { SwitchField } from "#components/switch-field";
import { count } from "#format/figures";
import { duration } from "#format/time";
import { useShortcut } from "#hooks/shortcuts";
import { useNow } from "#hooks/use-now";
import type { EventGroup } from "../history/group-events.ts";
import { lanesOf, type Lane, type View } from "../history/timeline-lanes.ts";
import { isOpen } from "../workflow-facts.ts";
import styles from "./timeline.module.css";
import type { ModeProps } from "./mode-props.ts";
import { TimelineAxis } from "./timeline-axis.tsx";
import { TimelineLane } from "./timeline-lane.tsx";
import { TimelineOverview } from "./timeline-overview.tsx";
import { useHistory, useRun } from "./use-run.tsx";
import { useWheelZoom } from "./use-wheel-zoom.ts";
import { useWidth } from "./use-width.ts";

const LANE_PX = 30;
const OVERSCAN_LANES = 10;
const SPAN_MS_MIN = 5;
const MARGIN = 0.02;

interface Range {
  fromMs: number;
  toMs: number;
}

export function TimelineView({ pinned, onPin }: ModeProps): ReactNode {
  const { groups, version } = useHistory();
  const [hasTasks, setHasTasks] = useState(false);
  const lanes = useMemo(
    () => lanesOf(groups.filter(({ kind }) => hasTasks || kind !== "workflow-task")),
    // `version` tells that the array has grown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [groups, version, hasTasks],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const { view, whole, nowMs, setChosen, zoom } = useView(scroller);
  return (
    <>
      <div className={styles["tools"]}>
        <IconButton label="Zoom in" keys="+" icon={<ZoomIn />} onClick={() => zoom(0.5)} />
        <IconButton label="Zoom out" keys="-" icon={<ZoomOut />} onClick={() => zoom(2)} />
        <IconButton
          label="Show all of it"
          keys="0"
          icon={<Maximize />}
          onClick={() => setChosen(undefined)}
        />
        <span className={styles["span"]}>
          {duration(view.toMs - view.fromMs)} shown, {count(lanes.length)} lanes
        </span>
        <SwitchField label="Workflow tasks" isOn={hasTasks} onChange={setHasTasks} />
      </div>
      <div className={styles["frame"]}>
        <TimelineOverview
          groups={groups}
          version={version}
          whole={{ ...whole, widthPx: view.widthPx }}
          view={view}
          onBrush={setChosen}
        />
        <TimelineAxis view={view} startMs={groups[0]?.startMs ?? 0} nowMs={nowMs} />
        <Lanes
          scroller={scroller}
          lanes={lanes}
          view={view}
          nowMs={nowMs ?? whole.toMs}
          pinned={pinned}
          onPin={onPin}
        />
      </div>
    </>
  );
}

/** What of the time is shown, and the ways to change that. */
function useView(scroller: RefObject<HTMLDivElement | null>) {
  const { groups, version } = useHistory();
  const { info } = useRun();
  const tickMs = useNow();
  const nowMs = info !== undefined && isOpen(info) ? tickMs : undefined;
  const whole = useMemo(
    () => wholeRange(groups, nowMs),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `version` tells that the array has grown
    [groups, version, nowMs],
  );
  const [chosen, setChosen] = useState<Range | undefined>();
  const labelPx = labelPixels();
  const widthPx = useWidth(scroller, labelPx);
  const view: View = { ...(chosen ?? whole), widthPx };
  const zoom = (factor: number, atShare = 0.5): void => setChosen(zoomed(view, factor, atShare, whole));
  const pan = (share: number): void => setChosen(shifted(view, share, whole));
  useWheelZoom(scroller, { zoom, pan, labelPx });
  useShortcut({ keys: "+", label: "Zoom in", group: "Timeline" }, () => zoom(0.5));
  useShortcut({ keys: "-", label: "Zoom out", group: "Timeline" }, () => zoom(2));
  useShortcut({ keys: "0", label: "Show all of it", group: "Timeline" }, () => setChosen(undefined));
  return { view, whole, nowMs, setChosen, zoom };
}

interface LanesProps extends ModeProps {
  scroller: RefObject<HTMLDivElement | null>;
  lanes: readonly Lane[];
  view: View;
  nowMs: number;
}

function Lanes({ scroller, lanes, ...lane }: LanesProps): ReactNode {
  const virtualizer = useVirtualizer({
    count: lanes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LANE_PX,
    overscan: OVERSCAN_LANES,
  });
  return (
    <div
      className={styles["scroller"]}
      ref={scroller}
      tabIndex={0}
      role="group"
      aria-label={`Timeline of ${count(lanes.length)} lanes`}
    >
      <div className={styles["lanes"]} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const each = lanes[index];
          return each === undefined ? null : (
            <TimelineLane key={String(key)} lane={each} topPx={start} {...lane} />
          );
        })}
      </div>
    </div>
  );
}

/** Narrow screens have narrow labels. */
function labelPixels(): number {
  return window.matchMedia("(max-width: 720px)").matches ? 110 : 230;
}

function wholeRange(groups: readonly EventGroup[], nowMs: number | undefined): Range {
  const fromMs = groups[0]?.startMs ?? 0;
  let toMs = nowMs ?? fromMs;
  for (const { startMs, endMs } of groups) toMs = Math.max(toMs, startMs, endMs ?? 0);
  const margin = Math.max(SPAN_MS_MIN, (toMs - fromMs) * MARGIN);
  return { fromMs: fromMs - margin, toMs: toMs + margin };
}

function zoomed({ fromMs, toMs }: Range, factor: number, atShare: number, whole: Range): Range | undefined {
  const span = Math.max(SPAN_MS_MIN, (toMs - fromMs) * factor);
  if (span >= whole.toMs - whole.fromMs) return undefined;
  const centre = fromMs + (toMs - fromMs) * atShare;
  return within({ fromMs: centre - span * atShare, toMs: centre + span * (1 - atShare) }, whole);
}

function shifted({ fromMs, toMs }: Range, share: number, whole: Range): Range {
  const by = (toMs - fromMs) * share;
  return within({ fromMs: fromMs + by, toMs: toMs + by }, whole);
}

function within({ fromMs, toMs }: Range, whole: Range): Range {
  const span = toMs - fromMs;
  const from = Math.min(Math.max(fromMs, whole.fromMs), whole.toMs - span);
  return { fromMs: from, toMs: from + span };
}
