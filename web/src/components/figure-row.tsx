// A few figures that matter most on a page, side by side, each with its name and a remark.
import type { ReactNode } from "react";
import styles from "./figure-row.module.css";

export interface NamedFigure {
  name: string;
  /** A Figure, or a few words. */
  value: ReactNode;
  remark?: ReactNode;
}

export function FigureRow({ label, figures }: { label: string; figures: readonly NamedFigure[] }): ReactNode {
  return (
    <dl className={styles["row"]} aria-label={label}>
      {figures.map(({ name, value, remark }) => (
        <div key={name} className={styles["figure"]}>
          <dt>{name}</dt>
          <dd className={styles["value"]}>{value}</dd>
          {remark === undefined ? null : <dd className={styles["remark"]}>{remark}</dd>}
        </div>
      ))}
    </dl>
  );
}
