// The series of a chart: a click hides or shows one.
import type { ReactNode } from "react";
import type { Series } from "./chart-types.tsx";
import styles from "./chart.module.css";

interface Props {
  series: readonly Series[];
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
}

export function ChartLegend({ series, hidden, onChange }: Props): ReactNode {
  const toggle = (id: string): void => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <div className={styles["legend"]}>
      {series.map(({ id, label }, index) => (
        <button
          key={id}
          type="button"
          className={styles["legend-item"]}
          aria-pressed={!hidden.has(id)}
          onClick={() => toggle(id)}
        >
          <span className={styles["swatch"]} style={{ background: `var(--series-${(index % 6) + 1})` }} />
          {label}
        </button>
      ))}
    </div>
  );
}
