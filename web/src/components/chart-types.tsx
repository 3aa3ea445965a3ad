// What a chart is told.

export interface Series {
  id: string;
  label: string;
}

export interface Point {
  /** The beginning of the interval, in milliseconds. */
  atMs: number;
  /** The value of each series; one that is missing is zero. */
  values: Readonly<Record<string, number>>;
  /** Not final yet: it may still change. */
  isOpen?: boolean;
}

export interface ChartProps {
  title: string;
  kind: "bars" | "lines" | "area";
  series: readonly Series[];
  points: readonly Point[];
  /** A value with its unit. */
  format: (value: number) => string;
  /** For the axis, where it is narrow. */
  formatShort?: (value: number) => string;
  /** The time of a point: a day or a time of day. */
  formatTime: (atMs: number) => string;
  /** Charts of one group share their hover line. */
  group?: string;
  height?: number;
  /** A range that was brushed; exclusive at its end. */
  onRange?: (range: { fromMs: number; toMs: number }) => void;
}
