// The drawing of a chart, by Recharts. Colours are the theme's variables, so that it follows light, dark and print.
import type { ReactNode } from "react";
import {
  Area,
  Bar,
  Brush,
  CartesianGrid,
  Cell,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { ChartProps } from "./chart-types.tsx";
import styles from "./chart.module.css";

interface Props extends ChartProps {
  colours: Readonly<Record<string, string>>;
}

const TICK = { fill: "var(--text-muted)", fontSize: 11 };
const HEIGHT_PX = 220;
const BRUSH_PX = 20;
/** What is not final yet is drawn paler. */
const OPEN_OPACITY = 0.5;

export function ChartPlot(props: Props): ReactNode {
  const { points, format, formatShort = format, formatTime, group, height = HEIGHT_PX, onRange } = props;
  const data = points.map(({ atMs, values }) => ({ atMs, ...values }));
  return (
    <div className={styles["plot"]} style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={data}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer
          {...(group === undefined ? {} : { syncId: group })}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="atMs"
            tickFormatter={formatTime}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            minTickGap={32}
          />
          <YAxis tickFormatter={formatShort} tick={TICK} tickLine={false} axisLine={false} width={56} />
          <Tooltip
            isAnimationActive={false}
            cursor={props.kind === "bars" ? { fill: "var(--hover)" } : { stroke: "var(--line-strong)" }}
            content={({ active, label }) => (active ? <Hovered {...props} atMs={Number(label)} /> : null)}
          />
          {props.series.map(({ id }) => drawn(props, id))}
          {onRange === undefined ? null : (
            <Brush
              dataKey="atMs"
              height={BRUSH_PX}
              stroke="var(--line-strong)"
              fill="var(--sunken)"
              tickFormatter={formatTime}
              onDragEnd={({ startIndex, endIndex }) => {
                const [from, to] = [points[startIndex ?? 0], points[(endIndex ?? 0) + 1] ?? points.at(-1)];
                if (from !== undefined && to !== undefined) onRange({ fromMs: from.atMs, toMs: to.atMs });
              }}
            />
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

function drawn({ kind, colours, points }: Props, id: string): ReactNode {
  const colour = colours[id] ?? "var(--series-1)";
  const common = { key: id, dataKey: id, isAnimationActive: false } as const;
  const { key, ...rest } = common;
  if (kind === "bars") {
    return (
      <Bar key={key} {...rest} stackId="all" fill={colour} maxBarSize={36}>
        {points.map(({ atMs, isOpen }) => (
          <Cell key={atMs} fillOpacity={isOpen === true ? OPEN_OPACITY : 1} />
        ))}
      </Bar>
    );
  }
  if (kind === "lines")
    return <Line key={key} {...rest} type="linear" stroke={colour} strokeWidth={1.75} dot={false} />;
  return (
    <Area
      key={key}
      {...rest}
      type="stepAfter"
      stackId="all"
      stroke={colour}
      strokeWidth={1.5}
      fill={colour}
      fillOpacity={0.16}
    />
  );
}

/** All series at the hovered time, the largest first. */
function Hovered({ points, series, colours, format, formatTime, atMs }: Props & { atMs: number }): ReactNode {
  const point = points.find((each) => each.atMs === atMs);
  if (point === undefined) return null;
  const lines = series
    .map(({ id, label }) => ({ id, label, value: point.values[id] ?? 0 }))
    .filter(({ value }) => value !== 0 || series.length === 1)
    .sort((one, other) => other.value - one.value);
  return (
    <div className={styles["hovered"]}>
      <div className={styles["hovered-time"]}>
        {formatTime(atMs)}
        {point.isOpen === true ? " · not final" : ""}
      </div>
      {lines.map(({ id, label, value }) => (
        <div key={id} className={styles["hovered-line"]}>
          <span className={styles["swatch"]} style={{ background: colours[id] }} />
          <span>{label}</span>
          <span className={styles["hovered-value"]}>{format(value)}</span>
        </div>
      ))}
    </div>
  );
}
