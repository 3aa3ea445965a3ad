// Nothing here yet: what this place is for, the next action, and the same by a command to copy.
import type { ReactNode } from "react";
import { CodeBlock } from "./code-block.tsx";
import styles from "./empty-state.module.css";

interface Props {
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  /** The same on the command line. */
  command?: string;
}

export function EmptyState({ title, text, action, command }: Props): ReactNode {
  return (
    <div className={styles["empty"]}>
      <h2>{title}</h2>
      {text === undefined ? null : <p className={styles["text"]}>{text}</p>}
      {action === undefined ? null : <div className={styles["action"]}>{action}</div>}
      {command === undefined ? null : (
        <div className={styles["command"]}>
          <CodeBlock title="Command line" text={command} />
        </div>
      )}
    </div>
  );
}
