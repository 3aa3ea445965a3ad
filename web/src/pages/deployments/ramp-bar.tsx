// How new workflows are shared between the current version and the one that ramps up.
import type { ReactNode } from "react";
import styles from "./ramp-bar.module.css";

interface Props {
  current: string;
  ramping: { buildId: string; percentage: number } | undefined;
}

export function RampBar({ current, ramping }: Props): ReactNode {
  const share = ramping?.percentage ?? 0;
  return (
    <div className={styles["ramp"]}>
      <div
        className={styles["bar"]}
        role="img"
        aria-label={`${100 - share} % go to ${current}${ramping === undefined ? "" : `, ${share} % to ${ramping.buildId}`}`}
      >
        <span className={styles["ramping"]} style={{ width: `${share}%` }} />
      </div>
      <p className={styles["words"]}>
        <span>
          {100 - share} % to <code>{current}</code>
        </span>
        {ramping === undefined ? null : (
          <span>
            {share} % to <code>{ramping.buildId}</code>
          </span>
        )}
      </p>
    </div>
  );
}
