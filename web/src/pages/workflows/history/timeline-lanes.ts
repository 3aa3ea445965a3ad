// Lays groups of events into lanes and lanes into bars of pixels. Groups of one kind and name share a lane as long as
// they do not overlap; bars that would fall onto the same pixels become one, so that no lane has more bars than pixels.
import type { Status } from "#components/status-mark";
import type { GroupKind } from "./event-roles.ts";
import type { EventGroup } from "./group-events.ts";

export interface Lane {
  key: string;
  kind: GroupKind;
  name: string;
  /** By start; none overlaps the next. */
  groups: EventGroup[];
}

/** What of the time is shown, on how many pixels. */
export interface View {
  fromMs: number;
  /** After fromMs. */
  toMs: number;
  widthPx: number;
}

export interface Bar {
  leftPx: number;
  widthPx: number;
  status: Status;
  /** The only one, or the first of several. */
  group: EventGroup;
  count: number;
  /** Of a bar that goes beyond now: still open. */
  isOpen: boolean;
  ticksPx: number[];
}

const BAR_PX_MIN = 6;
const BARS_APART_PX = 1;

/** Open groups reach to the end of time. The workflow's own lane comes first, the others by their first start. */
export function lanesOf(groups: readonly EventGroup[]): Lane[] {
  const open = new Map<string, LaneHeap>();
  const lanes: Lane[] = [];
  for (const group of groups) {
    const key = `${group.kind} ${group.name}`;
    let free = open.get(key);
    if (free === undefined) open.set(key, (free = new LaneHeap()));
    let lane = free.takeFree(group.startMs);
    if (lane === undefined) {
      lane = { key: `${key} ${String(lanes.length)}`, kind: group.kind, name: group.name, groups: [] };
      lanes.push(lane);
    }
    lane.groups.push(group);
    free.put(group.endMs ?? Number.POSITIVE_INFINITY, lane);
  }
  return lanes;
}

/** The lanes of one kind and name by when they become free: a binary heap. */
class LaneHeap {
  private readonly entries: { atMs: number; lane: Lane }[] = [];

  takeFree(fromMs: number): Lane | undefined {
    const [first] = this.entries;
    if (first === undefined || first.atMs > fromMs) return undefined;
    const last = this.entries.pop();
    if (last !== undefined && this.entries.length > 0) {
      this.entries[0] = last;
      this.sink();
    }
    return first.lane;
  }

  put(atMs: number, lane: Lane): void {
    const { entries } = this;
    entries.push({ atMs, lane });
    for (let at = entries.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (this.at(parent) <= this.at(at)) break;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(): void {
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const least = this.at(left + 1) < this.at(left) ? left + 1 : left;
      if (this.at(least) >= this.at(at)) break;
      this.swap(at, least);
      at = least;
    }
  }

  private at(index: number): number {
    return this.entries[index]?.atMs ?? Number.POSITIVE_INFINITY;
  }

  private swap(one: number, other: number): void {
    const { entries } = this;
    const [first, second] = [entries[one], entries[other]];
    if (first === undefined || second === undefined) return;
    entries[one] = second;
    entries[other] = first;
  }
}

export function pixelOf(atMs: number, { fromMs, toMs, widthPx }: View): number {
  return ((atMs - fromMs) / (toMs - fromMs)) * widthPx;
}

export function timeAt(px: number, { fromMs, toMs, widthPx }: View): number {
  return fromMs + (px / widthPx) * (toMs - fromMs);
}

/** Left to right; what lies outside of the view is left out. */
export function barsOf({ groups }: Lane, view: View, nowMs: number): Bar[] {
  const bars: Bar[] = [];
  for (let at = firstEndingAfter(groups, view.fromMs); at < groups.length; at += 1) {
    const group = groups[at];
    if (group === undefined || group.startMs > view.toMs) break;
    const bar = barOf(group, view, nowMs);
    const previous = bars.at(-1);
    if (previous !== undefined && bar.leftPx < previous.leftPx + previous.widthPx + BARS_APART_PX) {
      merge(previous, bar);
    } else bars.push(bar);
  }
  return bars;
}

function barOf(group: EventGroup, view: View, nowMs: number): Bar {
  const left = Math.max(0, pixelOf(group.startMs, view));
  const right = Math.min(view.widthPx, pixelOf(group.endMs ?? Math.max(nowMs, group.startMs), view));
  return {
    leftPx: Math.min(left, Math.max(0, view.widthPx - BAR_PX_MIN)),
    widthPx: Math.max(BAR_PX_MIN, right - left),
    status: group.status,
    group,
    count: 1,
    isOpen: group.endMs === undefined,
    ticksPx: group.ticksMs
      .map((tick) => pixelOf(tick, view))
      .filter((px) => px >= left && px <= Math.max(right, left)),
  };
}

const GRAVITY: readonly Status[] = ["failed", "timed-out", "terminated", "canceled", "running", "waiting"];

/** Of several, the gravest status is the one to see. */
function merge(bar: Bar, next: Bar): void {
  bar.widthPx = Math.max(bar.widthPx, next.leftPx + next.widthPx - bar.leftPx);
  bar.count += next.count;
  bar.isOpen ||= next.isOpen;
  bar.ticksPx = [];
  const status = GRAVITY.find((each) => each === bar.status || each === next.status);
  bar.status = status ?? bar.status;
}

/** Ends rise along a lane, because its groups do not overlap. */
function firstEndingAfter(groups: readonly EventGroup[], fromMs: number): number {
  let low = 0;
  let high = groups.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((groups[middle]?.endMs ?? Number.POSITIVE_INFINITY) < fromMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Moments for the axis: round steps, at most one in `apartPx` pixels. */
export function axisTicks(view: View, apartPx = 110): number[] {
  const spanMs = view.toMs - view.fromMs;
  const wanted = (spanMs / Math.max(1, view.widthPx)) * apartPx;
  const stepMs = AXIS_STEPS_MS.find((step) => step >= wanted) ?? Math.ceil(wanted / DAY_MS) * DAY_MS;
  const first = Math.ceil(view.fromMs / stepMs) * stepMs;
  const count = Math.max(0, Math.floor((view.toMs - first) / stepMs) + 1);
  return Array.from({ length: count }, (_, index) => first + index * stepMs);
}

const DAY_MS = 86_400_000;
const AXIS_STEPS_MS = [
  1,
  2,
  5,
  10,
  20,
  50,
  100,
  200,
  500,
  1_000,
  2_000,
  5_000,
  10_000,
  15_000,
  30_000,
  60_000,
  120_000,
  300_000,
  600_000,
  900_000,
  1_800_000,
  3_600_000,
  7_200_000,
  10_800_000,
  21_600_000,
  43_200_000,
  DAY_MS,
  2 * DAY_MS,
  7 * DAY_MS,
];
