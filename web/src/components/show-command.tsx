// The same change on the command line, where the API has no call of its own for it: what is done in running namespaces.
import type { ReactNode } from "react";
import { CodeBlock } from "./code-block.tsx";
import styles from "./show-as.module.css";

export function ShowCommand({ command }: { command: string }): ReactNode {
  return (
    <details className={styles["details"]}>
      <summary className={styles["summary"]}>Show as CLI</summary>
      <CodeBlock title="temporal" text={command} maxLines={12} />
    </details>
  );
}
