// A figure with its unit. One that is not final has a dotted underline and says until when it may change.
import type { ReactNode } from "react";
import { Tooltip } from "./tooltip.tsx";
import styles from "./figure.module.css";

interface Props {
  /** Formatted: see #format/figures and #format/money. */
  value: string;
  unit?: string;
  /** The exact value, when `value` is rounded. */
  exact?: string;
  /** Why and until when it may change, for a figure that is not final. */
  changesUntil?: string;
}

export function Figure({ value, unit, exact, changesUntil }: Props): ReactNode {
  const said = [exact, changesUntil].filter((text) => text !== undefined).join("\n");
  const figure = (
    <span
      className={changesUntil === undefined ? styles["figure"] : styles["open"]}
      {...(said === "" ? {} : { tabIndex: 0 })}
    >
      {value}
      {unit === undefined ? null : <span className={styles["unit"]}> {unit}</span>}
    </span>
  );
  return said === "" ? figure : <Tooltip text={said}>{figure}</Tooltip>;
}
