// How far a batch is: what is done, what failed, what is left.
import type { ReactNode } from "react";
import { count } from "#format/figures";
import styles from "./progress-bar.module.css";

interface Props {
  total: number;
  done: number;
  failed: number;
}

export function ProgressBar({ total, done, failed }: Props): ReactNode {
  const share = (part: number): string => `${total === 0 ? 0 : (100 * part) / total}%`;
  return (
    <div className={styles["progress"]}>
      <div
        className={styles["track"]}
        role="progressbar"
        aria-label="Progress"
        aria-valuemin={0}
        aria-valuemax={Math.max(1, total)}
        aria-valuenow={done + failed}
      >
        <span className={styles["done"]} style={{ width: share(done) }} />
        <span className={styles["failed"]} style={{ width: share(failed) }} />
      </div>
      <p className={styles["words"]} role="status">
        {count(done)} of {count(total)} done{failed === 0 ? "" : `, ${count(failed)} failed`}
      </p>
    </div>
  );
}
