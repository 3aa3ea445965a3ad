// A small table of things that fit on a page: no paging, no columns to choose. For long lists: DataTable.
import type { ReactNode } from "react";
import styles from "./simple-table.module.css";

interface Props {
  label: string;
  /** An empty one is a column of actions. */
  headers: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

export function SimpleTable({ label, headers, rows }: Props): ReactNode {
  return (
    <div className={styles["frame"]} tabIndex={0} role="group" aria-label={label}>
      <table className={styles["table"]}>
        <thead>
          <tr>
            {headers.map((header, index) => (
              <th key={header === "" ? index : header} scope="col">
                {header === "" ? <span className={styles["hidden"]}>Actions</span> : header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={index} className={headers[index] === "" ? styles["actions"] : undefined}>
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
