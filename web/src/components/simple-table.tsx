// A small table of things that fit on a page: no paging, no columns to choose. For long lists: DataTable.
import type { ReactNode } from "react";
import styles from "./simple-table.module.css";

interface Props {
  label: string;
  /** An empty one is a column of actions. */
  headers: readonly string[];
  /** The positions of columns of figures, which end at the right. */
  figures?: readonly number[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

export function SimpleTable({ label, headers, figures = [], rows }: Props): ReactNode {
  return (
    <div className={styles["frame"]} tabIndex={0} role="group" aria-label={label}>
      <table className={styles["table"]}>
        <thead>
          <tr>
            {headers.map((header, index) => (
              <th
                key={header === "" ? index : header}
                scope="col"
                className={figures.includes(index) ? styles["figure"] : undefined}
              >
                {header === "" ? <span className={styles["hidden"]}>Actions</span> : header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={index} className={classOf(headers[index] === "", figures.includes(index))}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf(isActions: boolean, isFigure: boolean): string | undefined {
  if (isActions) return styles["actions"];
  return isFigure ? styles["figure"] : undefined;
}
