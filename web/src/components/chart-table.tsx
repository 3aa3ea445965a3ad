// The data of a chart as a table: for reading exactly, for screen readers, for copying.
import type { ReactNode } from "react";
import type { ChartProps } from "./chart-types.tsx";
import styles from "./chart.module.css";

export function ChartTable({ title, series, points, format, formatTime }: ChartProps): ReactNode {
  return (
    <div className={styles["table-frame"]} tabIndex={0} role="group" aria-label={title}>
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            {series.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.atMs}>
              <th scope="row">
                {formatTime(point.atMs)}
                {point.isOpen === true ? " · not final" : ""}
              </th>
              {series.map(({ id }) => (
                <td key={id} className={point.isOpen === true ? styles["open"] : undefined}>
                  {format(point.values[id] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
