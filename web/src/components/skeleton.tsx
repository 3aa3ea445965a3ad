// The shape of what is coming, and only when it takes longer than 150 ms (by an animation that begins late).
import type { ReactNode } from "react";
import styles from "./skeleton.module.css";

export function Skeleton({ lines = 3 }: { lines?: number }): ReactNode {
  return (
    <div className={styles["skeleton"]} role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles["line"]} style={{ width: `${92 - ((index * 17) % 45)}%` }} />
      ))}
    </div>
  );
}
