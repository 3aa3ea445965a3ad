// An id, an address or a fingerprint: in monospace, cut in the middle when it is long, with a copy button.
import type { ReactNode } from "react";
import { CopyButton } from "./copy-button.tsx";
import styles from "./identifier.module.css";

interface Props {
  value: string;
  /** Characters shown before it is cut in the middle. */
  characters?: number;
  canCopy?: boolean;
}

export function Identifier({ value, characters = 48, canCopy = true }: Props): ReactNode {
  const half = Math.floor((characters - 1) / 2);
  const shown = value.length <= characters ? value : `${value.slice(0, half)}…${value.slice(-half)}`;
  return (
    <span className={styles["identifier"]}>
      <code title={shown === value ? undefined : value}>{shown}</code>
      {canCopy && value !== "" ? (
        <span className={styles["copy"]}>
          <CopyButton text={value} />
        </span>
      ) : null}
    </span>
  );
}
