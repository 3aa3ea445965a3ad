// How much more or less than before, by sign and word; the colour only helps.
import type { ReactNode } from "react";
import { changeWords } from "./costs.ts";
import styles from "./usage.module.css";

interface Props {
  micros: bigint;
  beforeMicros: bigint | undefined;
}

export function Change({ micros, beforeMicros }: Props): ReactNode {
  const words = changeWords(micros, beforeMicros);
  if (words === undefined) return <span className={styles["same"]}>no change</span>;
  const isMore = beforeMicros === undefined || micros > beforeMicros;
  return <span className={styles[isMore ? "rise" : "fall"]}>{words}</span>;
}
