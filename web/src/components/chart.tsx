// A chart over time with a legend that switches series and a table of the same data: stacked bars for amounts by kind,
// lines for rates, an area for storage. Charts with the same `group` share one hover line.
import { useState, type ReactNode } from "react";
import { ChartLegend } from "./chart-legend.tsx";
import { ChartPlot } from "./chart-plot.tsx";
import { ChartTable } from "./chart-table.tsx";
import type { ChartProps } from "./chart-types.tsx";
import styles from "./chart.module.css";
import { Tabs } from "./tabs.tsx";

export function Chart(props: ChartProps): ReactNode {
  const { title, series } = props;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [view, setView] = useState("chart");
  const shown = { ...props, series: series.filter(({ id }) => !hidden.has(id)) };
  return (
    <figure className={styles["figure"]}>
      <figcaption className={styles["caption"]}>
        <span className={styles["title"]}>{title}</span>
        {series.length > 1 ? <ChartLegend series={series} hidden={hidden} onChange={setHidden} /> : null}
      </figcaption>
      <Tabs
        label={`${title}: view`}
        value={view}
        onChange={setView}
        tabs={[
          { id: "chart", label: "Chart", content: <ChartPlot {...shown} colours={coloursOf(props)} /> },
          { id: "table", label: "Table", content: <ChartTable {...shown} /> },
        ]}
      />
    </figure>
  );
}

const COLOURS = 6;

/** A series keeps its colour when others are hidden. */
function coloursOf({ series }: ChartProps): Readonly<Record<string, string>> {
  return Object.fromEntries(series.map(({ id }, index) => [id, `var(--series-${(index % COLOURS) + 1})`]));
}
